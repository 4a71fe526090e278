import { describe, expect, it } from 'vitest';
import { renderText } from '#core/document/renderText.ts';
import { numberingScopes, numberingStyles } from '#core/document/document.ts';
import { blockText, conventionBlocks } from '#backend/documents/export/conventionBlocks.ts';
import { samplePrints } from '#backend/documents/export/samplePrints.ts';

describe('conventionBlocks', () => {
  const styles = numberingStyles.flatMap((numberingStyle) => numberingScopes.map((numberingScope) => ({ numberingStyle, numberingScope })));

  it.each(styles)('prints the words of renderText: $numberingStyle, $numberingScope', (attrs) => {
    const document = { ...samplePrints.convention.document, attrs };
    const lines = renderText(document).split('\n').filter((line) => line !== '');
    expect(conventionBlocks(document).map(blockText).join('\n').split('\n')).toEqual(lines);
  });
});
