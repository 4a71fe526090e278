import { describe, expect, it } from 'vitest';
import { articlesOf } from '#core/document/articlesOf.ts';
import { numberDocument } from '#core/document/numberDocument.ts';
import type { Finding } from '#core/legality/rule.ts';
import { article, captioned, chapter, draft } from '#renderer/editor/commands/textBench.ts';
import { heatOf, outlineRows } from '#renderer/features/conventions/workspace/outlineRows.ts';

function finding(severity: Finding['severity']): Finding {
  return { rule: 'x', severity, article: 0, start: 0, end: 1, quote: '甲', message: '有问题。', basis: [], suggestion: '改' };
}

describe('outlineRows', () => {
  it('names chapters by their heading, articles by caption or first words', () => {
    const document = draft(chapter('c1', '总则', captioned('a1', '适用范围', '本公约适用于本村。'), article('a2', '全体村民热爱祖国遵守法律法规团结和睦')));
    const rows = outlineRows({ articles: articlesOf(document), numbering: numberDocument(document) }, new Map(), new Map());
    expect(rows.map(({ label, words }) => [label, words])).toEqual([
      ['第一章', '总则'],
      ['第一条', '适用范围'],
      ['第二条', '全体村民热…'],
    ]);
  });

  it('shows the gravest finding and the number of comments', () => {
    const document = draft(article('a1', '甲'));
    const findings = new Map([['a1', [finding('consider'), finding('unlawful'), finding('risky')]]]);
    const [row] = outlineRows({ articles: articlesOf(document), numbering: numberDocument(document) }, new Map([['a1', 12]]), findings);
    expect(row).toMatchObject({ severity: 'unlawful', comments: 12 });
  });

  it.each([[0, 0], [1, 1], [2, 1], [3, 2], [5, 2], [6, 3], [9, 3], [10, 4], [43, 4]])('%i comments have shade %i', (count, shade) => {
    expect(heatOf(count)).toBe(shade);
  });
});
