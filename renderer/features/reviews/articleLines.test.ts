import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDocument } from '#core/document/arbitraryDocument.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import { articleText } from '#core/document/articleText.ts';
import { article, conventionDocument, items, paragraph } from '#core/document/documentBuilders.ts';
import { numberDocument } from '#core/document/numberDocument.ts';
import { articleLines } from './articleLines.ts';

const subject = article('a', { type: 'caption', content: [{ type: 'text', text: '环境' }] }, paragraph('见', { to: 'a' }, '：'), items('l', 'parenthesizedChinese', '乱倒垃圾', '占道'), '批评教育。');
const numbering = numberDocument(conventionDocument('约', [subject]));

describe('the lines of an article on the screen', () => {
  it('carry their labels and the offsets of articleText', () => {
    const { text, lines } = articleLines(subject, numbering);
    expect(lines.map(({ kind, depth, from, to }) => [kind, depth, text.slice(from, to)])).toEqual([
      ['caption', 0, '环境'],
      ['paragraph', 0, '见第一条：'],
      ['paragraph', 1, '（一）乱倒垃圾'],
      ['paragraph', 1, '（二）占道'],
      ['paragraph', 0, '批评教育。'],
    ]);
  });

  it('hold the whole text of every article, each character once', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        const all = numberDocument(document);
        for (const { article: each } of articlesOf(document)) {
          const { text, lines } = articleLines(each, all);
          expect(text).toBe(articleText(each, all));
          const shown = lines.map(({ from, to }) => text.slice(from, to)).join('');
          expect(shown).toBe(text.replaceAll('\n', ''));
        }
      }),
      { seed: 20261124, numRuns: 200 },
    );
  });
});
