import type { DocumentComparison } from '#core/comparison/comparison.ts';

/**
 * What became of an article since the round before. Offsets are UTF-16, in its articleText now: `inserted` ranges are new,
 * `removed` words stood at an offset and are gone. An article that only moved, or is new altogether, has neither.
 */
export type ArticleChange = {
  /** 修改, 新增, 移动, as the row under the article number says */
  name: '修改' | '新增' | '移动';
  inserted: { from: number; to: number }[];
  removed: { at: number; text: string }[];
};

/** The changed articles by id. Articles that stayed the same are left out. */
export function articleChanges(comparison: DocumentComparison): Map<string, ArticleChange> {
  const changed = new Map<string, ArticleChange>();
  for (const row of comparison.rows) {
    if (row.op === 'same' || row.op === 'delete') continue;
    let start = 0;
    for (const article of row.newArticles) {
      const end = start + article.text.length;
      const change: ArticleChange = {
        name: row.op === 'insert' ? '新增' : row.op === 'move' && row.edited === undefined ? '移动' : '修改',
        inserted: [],
        removed: [],
      };
      let offset = 0;
      for (const { kind, text } of row.changes ?? []) {
        if (kind === 'delete') {
          // At a seam between two articles what is gone counts to the one before.
          if (offset >= start && offset <= end && !(offset === start && start > 0)) change.removed.push({ at: offset - start, text });
          continue;
        }
        const from = Math.max(offset, start);
        const to = Math.min(offset + text.length, end);
        if (kind === 'insert' && from < to) change.inserted.push({ from: from - start, to: to - start });
        offset += text.length;
      }
      changed.set(article.id, change);
      start = end + 1;
    }
  }
  return changed;
}
