import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRules } from '#backend/legality/loadRules.ts';
import { parseConvention } from '#core/document/parseConvention.ts';
import { checkDocument } from '#core/legality/checkDocument.ts';

const { ruleSet } = await loadRules(join(import.meta.dirname, '../../resources/legality'));

function check(text: string) {
  let count = 0;
  const { document } = parseConvention(text, { newId: () => `id-${++count}` });
  return checkDocument(document, 'village', ruleSet);
}

describe('a whole document', () => {
  const findings = check(`新玉峰村村规民约
第一章 总则
第一条 为加强村民自治，依据《婚姻法》制定本村规民约。
第二章 环境卫生
第二条 不乱倒垃圾，违者罚款五十元。
第三条 邻里和睦，男女平等。
本村规民约经村支两委研究通过，自公布之日起施行。
`);

  it('reports articles by index and id, in reading order', () => {
    expect(findings.filter((finding) => finding.article >= 0).map(({ article, rule }) => [article, rule])).toEqual([
      [0, 'stale-law'],
      [1, 'village-fine'],
    ]);
    expect(findings[0]?.articleId).toMatch(/^id-/u);
  });

  it('reports who may not make a convention, wherever it stands', () => {
    expect(findings.some((finding) => finding.rule === 'wrong-maker')).toBe(true);
  });

  it('names the topics it does not touch, and only those', () => {
    const topics = findings.filter((finding) => finding.rule === 'theme-missing');
    expect(topics.map((finding) => finding.message)).toEqual(['全文没有写到铸牢中华民族共同体意识和民族团结。']);
    expect(topics.every((finding) => finding.part === 'document')).toBe(true);
  });
});
