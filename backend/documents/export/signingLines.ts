import { isSignature } from '#core/document/parsing/lineCues.ts';

/** More characters than this are a sentence, not the name of a body or a date. */
const longestLine = 30;

/** How many paragraphs at the end of a closing sign the text: a body, a date. Sentences and lines with a colon are read, not signed. */
export function signingLines(paragraphs: readonly string[]): number {
  const signs = (text: string) => text.trim() !== '' && [...text].length <= longestLine && !/[：:]/u.test(text) && isSignature(text);
  return paragraphs.length - 1 - paragraphs.findLastIndex((text) => !signs(text));
}
