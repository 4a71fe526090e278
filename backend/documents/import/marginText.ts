/** — 1 —, 第 1 页 共 9 页, and what is left of them without the numbers of the fields; an empty line too. */
export const pageNumberLine = /^(?:[第共页\s\d\p{P}\p{S}]|page|of)*$/iu;

/** So much of a text as a note can bear. */
export function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}……` : text;
}
