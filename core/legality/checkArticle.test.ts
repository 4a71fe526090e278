import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRules } from '#backend/legality/loadRules.ts';
import { checkArticle } from '#core/legality/checkArticle.ts';

const { ruleSet } = await loadRules(join(import.meta.dirname, '../../resources/legality'));

function rulesIn(text: string, heading?: string): string[] {
  return checkArticle({ text, kind: 'village', ...(heading === undefined ? {} : { heading }) }, ruleSet).map((finding) => finding.rule);
}

describe('who acts decides', () => {
  it.each([
    ['由公安机关依法处以罚款。', false],
    ['移送公安机关处理，并罚款500元。', true],
    ['村委会依法罚款500元。', true],
    ['村委会不得罚款。', false],
    ['倡导婚事简办，违者罚款500元。', true],
    ['学习《行政处罚法》。', false],
    ['过去有的村规写明罚款多少，这种做法违法。', false],
  ])('%s', (text, reported) => {
    expect(rulesIn(text).length > 0).toBe(reported);
  });
});

describe('a lead or heading colours what it governs', () => {
  it.each([
    ['村委会不得有下列行为：\n（一）罚款；\n（二）没收财物；\n（三）停水停电。', undefined, []],
    ['处罚标准：乱倒垃圾50元；放养牲畜100元。', undefined, ['village-fine', 'village-fine']],
    ['乱倒垃圾50元。', '处罚标准', ['village-fine']],
    ['村民不得有下列行为：\n（一）乱倒垃圾；\n（二）上访。', undefined, ['petition-ban']],
  ])('%s', (text, heading, rules) => {
    expect(rulesIn(text, heading)).toEqual(rules);
  });
});

describe('what is reported', () => {
  const text = '爱护环境。乱倒垃圾的，罚 款５００元，并停水停电；最终解释权归村委会。';
  const findings = checkArticle({ text, kind: 'village' }, ruleSet);

  it('comes gravest first, with offsets that give the quote', () => {
    expect(findings.map((finding) => finding.severity)).toEqual(['unlawful', 'unlawful', 'consider']);
    for (const { start, end, quote } of findings) expect(text.slice(start, end)).toBe(quote);
  });

  it('brings no wording for a link in a chain of consequences', () => {
    expect(findings.filter((finding) => finding.replacement !== undefined)).toEqual([]);
  });

  it('names one place once, under its gravest rule', () => {
    const places = findings.map(({ start, end }) => [start, end] as const);
    for (const [index, [start, end]] of places.entries()) {
      for (const [otherStart, otherEnd] of places.slice(index + 1)) expect(start < otherEnd && otherStart < end).toBe(false);
    }
  });

  it('cites village law to villages only', () => {
    const laws = (kind: 'village' | 'community') =>
      checkArticle({ text: '乱倒垃圾的罚款50元。', kind }, ruleSet).flatMap((finding) => finding.basis.map(({ law }) => law));
    expect(laws('village')).toContain('农业法');
    expect(laws('community')).not.toContain('农业法');
  });
});
