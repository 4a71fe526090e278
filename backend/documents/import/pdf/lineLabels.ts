const label = /^\s*(?:第[\s〇零一二三四五六七八九十百\d０-９]{1,8}[编章节条條]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|[\d０-９]{1,3}[.．、](?!\d)|[①-⑳㈠-㈩])/u;
const bareLabel = /^\s*(?:第[\s〇零一二三四五六七八九十百\d０-９]{1,8}[编章节条條]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]?|[①-⑳㈠-㈩●◆■•·])\s*$/u;

/** Whether a line begins with the number of an article, a heading or an item. */
export function startsNumbered(line: string): boolean {
  return label.test(line);
}

/** Whether words are nothing but such a number, as where a wide gap follows it. */
export function beginsWithLabel(words: string): boolean {
  return bareLabel.test(words);
}
