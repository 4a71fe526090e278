import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDocument } from '#core/document/arbitraryDocument.ts';
import { article, chapter, conventionDocument, items } from '#core/document/documentBuilders.ts';
import { documentSchema, type Article, type Mark, type Paragraph } from '#core/document/document.ts';
import { decideSuggestions, type SuggestionDecision } from '#core/document/suggestions/decideSuggestions.ts';
import { openSuggestions } from '#core/document/suggestions/openSuggestions.ts';

function marked(type: 'insertion' | 'deletion', id: string, text: string): NonNullable<Paragraph['content']>[number] {
  const mark: Mark = { type, attrs: { id } };
  return { type: 'text', text, marks: [mark] };
}

const plain = (text: string) => ({ type: 'text' as const, text });
const line = (...content: NonNullable<Paragraph['content']>): Paragraph => ({ type: 'paragraph', content });
const document = (...articles: Article[]) => conventionDocument('约', articles);
const replaced = article('a', line(plain('乱倒的，'), marked('deletion', 's1', '罚款'), marked('insertion', 's2', '批评'), plain('。')));
const taken = { type: 'paragraph' as const, content: [marked('deletion', 's1', '罚款。')] };

const cases: { rule: string; before: ReturnType<typeof document>; decision: SuggestionDecision; ids?: string[]; after: ReturnType<typeof document> }[] = [
  { rule: 'accepted, inserted words stay and deleted ones go', before: document(replaced), decision: 'accept', after: document(article('a', '乱倒的，批评。')) },
  { rule: 'rejected, it is the other way round', before: document(replaced), decision: 'reject', after: document(article('a', '乱倒的，罚款。')) },
  {
    rule: 'those that are not meant stay open',
    before: document(replaced),
    decision: 'accept',
    ids: ['s1'],
    after: document(article('a', line(plain('乱倒的，'), marked('insertion', 's2', '批评'), plain('。')))),
  },
  { rule: 'a paragraph goes with its last word', before: document(article('a', '甲。', taken)), decision: 'accept', after: document(article('a', '甲。')) },
  { rule: 'an article goes with its last word', before: document(article('a', taken), article('b', '乙。')), decision: 'accept', after: document(article('b', '乙。')) },
  { rule: 'the last article of a text stays empty', before: document(article('a', taken)), decision: 'accept', after: document(article('a', '')) },
  {
    rule: 'a list that loses all its words goes',
    before: document(article('a', '甲：', { ...items('l', 'arabic', '乙'), content: [{ type: 'item', attrs: { id: 'i' }, content: [taken] }] })),
    decision: 'accept',
    after: document(article('a', '甲：')),
  },
  {
    rule: 'a chapter keeps an article',
    before: conventionDocument('约', [chapter('c', '总则', article('a', taken)), article('b', '乙。')]),
    decision: 'accept',
    after: conventionDocument('约', [chapter('c', '总则', article('a', '')), article('b', '乙。')]),
  },
];

describe('suggestions that are decided', () => {
  it.each(cases)('$rule', ({ before, decision, ids, after }) => {
    expect(decideSuggestions(before, decision, ids === undefined ? undefined : new Set(ids))).toEqual(after);
  });

  it('leave a document of its schema without a suggestion, for every document', () => {
    fc.assert(
      fc.property(arbitraryDocument(), fc.constantFrom<SuggestionDecision>('accept', 'reject'), (before, decision) => {
        const after = decideSuggestions(before, decision);
        expect(documentSchema.safeParse(after).success).toBe(true);
        expect(openSuggestions(after)).toEqual([]);
      }),
      { seed: 20261125, numRuns: 200 },
    );
  });

  it('come out the same one by one and all at once, in words', () => {
    fc.assert(
      fc.property(arbitraryDocument(), fc.constantFrom<SuggestionDecision>('accept', 'reject'), (before, decision) => {
        const ids = openSuggestions(before).map(({ id }) => id);
        const one = ids.reduce((present, id) => decideSuggestions(present, decision, new Set([id])), before);
        const words = (value: unknown) => JSON.stringify(value).match(/"text":"[^"]*"/gu) ?? [];
        expect(words(one).join('')).toBe(words(decideSuggestions(before, decision)).join(''));
      }),
      { seed: 20261125, numRuns: 200 },
    );
  });
});
