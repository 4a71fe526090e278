import { EditorState } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import type { StructureFault } from '#core/document/checkStructure.ts';
import { article, conventionDocument, paragraph } from '#core/document/documentBuilders.ts';
import { numberingPlugin } from '#renderer/editor/plugins/numberingPlugin.ts';
import { conventionSchema } from '#renderer/editor/schema/conventionSchema.ts';
import { structureRange } from './structureRange.ts';

const document = conventionDocument('云台村村规民约', [
  { type: 'subtitle', content: [paragraph('（2016年3月12日通过）')] },
  article('a', '由××负责。'),
]);
const state = EditorState.create({ doc: conventionSchema.nodeFromJSON(document), plugins: [numberingPlugin()] });

const cases: [string, StructureFault, string | undefined][] = [
  ['the quoted words of an article', { kind: 'blankLeft', articleId: 'a', quote: '××', start: 1, end: 3 }, '××'],
  ['the article where nothing is quoted', { kind: 'emptyArticle', articleId: 'a' }, '由××负责。'],
  ['a part by its kind', { kind: 'oldAdoption', part: 'subtitle', quote: '', start: 0, end: 0 }, '（2016年3月12日通过）'],
  ['nothing when the article is gone', { kind: 'emptyArticle', articleId: 'z' }, undefined],
  ['nothing when the part is gone', { kind: 'oldAdoption', part: 'closing', quote: '', start: 0, end: 0 }, undefined],
];

describe('where a fault of the structure leads', () => {
  it.each(cases)('to %s', (_what, fault, words) => {
    const range = structureRange(state, fault);
    expect(range === undefined ? undefined : state.doc.textBetween(range.from, range.to)).toBe(words);
  });
});
