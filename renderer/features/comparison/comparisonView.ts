import type { ReactNode } from 'react';
import { findMovedSentences } from '#core/comparison/findMovedSentences.ts';
import { chineseNumeral } from '#core/text/chineseNumeral.ts';
import type { ComparedArticle, DocumentComparison, InlineChange, PartComparison } from '#core/comparison/comparison.ts';

export type ComparisonRow = DocumentComparison['rows'][number];

/** What a reader sees happen to an article. A move shows twice: where it left and where it arrived. */
export type ChangeKind = 'edit' | 'insert' | 'delete' | 'moveAway' | 'moveHere' | 'split' | 'merge';

export type ViewArticle = { label: string; heading: string; text: string };

export type SameRow = { kind: 'same'; old: ViewArticle; new: ViewArticle };

export type ChangedRow = {
  kind: ChangeKind;
  old: ViewArticle[];
  new: ViewArticle[];
  /** 修改、移动并修改: what happened, in one word */
  word: string;
  /** beside the old number: 移到第五条; empty where the one word says it all */
  oldTrail: string;
  newTrail: string;
  /** 原第八条 → 第五条; the one number where it stayed the same */
  passage: string;
  changes: InlineChange[] | undefined;
  /** sentences that went to another article, or to another place in this one, and those that came from one */
  oldNotes: string[];
  newNotes: string[];
  /** shared by the two ends of a move, so that a reader can go from one to the other */
  move: number | undefined;
  /** 1-based among all changes in reading order; the two ends of a move are one change */
  number: number;
  source: ComparisonRow;
};

type ViewRow = SameRow | ChangedRow;

/** One line of the view in reading order. A heading stands where its chapter or section begins in the new text. */
export type ViewEntry =
  | { type: 'part'; part: PartComparison; /** as of a changed row; undefined on a part that is the same */ number: number | undefined }
  | { type: 'heading'; text: string }
  | { type: 'same'; row: SameRow }
  | { type: 'changed'; row: ChangedRow };

/** A stretch that is shown together in two columns: unchanged articles fold, changes do not. */
export type ViewBlock =
  | { type: 'same'; rows: SameRow[] }
  | { type: 'changed'; row: ChangedRow }
  | { type: 'part'; part: PartComparison; number: number };

/** What a change is about, for whatever a screen puts below it: reasons, buttons. */
export type ViewChange = { number: number; row: ComparisonRow } | { number: number; part: PartComparison };

/** What a screen shows with a change; nothing where it returns null. */
export type ChangeSlot = (change: ViewChange) => ReactNode;

/** 第十二条 always, whatever style the numbers are printed in. */
function nameOfArticle(article: Pick<ComparedArticle, 'label' | 'index'>): string {
  return article.label.startsWith('第') ? article.label : `第${chineseNumeral(article.index + 1)}条`;
}

function viewOf(article: ComparedArticle): ViewArticle {
  return { label: nameOfArticle(article), heading: article.heading, text: article.text };
}

function names(articles: readonly ComparedArticle[]): string {
  return articles.map(nameOfArticle).join('、');
}

type Words = Pick<ChangedRow, 'word' | 'oldTrail' | 'newTrail' | 'passage'>;

function wordsOf(row: ComparisonRow): Words {
  const [old, fresh] = [names(row.oldArticles), names(row.newArticles)];
  const passage = old === fresh || old === '' || fresh === '' ? `${old === '' ? fresh : old}` : `原${old} → ${fresh}`;
  const plain = { oldTrail: '', newTrail: '', passage };
  switch (row.op) {
    case 'same':
      return { word: '未改', ...plain };
    case 'edit':
      return { word: '修改', ...plain };
    case 'insert':
      return { word: '新增', ...plain };
    case 'delete':
      return { word: '删去', ...plain };
    case 'move':
      return { word: row.edited === true ? '移动并修改' : '移动', oldTrail: `移到${fresh}`, newTrail: `原${old}`, passage };
    case 'split':
      return { word: '拆分', oldTrail: `拆为${fresh}`, newTrail: `原${old}`, passage };
    case 'merge':
      return { word: '合并', oldTrail: `并入${fresh}`, newTrail: `原${old}`, passage };
  }
}

const longestQuote = 18;

function noNotes(): Pick<ChangedRow, 'oldNotes' | 'newNotes'> {
  return { oldNotes: [], newNotes: [] };
}

/** “秸秆不得露天焚烧……”移至第九条: sentences that moved without their article, in words at both ends. */
function sentenceNotes(comparison: DocumentComparison): Map<ComparisonRow, Pick<ChangedRow, 'oldNotes' | 'newNotes'>> {
  const notes = new Map(comparison.rows.map((row) => [row, noNotes()]));
  for (const { text, from, oldArticle, to, newArticle } of findMovedSentences(comparison)) {
    const characters = [...text];
    const quote = `“${characters.length > longestQuote ? `${characters.slice(0, longestQuote).join('')}……` : text}”`;
    const [source, target] = [comparison.rows[from], comparison.rows[to]];
    if (source === undefined || target === undefined) continue;
    notes.get(source)?.oldNotes.push(from === to ? `${quote}在本条内挪了位置` : `${quote}移至${nameOfArticle(newArticle)}`);
    if (from !== to) notes.get(target)?.newNotes.push(`${quote}来自原${nameOfArticle(oldArticle)}`);
  }
  return notes;
}

function first(indexes: readonly number[]): number {
  return indexes[0] ?? Number.POSITIVE_INFINITY;
}

/**
 * The rows in reading order: articles that stay stand side by side, what left stands at its old place,
 * what came or was moved here at its new place. Numbers are given by viewEntries.
 */
function viewRows(comparison: DocumentComparison): ViewRow[] {
  const staying = comparison.rows
    .filter((row) => row.op !== 'move' && row.old.length > 0 && row.new.length > 0)
    .toSorted((one, other) => first(one.new) - first(other.new));
  const leaving = comparison.rows
    .filter((row) => row.op === 'move' || row.new.length === 0)
    .toSorted((one, other) => first(one.old) - first(other.old));
  const arriving = comparison.rows
    .filter((row) => row.op === 'move' || row.old.length === 0)
    .toSorted((one, other) => first(one.new) - first(other.new));
  const moves = new Map(comparison.rows.filter((row) => row.op === 'move').map((row, index) => [row, index]));

  const notes = sentenceNotes(comparison);
  const rows: ViewRow[] = [];
  const add = (kind: ChangeKind, row: ComparisonRow, old: readonly ComparedArticle[], fresh: readonly ComparedArticle[]) => {
    const sides = { old: old.map(viewOf), new: fresh.map(viewOf) };
    rows.push({ kind, ...sides, ...wordsOf(row), changes: row.changes, ...(notes.get(row) ?? noNotes()), move: moves.get(row), number: 0, source: row });
  };
  let left = 0;
  let arrived = 0;
  const catchUp = (oldEnd: number, newEnd: number) => {
    for (let row = leaving[left]; row !== undefined && first(row.old) < oldEnd; row = leaving[left]) {
      add(row.op === 'move' ? 'moveAway' : 'delete', row, row.oldArticles, []);
      left += 1;
    }
    for (let row = arriving[arrived]; row !== undefined && first(row.new) < newEnd; row = arriving[arrived]) {
      add(row.op === 'move' ? 'moveHere' : 'insert', row, [], row.newArticles);
      arrived += 1;
    }
  };
  for (const row of staying) {
    catchUp(first(row.old), first(row.new));
    const [old] = row.oldArticles;
    const [fresh] = row.newArticles;
    if (row.op === 'same' && old !== undefined && fresh !== undefined) rows.push({ kind: 'same', old: viewOf(old), new: viewOf(fresh) });
    else if (row.op === 'edit' || row.op === 'split' || row.op === 'merge') add(row.op, row, row.oldArticles, row.newArticles);
  }
  catchUp(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  return rows;
}

const partsBefore = new Set<PartComparison['part']>(['title', 'subtitle', 'preamble', 'heading', 'lead', 'verse']);

/** A heading in the line of its chapter: 第二章 人居环境 ends in, or holds before its section, 人居环境. */
function standsIn(words: string, line: string): boolean {
  return words !== '' && (line.endsWith(words) || line.includes(`${words} `));
}

/** All of a comparison in reading order, its changes numbered from 1. */
export function viewEntries(comparison: DocumentComparison): ViewEntry[] {
  const body: ViewEntry[] = [];
  const placed = new Set<PartComparison>();
  const headings = comparison.parts.filter(({ part, op }) => part === 'heading' && op !== 'same');
  const place = (side: 'old' | 'new', line: string): number => {
    const found = headings.filter((part) => !placed.has(part) && (side === 'old' ? part.op === 'delete' : part.op !== 'delete') && standsIn(part[side], line));
    for (const part of found) {
      placed.add(part);
      body.push({ type: 'part', part, number: 0 });
    }
    return found.length;
  };
  let current = '';
  for (const row of viewRows(comparison)) {
    const fresh = row.kind === 'same' ? row.new : row.new[0];
    const old = row.kind === 'same' ? row.old : row.old[0];
    if (fresh !== undefined && fresh.heading !== current) {
      current = fresh.heading;
      if (place('new', current) === 0 && current !== '') body.push({ type: 'heading', text: current });
    } else if (fresh === undefined && old !== undefined) place('old', old.heading);
    body.push(row.kind === 'same' ? { type: 'same', row } : { type: 'changed', row });
  }
  const asEntry = (part: PartComparison): ViewEntry => ({ type: 'part', part, number: part.op === 'same' ? undefined : 0 });
  const before = comparison.parts.filter((part) => partsBefore.has(part.part) && !placed.has(part) && (part.part !== 'heading' || part.op !== 'same'));
  const after = comparison.parts.filter((part) => !partsBefore.has(part.part));
  return numbered([...before.map(asEntry), ...body, ...after.map(asEntry)]);
}

function numbered(entries: readonly ViewEntry[]): ViewEntry[] {
  let count = 0;
  const moves = new Map<number, number>();
  for (const entry of entries) {
    if (entry.type === 'part' && entry.number !== undefined) entry.number = count += 1;
    if (entry.type !== 'changed' || entry.row.kind === 'moveAway') continue;
    entry.row.number = count += 1;
    if (entry.row.move !== undefined) moves.set(entry.row.move, count);
  }
  for (const entry of entries) {
    if (entry.type === 'changed' && entry.row.kind === 'moveAway') entry.row.number = moves.get(entry.row.move ?? -1) ?? 0;
  }
  return [...entries];
}

/** How many changes one steps through. */
export function countChanges(entries: readonly ViewEntry[]): number {
  return entries.filter((entry) => (entry.type === 'part' ? entry.number !== undefined : entry.type === 'changed' && entry.row.kind !== 'moveAway')).length;
}

/** For two columns: runs of unchanged articles become one block each, unchanged parts and headings are left out. */
export function viewBlocks(entries: readonly ViewEntry[]): ViewBlock[] {
  const blocks: ViewBlock[] = [];
  for (const entry of entries) {
    const last = blocks.at(-1);
    if (entry.type === 'changed') blocks.push(entry);
    else if (entry.type === 'part' && entry.number !== undefined) blocks.push({ type: 'part', part: entry.part, number: entry.number });
    else if (entry.type === 'same' && last?.type === 'same') last.rows.push(entry.row);
    else if (entry.type === 'same') blocks.push({ type: 'same', rows: [entry.row] });
  }
  return blocks;
}

/** The changes alone, each move once, below the heading of the chapter they stand in. */
export function changedEntries(entries: readonly ViewEntry[]): ViewEntry[] {
  const kept: ViewEntry[] = [];
  let heading: ViewEntry | undefined;
  for (const entry of entries) {
    if (entry.type === 'heading') heading = entry;
    else if (entry.type === 'part' && entry.number === undefined) continue;
    else if (entry.type === 'changed' ? entry.row.kind !== 'moveAway' : entry.type === 'part') {
      if (entry.type === 'part') heading = undefined;
      if (heading !== undefined) kept.push(heading);
      heading = undefined;
      kept.push(entry);
    }
  }
  return kept;
}

/** 第一条至第六条没有改动 */
export function sameSentence(articles: readonly ViewArticle[]): string {
  const [start] = articles;
  const end = articles.at(-1);
  if (start === undefined || end === undefined) return '';
  return articles.length === 1 ? `${start.label}没有改动` : `${start.label}至${end.label}没有改动`;
}

/** What is said of a change to one who hears it: 第十一条，移动并修改，原第八条 */
export function changeSentence(row: ChangedRow): string {
  const names = (row.new.length > 0 ? row.new : row.old).map(({ label }) => label).join('、');
  const trail = row.new.length > 0 ? row.newTrail : row.oldTrail;
  return [names, row.word, trail].filter((words) => words !== '').join('，');
}
