import { strToU8, zipSync, type Zippable } from 'fflate';

export const wordNamespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A run with a text. */
export function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A smallest Word file around the blocks of its body: for tests of what no library writes. */
export function buildDocx(body: string, parts: Zippable = {}): Uint8Array {
  return zipSync({ 'word/document.xml': strToU8(`<w:document ${wordNamespace}><w:body>${body}</w:body></w:document>`), ...parts });
}
