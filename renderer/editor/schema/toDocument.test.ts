import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentSchema } from '#core/document/document.ts';
import { renderText } from '#core/document/renderText.ts';
import { arbitraryDocument } from '#renderer/editor/schema/arbitraryDocument.ts';
import { conventionSchema } from '#renderer/editor/schema/conventionSchema.ts';
import { toDocument } from '#renderer/editor/schema/toDocument.ts';

describe('toDocument', () => {
  it('returns what was loaded, unchanged, and what core accepts', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        const node = conventionSchema.nodeFromJSON(document);
        node.check();
        const returned = toDocument(node);
        expect(returned).toEqual(document);
        expect(documentSchema.parse(returned)).toEqual(document);
        expect(renderText(returned)).toBe(renderText(document));
      }),
      { seed: 20_261_124, numRuns: 200 },
    );
  });

  it('keeps the same object for an article that did not change', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        const node = conventionSchema.nodeFromJSON(document);
        const title = conventionSchema.nodeFromJSON({ type: 'title', content: [{ type: 'text', text: '新题目' }] });
        const changed = node.copy(node.content.replaceChild(0, title));
        const before = toDocument(node);
        const after = toDocument(changed);
        after.content.slice(1).forEach((part, index) => expect(part).toBe(before.content[index + 1]));
      }),
      { seed: 20_261_124, numRuns: 50 },
    );
  });

  it('refuses a document whose parts stand in the wrong order', () => {
    const wrong = {
      type: 'document',
      attrs: { numberingStyle: 'article', numberingScope: 'document' },
      content: [{ type: 'article', attrs: { id: 'a1' }, content: [{ type: 'paragraph' }] }, { type: 'title' }],
    };
    expect(() => conventionSchema.nodeFromJSON(wrong).check()).toThrow(RangeError);
    expect(documentSchema.safeParse(wrong).success).toBe(false);
  });
});
