import type { InlineChange } from '#core/comparison/comparison.ts';

/**
 * Cuts one run of changes over several articles, one a line, at the ends of the articles of one side.
 * @param texts the articles' texts; on this side `changes` spell them joined by line ends
 */
export function changesPerArticle(changes: readonly InlineChange[], texts: readonly string[], side: 'old' | 'new'): InlineChange[][] {
  const hidden = side === 'old' ? 'insert' : 'delete';
  const shown = changes.filter(({ kind, text }) => kind !== hidden && text !== '');
  let at = 0;
  let used = 0;
  const take = (length: number): InlineChange[] => {
    const taken: InlineChange[] = [];
    let missing = length;
    for (let change = shown[at]; change !== undefined && missing > 0; change = shown[at]) {
      const text = change.text.slice(used, used + missing);
      taken.push({ kind: change.kind, text });
      missing -= text.length;
      used += text.length;
      if (used < change.text.length) break;
      at += 1;
      used = 0;
    }
    return taken;
  };
  return texts.map((text, index) => {
    if (index > 0) take(1);
    return take(text.length);
  });
}
