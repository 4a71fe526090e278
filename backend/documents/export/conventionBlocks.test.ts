import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDocument } from '#core/document/arbitraryDocument.ts';
import { decideSuggestions } from '#core/document/suggestions/decideSuggestions.ts';
import { renderText } from '#core/document/renderText.ts';
import { numberingScopes, numberingStyles } from '#core/document/document.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import { articleText } from '#core/document/articleText.ts';
import { numberDocument } from '#core/document/numberDocument.ts';
import { blockText, conventionBlocks, runsText } from '#backend/documents/export/conventionBlocks.ts';
import { printableText } from '#backend/documents/export/printableText.ts';
import { samplePrints } from '#backend/documents/export/samplePrints.ts';

/** Suggestions are printed as such; the laws speak of the words that are decided. */
const decidedDocument = arbitraryDocument().map((document) => decideSuggestions(document, 'accept'));

describe('conventionBlocks', () => {
  const styles = numberingStyles.flatMap((numberingStyle) => numberingScopes.map((numberingScope) => ({ numberingStyle, numberingScope })));

  it.each(styles)('prints the words of renderText: $numberingStyle, $numberingScope', (attrs) => {
    const document = { ...samplePrints.convention.document, attrs };
    const lines = renderText(document).split('\n').filter((line) => line !== '');
    expect(conventionBlocks(document).map(blockText).join('\n').split('\n')).toEqual(lines);
  });

  it('prints the words of renderText for any document', () => {
    // Where an article starts with an empty paragraph, renderText puts its number and the next words on one line.
    const words = (text: string) => printableText(text).replace(/\n/gu, '');
    fc.assert(
      fc.property(decidedDocument, (document) => {
        expect(words(conventionBlocks(document).map(blockText).join('\n'))).toBe(words(renderText(document)));
      }),
      { seed: 20261124, numRuns: 100 },
    );
  });
});

describe('the offsets of blocks', () => {
  it('count in articleText', () => {
    fc.assert(
      fc.property(decidedDocument, (document) => {
        const numbering = numberDocument(document);
        const texts = new Map(articlesOf(document).map(({ article }) => [article.attrs.id, articleText(article, numbering)]));
        for (const block of conventionBlocks(document)) {
          if (block.kind === 'table' || block.article === undefined) continue;
          const { id, offset } = block.article;
          const words = runsText(block.runs);
          expect(texts.get(id)?.slice(offset, offset + words.length)).toBe(words);
        }
      }),
      { seed: 20261124, numRuns: 100 },
    );
  });
});
