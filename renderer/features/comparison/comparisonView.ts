import { chineseNumeral } from '#core/text/chineseNumeral.ts';
import type { ComparedArticle, DocumentComparison, InlineChange } from '#core/comparison/comparison.ts';

type Row = DocumentComparison['rows'][number];

/** What a reader sees happen to an article. A move shows twice: where it left and where it arrived. */
export type ChangeKind = 'edit' | 'insert' | 'delete' | 'moveAway' | 'moveHere' | 'split' | 'merge';

export type ViewArticle = { label: string; heading: string; text: string };

export type ViewRow =
  | { kind: 'same'; old: ViewArticle; new: ViewArticle }
  | {
      kind: ChangeKind;
      old: ViewArticle[];
      new: ViewArticle[];
      oldWord: string;
      newWord: string;
      changes: InlineChange[] | undefined;
      /** shared by the two ends of a move, so that a reader can go from one to the other */
      move: number | undefined;
    };

export type ChangedRow = Exclude<ViewRow, { kind: 'same' }>;

/** A stretch that is shown together: unchanged articles fold, changes do not. */
export type ViewBlock = { type: 'same'; rows: Extract<ViewRow, { kind: 'same' }>[] } | { type: 'changed'; row: ChangedRow };

/** 第十二条 always, whatever style the numbers are printed in. */
function nameOf(article: ComparedArticle): string {
  return article.label.startsWith('第') ? article.label : `第${chineseNumeral(article.index + 1)}条`;
}

function viewOf(article: ComparedArticle): ViewArticle {
  return { label: nameOf(article), heading: article.heading, text: article.text };
}

function names(articles: readonly ComparedArticle[]): string {
  return articles.map(nameOf).join('、');
}

function wordsOf(row: Row): { oldWord: string; newWord: string } {
  switch (row.op) {
    case 'same':
      return { oldWord: '', newWord: '' };
    case 'edit':
      return { oldWord: '修改', newWord: '修改' };
    case 'insert':
      return { oldWord: '', newWord: '新增' };
    case 'delete':
      return { oldWord: '删去', newWord: '' };
    case 'move': {
      const also = row.edited === true ? '，有修改' : '';
      return { oldWord: `移到${names(row.newArticles)}${also}`, newWord: `从${names(row.oldArticles)}移来${also}` };
    }
    case 'split':
      return { oldWord: `拆分为${names(row.newArticles)}`, newWord: `从${names(row.oldArticles)}拆分` };
    case 'merge':
      return { oldWord: `合并到${names(row.newArticles)}`, newWord: `由${names(row.oldArticles)}合并` };
  }
}

function first(indexes: readonly number[]): number {
  return indexes[0] ?? Number.POSITIVE_INFINITY;
}

/**
 * The rows in reading order: articles that stay stand side by side, what left stands at its old place,
 * what came or was moved here at its new place.
 */
export function viewRows(comparison: DocumentComparison): ViewRow[] {
  const staying = comparison.rows
    .filter((row) => row.op !== 'move' && row.old.length > 0 && row.new.length > 0)
    .toSorted((one, other) => first(one.new) - first(other.new));
  const leaving = comparison.rows
    .filter((row) => row.op === 'move' || row.new.length === 0)
    .toSorted((one, other) => first(one.old) - first(other.old));
  const arriving = comparison.rows
    .filter((row) => row.op === 'move' || row.old.length === 0)
    .toSorted((one, other) => first(one.new) - first(other.new));
  const moves = comparison.rows.filter((row) => row.op === 'move');
  const moveOf = (row: Row) => (row.op === 'move' ? moves.indexOf(row) : undefined);

  const rows: ViewRow[] = [];
  const leave = (row: Row) => {
    const changes = row.op === 'move' ? row.changes?.filter((change) => change.kind !== 'insert') : undefined;
    const kind = row.op === 'move' ? 'moveAway' : 'delete';
    rows.push({ kind, old: row.oldArticles.map(viewOf), new: [], ...wordsOf(row), changes, move: moveOf(row) });
  };
  const arrive = (row: Row) => {
    const changes = row.op === 'move' ? row.changes?.filter((change) => change.kind !== 'delete') : undefined;
    const kind = row.op === 'move' ? 'moveHere' : 'insert';
    rows.push({ kind, old: [], new: row.newArticles.map(viewOf), ...wordsOf(row), changes, move: moveOf(row) });
  };
  let left = 0;
  let arrived = 0;
  const catchUp = (oldEnd: number, newEnd: number) => {
    for (let row = leaving[left]; row !== undefined && first(row.old) < oldEnd; row = leaving[left]) {
      leave(row);
      left += 1;
    }
    for (let row = arriving[arrived]; row !== undefined && first(row.new) < newEnd; row = arriving[arrived]) {
      arrive(row);
      arrived += 1;
    }
  };
  for (const row of staying) {
    catchUp(first(row.old), first(row.new));
    const [old] = row.oldArticles;
    const [fresh] = row.newArticles;
    if (row.op === 'same' && old !== undefined && fresh !== undefined) {
      rows.push({ kind: 'same', old: viewOf(old), new: viewOf(fresh) });
    } else if (row.op === 'edit' || row.op === 'split' || row.op === 'merge') {
      rows.push({
        kind: row.op,
        old: row.oldArticles.map(viewOf),
        new: row.newArticles.map(viewOf),
        ...wordsOf(row),
        changes: row.changes,
        move: undefined,
      });
    }
  }
  catchUp(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  return rows;
}

/** Runs of unchanged articles become one block each. */
export function viewBlocks(rows: readonly ViewRow[]): ViewBlock[] {
  const blocks: ViewBlock[] = [];
  for (const row of rows) {
    const last = blocks.at(-1);
    if (row.kind !== 'same') blocks.push({ type: 'changed', row });
    else if (last?.type === 'same') last.rows.push(row);
    else blocks.push({ type: 'same', rows: [row] });
  }
  return blocks;
}

/** 第一条至第六条没有改动 */
export function sameSentence(articles: readonly ViewArticle[]): string {
  const [start] = articles;
  const end = articles.at(-1);
  if (start === undefined || end === undefined) return '';
  return articles.length === 1 ? `${start.label}没有改动` : `${start.label}至${end.label}没有改动`;
}

/** What a row adds to the legend; the two ends of a move count once. */
export function legendCounts(comparison: DocumentComparison) {
  const { counts } = comparison;
  return { edit: counts.edit, insert: counts.insert, delete: counts.delete, move: counts.move, split: counts.split, merge: counts.merge, same: counts.same };
}
