import { describe, expect, it } from 'vitest';
import { renderText } from '#core/document/renderText.ts';
import { numberingScopes, numberingStyles } from '#core/document/document.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import { articleText } from '#core/document/articleText.ts';
import { numberDocument } from '#core/document/numberDocument.ts';
import { blockText, conventionBlocks, runsText } from '#backend/documents/export/conventionBlocks.ts';
import { samplePrints } from '#backend/documents/export/samplePrints.ts';

describe('conventionBlocks', () => {
  const styles = numberingStyles.flatMap((numberingStyle) => numberingScopes.map((numberingScope) => ({ numberingStyle, numberingScope })));

  it.each(styles)('prints the words of renderText: $numberingStyle, $numberingScope', (attrs) => {
    const document = { ...samplePrints.convention.document, attrs };
    const lines = renderText(document).split('\n').filter((line) => line !== '');
    expect(conventionBlocks(document).map(blockText).join('\n').split('\n')).toEqual(lines);
  });
});

describe('the offsets of blocks', () => {
  const { document } = samplePrints.convention;
  const numbering = numberDocument(document);

  it.each(articlesOf(document))('count in articleText: article $index', ({ article }) => {
    const text = articleText(article, numbering);
    const blocks = conventionBlocks(document).filter((block) => block.kind !== 'table' && block.article?.id === article.attrs.id);
    expect(blocks.length).toBeGreaterThan(0);
    for (const block of blocks) {
      if (block.kind === 'table' || block.article === undefined) continue;
      const words = runsText(block.runs);
      expect(text.slice(block.article.offset, block.article.offset + words.length)).toBe(words);
    }
  });
});
