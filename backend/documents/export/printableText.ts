import { zeroWidth } from '#core/document/articleText.ts';

/** Text as paper and XML can hold it, by the rules of renderText: LF, NFC, no zero-width and no control characters but the line feed. */
export function printableText(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/\t/gu, ' ')
    .replace(zeroWidth, '')
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (character) => (character === '\n' ? character : ''))
    .normalize('NFC');
}
