import { createHash } from 'node:crypto';

const prefix = 'xiangyue_';

/** The name of the bookmark on an article in a Word file; Word allows 40 letters, digits and low lines. */
export function articleBookmark(articleId: string): string {
  return `${prefix}${digestOf(articleId).slice(0, 16)}`;
}

/** The w14:paraId of an article's first paragraph, by which the copy that comes back is matched. Word wants it below 80000000 hexadecimal. */
export function articleParagraphId(articleId: string): string {
  const number = Number.parseInt(digestOf(articleId).slice(0, 8), 16) & 0x7fffffff;
  return Math.max(1, number).toString(16).toUpperCase().padStart(8, '0');
}

function digestOf(articleId: string): string {
  return createHash('sha256').update(articleId).digest('hex');
}
