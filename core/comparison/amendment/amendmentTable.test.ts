import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amendmentTable, type AmendmentRow } from '#core/comparison/amendment/amendmentTable.ts';
import { compareDocuments } from '#core/comparison/compareDocuments.ts';
import type { PartComparison } from '#core/comparison/comparison.ts';
import { arbitraryDocument } from '#core/document/arbitraryDocument.ts';
import { article, chapter, conventionDocument, paragraph } from '#core/document/documentBuilders.ts';
import type { ConventionDocument } from '#core/document/document.ts';

const partNames: Record<PartComparison['part'], string> = {
  title: '标题', subtitle: '副标题', preamble: '序言', heading: '章节标题', lead: '章首语', verse: '顺口溜', closing: '落款', annex: '附件',
};

/** A row in a line: 〈 〉 deleted, 《 》 inserted, ( ) note. */
function shown(row: AmendmentRow): string {
  if (row.type === 'band') return `== ${row.text}`;
  const marks = { inserted: ['《', '》'], deleted: ['〈', '〉'], note: ['(', ')'] } as const;
  const side = (lines: typeof row.old) =>
    lines.map(({ label, runs }) => `${label} ${runs.map(({ text, mark }) => (mark === undefined ? text : marks[mark].join(text))).join('')}`.trim()).join(' / ');
  return `${side(row.old)} | ${side(row.new)}`;
}

const table = (old: ConventionDocument, now: ConventionDocument, showUnchanged = false) =>
  amendmentTable(compareDocuments(old, now), { showUnchanged, partNames });

const garbage = '生活垃圾应当分类投放到指定地点，不得乱倒。';
const dogs = '养犬应当拴养，外出应当牵绳。';
const feasts = '红事新办，彩礼从简，宴席不超过十五桌。';
const funerals = '白事简办，丧期不超过三日，不搞封建迷信。';
const disputes = '邻里发生纠纷的，由村人民调解委员会调解。';
const harmony = '邻里和睦相处，守望相助，不打架斗殴。';

const old = conventionDocument('溪口村村规民约', [
  { type: 'preamble', content: [paragraph('为加强村民自治，制定本公约。')] },
  chapter('c1', '环境卫生', article('a1', garbage), article('a2', dogs), article('a3', '不得在河道内电鱼。')),
  chapter('c2', '移风易俗', article('a4', `${feasts}${funerals}`)),
  chapter('c3', '邻里关系', article('a5', harmony), article('a6', disputes)),
  { type: 'closing', content: [paragraph('溪口村村民委员会')] },
]);
const now = conventionDocument('溪口村村规民约', [
  { type: 'preamble', content: [paragraph('为加强村民自治，制定本公约。')] },
  chapter('c1', '村容村貌', article('a1', garbage), article('a2', `${dogs}伤人的依法赔偿。`)),
  chapter('c2', '移风易俗', article('a4', feasts), article('b4', funerals)),
  chapter('c3', '邻里关系', article('a6', disputes), article('a5', harmony)),
  chapter('c4', '附则', article('b1', '党员带头遵守本公约。')),
  { type: 'closing', content: [paragraph('溪口村村民委员会')] },
]);

describe('the table of changes', () => {
  it('tells every change in the order of the new text, with chapters between, and what happened in words', () => {
    const { rows, unchanged, isRenumbered } = table(old, now);
    expect(rows.map(shown)).toEqual([
      '第一章 〈环境卫生〉 | 第一章 《村容村貌》',
      '第二条 养犬应当拴养，外出应当牵绳。 | 第二条 养犬应当拴养，外出应当牵绳。《伤人的依法赔偿。》',
      '第三条 〈不得在河道内电鱼。〉 | (〔删去〕)',
      '== 第二章 移风易俗',
      `第四条 ${feasts}${funerals} / (（拆分为第三条、第四条）) | 第三条 ${feasts} / 第四条 ${funerals} / (（由原第四条拆分）)`,
      '== 第三章 邻里关系',
      expect.stringMatching(/（移至第[五六]条）.*（由原第[五六]条移来）/u),
      '(〔新增〕) | 第四章 《附则》',
      '(〔新增〕) | 第七条 《党员带头遵守本公约。》',
    ]);
    expect({ unchanged, isRenumbered }).toEqual({ unchanged: 2, isRenumbered: true });
  });

  it('shows unchanged articles and parts where asked', () => {
    const rows = table(old, now, true).rows.map(shown);
    expect(rows[0]).toBe('序言 为加强村民自治，制定本公约。 | 序言 为加强村民自治，制定本公约。');
    expect(rows).toContain(`第一条 ${garbage} | 第一条 ${garbage}`);
    expect(rows.at(-1)).toBe('落款 溪口村村民委员会 | 落款 溪口村村民委员会');
  });

  it('says of articles that became one where they came from', () => {
    const { rows } = table(now, old);
    expect(rows.map(shown)).toContain(`第三条 ${feasts} / 第四条 ${funerals} / (（合并为第四条）) | 第四条 ${feasts}${funerals} / (（由原第三条、第四条合并）)`);
  });

  it('puts a deleted chapter where it stood', () => {
    const without = conventionDocument('溪口村村规民约', [
      chapter('c1', '环境卫生', article('a1', garbage), article('a2', dogs), article('a3', '不得在河道内电鱼。')),
      chapter('c3', '邻里关系', article('a5', `${harmony}尊老爱幼。`), article('a6', disputes)),
    ]);
    const rows = table(old, without).rows.map(shown);
    const at = (start: string) => rows.findIndex((row) => row.startsWith(start));
    expect(at('第二章 〈移风易俗〉')).toBeGreaterThan(-1);
    expect(at('第四条 〈')).toBe(at('第二章 〈移风易俗〉') + 1);
    expect(at('== 第二章 邻里关系')).toBeGreaterThan(at('第四条 〈'));
  });

  it('loses and repeats no article and no word, whatever two documents hold', () => {
    fc.assert(
      fc.property(arbitraryDocument(), arbitraryDocument(), (one, other) => {
        const comparison = compareDocuments(one, other);
        const { rows } = amendmentTable(comparison, { showUnchanged: true, partNames });
        const words = (side: 'old' | 'new') =>
          rows.flatMap((row) => (row.type === 'change' ? row[side].map(({ runs }) => runs.flatMap(({ text, mark }) => (mark === 'note' ? [] : [text])).join('')) : [])).join('').replaceAll('\n', '');
        const length = (text: string) => text.replaceAll('\n', '').length;
        for (const side of ['old', 'new'] as const) {
          const articles = comparison.rows.reduce((sum, row) => sum + row[side === 'old' ? 'oldArticles' : 'newArticles'].reduce((all, { text }) => all + length(text), 0), 0);
          const parts = comparison.parts.filter(({ part, op }) => op !== 'same' || (part !== 'heading' && part !== 'title')).reduce((sum, part) => sum + length(part[side]), 0);
          expect(words(side)).toHaveLength(articles + parts);
        }
        expect(rows.filter((row) => row.type === 'change')).toHaveLength(
          comparison.rows.length + comparison.parts.filter(({ part, op }) => op !== 'same' || (part !== 'heading' && part !== 'title')).length,
        );
      }),
      { seed: 5, numRuns: 150 },
    );
  });
});
