import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDocument } from '#core/document/arbitraryDocument.ts';
import { documentSchema, type ConventionDocument } from '#core/document/document.ts';
import { article, chapter, conventionDocument, paragraph } from '#core/document/documentBuilders.ts';
import { fullDocument, fullText, verseDocument, verseText } from '#core/document/goldenDocuments.ts';
import { decideSuggestions } from '#core/document/suggestions/decideSuggestions.ts';
import { renderText } from '#core/document/renderText.ts';

/** The document after a change to every text in it and to every id, as a re-import or another editor would make it. */
function rewritten(document: ConventionDocument, change: (text: string) => string, rename: (id: string) => string): ConventionDocument {
  return documentSchema.parse(
    JSON.parse(JSON.stringify(document), (key, value: unknown) => {
      if (typeof value !== 'string') return value;
      if (key === 'text') return change(value);
      return key === 'id' || key === 'target' ? rename(value) : value;
    }),
  );
}
const unmarked = (document: ConventionDocument) =>
  documentSchema.parse(
    JSON.parse(JSON.stringify(document), (key, value: unknown) => (key === 'marks' ? undefined : value)),
  );
const same = (value: string) => value;

describe('the text that is hashed', () => {
  it('is fixed for a document with every kind of part', () => {
    expect(renderText(fullDocument)).toBe(fullText);
  });

  it('is fixed for a rhyme without articles', () => {
    expect(renderText(verseDocument)).toBe(verseText);
  });

  it.each([
    ['article', '约\n第一条　甲\n第二条　乙\n'],
    ['chinese', '约\n一、甲\n二、乙\n'],
    ['arabic', '约\n1.甲\n2.乙\n'],
    ['none', '约\n甲\n乙\n'],
  ] as const)('prints numbers in style %s', (style, text) => {
    expect(renderText(conventionDocument('约', [article('a', '甲'), article('b', '乙')], style))).toBe(text);
  });

  it('is the same in composed and decomposed form, and with either kind of line end', () => {
    const composed = conventionDocument('caf\u00E9', [article('a', '甲\n乙')]);
    const decomposed = conventionDocument('cafe\u0301', [article('a', '甲\r\n乙')]);
    expect(renderText(decomposed)).toBe(renderText(composed));
    expect(renderText(conventionDocument('caf\u00E9', [article('a', '甲\r乙')]))).toBe(renderText(composed));
  });

  it('composes a letter and its accent that a zero-width character held apart', () => {
    expect(renderText(conventionDocument('e\u200B\u0301', [article('a', '甲')]))).toBe('\u00E9\n第一条　甲\n');
  });

  it('changes when a word, a number style, a move or a reference changes what is printed', () => {
    const base = conventionDocument('约', [article('a', '甲'), article('b', paragraph('见', { to: 'a' }))]);
    const others = [
      conventionDocument('约', [article('a', '丙'), article('b', paragraph('见', { to: 'a' }))]),
      conventionDocument('约', [article('b', paragraph('见', { to: 'a' })), article('a', '甲')]),
      conventionDocument('约', [article('a', '甲'), article('b', paragraph('见', { to: 'b' }))]),
      conventionDocument('约', [article('a', '甲'), article('b', paragraph('见', { to: 'a' }))], 'chinese'),
      conventionDocument('约', [chapter('c', '', article('a', '甲'), article('b', paragraph('见', { to: 'a' })))]),
    ];
    for (const other of others) expect(renderText(other)).not.toBe(renderText(base));
  });
});

describe('the text that is hashed, for every document', () => {
  const check = (law: (document: ConventionDocument) => void) =>
    fc.assert(fc.property(arbitraryDocument(), law), { seed: 20261124, numRuns: 100 });

  it('does not depend on ids', () => {
    check((document) => {
      expect(renderText(rewritten(document, same, (id) => `other-${id}`))).toBe(renderText(document));
    });
  });

  it('does not depend on marks, and takes suggestions as accepted', () => {
    check((document) => {
      const accepted = decideSuggestions(document, 'accept');
      expect(renderText(document)).toBe(renderText(accepted));
      expect(renderText(unmarked(accepted))).toBe(renderText(document));
    });
  });

  it('does not depend on zero-width characters', () => {
    check((document) => {
      const laced = rewritten(document, (text) => `\u200B${[...text].join('\u2060')}\uFEFF`, same);
      expect(renderText(laced)).toBe(renderText(document));
    });
  });

  it('is NFC, ends in one line feed and holds neither carriage returns nor zero-width characters', () => {
    check((document) => {
      const text = renderText(document);
      expect(text.normalize('NFC')).toBe(text);
      expect(text.endsWith('\n')).toBe(true);
      expect(/[\r\u200B-\u200D\u2060\uFEFF]/u.test(text)).toBe(false);
    });
  });
});
