import { documentSchema, type ConventionDocument, type Inline, type Mark } from '#core/document/document.ts';
import type { ParsedConvention } from '#core/document/parseConvention.ts';
import { joinInlines } from '#core/document/suggestions/decideSuggestions.ts';
import { placeInSource, type PlacedBlock } from '#core/document/suggestions/placeInSource.ts';
import type { RevisedSource, RevisionPiece } from '#core/document/suggestions/revisedSource.ts';
import type { FileComment, Suggestion } from '#core/document/suggestions/suggestion.ts';
import { childNodes, isTextBlock, type DocumentNode } from '#core/document/suggestions/textBlocks.ts';

export type LaidRevisions = {
  document: ConventionDocument;
  /** the records of the suggestions that the document holds */
  suggestions: Suggestion[];
  /** the remarks of the file, and in words the changes for which the document has no place */
  fileComments: FileComment[];
  /** the words of the changes for which the document has no place */
  unplaced: string[];
};

type Parsed = Pick<ParsedConvention, 'document' | 'sourceLines' | 'headingLines'>;

/** What is put into a block: words before the unit at this index. */
type Addition = { unit: number; inline: Inline };

type DeletedPiece = Extract<RevisionPiece, { kind: 'deleted' }>;

const changeNames = { insertion: '添了', deletion: '删了', move: '移了' };
const longestText = 19_000;

/**
 * Lays the tracked changes of a file over the document that was parsed from its text with all of them accepted: what was inserted
 * gets insertion marks, what was deleted comes back under deletion marks, a move is one suggestion with both. Deleted words stand
 * where they stood in their line, and a deleted paragraph below the one before it. What stood in a number or in a part that
 * the parser left out has no place; it is listed in words, never lost.
 */
export function layRevisions(parsed: Parsed, source: string, revised: RevisedSource, newId: () => string): LaidRevisions {
  if (revised.revisions.length === 0 && revised.comments.length === 0) return { document: parsed.document, suggestions: [], fileComments: [], unplaced: [] };
  const blocks = placeInSource(parsed, source);
  const ids = revised.revisions.map(newId);
  const laid = new Set<number>();
  const markOf = (type: 'insertion' | 'deletion', revision: number): Mark => {
    laid.add(revision);
    return { type, attrs: { id: ids[revision] ?? '' } };
  };
  const inserted = insertedBy(source, revised.pieces);
  const additions = new Map<PlacedBlock, Addition[]>();
  const followers = new Map<string, Inline[][]>();
  for (const group of deletedTogether(revised.pieces)) {
    const at = group[0]?.at ?? 0;
    const runs = (piece: DeletedPiece): Inline[] => {
      const text = piece.text.replaceAll(/\s*\n\s*/gu, '');
      if (text === '') return [];
      return [{ type: 'text', text, marks: [...(piece.within === null ? [] : [markOf('insertion', piece.within)]), markOf('deletion', piece.revision)] }];
    };
    const paragraphs = wholeParagraphs(group, source);
    const before = paragraphs === undefined ? undefined : placeOf(blocks, source.slice(0, at), at)?.block;
    if (paragraphs !== undefined && before !== undefined && ['paragraph', 'caption'].includes(before.type)) {
      const key = before.path.join(' ');
      const contents = paragraphs.map((pieces) => joinInlines(pieces.flatMap(runs))).filter((content) => content.length > 0);
      followers.set(key, [...(followers.get(key) ?? []), ...contents]);
      continue;
    }
    const place = placeOf(blocks, source, at);
    if (place === undefined) continue;
    const added = group.flatMap(runs).map((inline): Addition => ({ unit: place.unit, inline }));
    additions.set(place.block, [...(additions.get(place.block) ?? []), ...added]);
  }
  const contents = new Map(
    blocks.map((block) => [
      block.path.join(' '),
      marked(block, additions.get(block) ?? [], (from) => {
        const revision = inserted.get(from);
        return revision === undefined ? undefined : markOf('insertion', revision);
      }),
    ]),
  );
  const document = documentSchema.parse(withContents(parsed.document, contents, followers, ''));
  const unplaced = revised.revisions.flatMap((revision, index) => (laid.has(index) || revision.text.trim() === '' ? [] : [revision]));
  const comments = revised.comments.map(({ author, madeAt, text, quote, at, line }): FileComment => ({
    id: newId(),
    author: author.slice(0, 200),
    madeAt,
    text: text.slice(0, longestText),
    quote: quote.slice(0, 2_000),
    articleId: articleAt(parsed, blocks, at, line),
  }));
  const listed = unplaced.map(({ author, madeAt, text, kind }): FileComment => ({
    id: newId(),
    author: author.slice(0, 200),
    madeAt,
    text: `修订没有标在正文里：${changeNames[kind]}“${text.slice(0, longestText)}”`,
    quote: '',
    articleId: null,
  }));
  return {
    document,
    suggestions: revised.revisions.flatMap(({ author, madeAt }, index): Suggestion[] =>
      laid.has(index) ? [{ id: ids[index] ?? '', author: author.slice(0, 200), madeAt, source: 'file' }] : [],
    ),
    fileComments: [...comments, ...listed],
    unplaced: unplaced.map(({ kind, text }) => `${changeNames[kind]}“${text}”`),
  };
}

/** UTF-16 offset in the source → the revision that inserted what stands there. */
function insertedBy(source: string, pieces: readonly RevisionPiece[]): Map<number, number> {
  const inserted = new Map<number, number>();
  for (const piece of pieces) {
    if (piece.kind !== 'inserted') continue;
    for (let at = piece.from; at < Math.min(piece.to, source.length); at += 1) inserted.set(at, piece.revision);
  }
  return inserted;
}

/** Deleted pieces that stood at one place. */
function deletedTogether(pieces: readonly RevisionPiece[]): DeletedPiece[][] {
  const groups: DeletedPiece[][] = [];
  for (const piece of pieces) {
    if (piece.kind === 'inserted') continue;
    const last = groups.at(-1);
    if (last?.[0]?.at === piece.at) last.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

/** The paragraphs that were deleted with their ends at a place between two lines; undefined where only words of a line were. */
function wholeParagraphs(group: readonly DeletedPiece[], source: string): DeletedPiece[][] | undefined {
  const at = group[0]?.at ?? 0;
  const startsLine = (at === 0 || source[at - 1] === '\n') && group.at(-1)?.text.endsWith('\n') === true;
  const endsLine = (at === source.length || source[at] === '\n') && group[0]?.text.startsWith('\n') === true;
  if (!startsLine && !endsLine) return undefined;
  const paragraphs: DeletedPiece[][] = [[]];
  for (const piece of group) {
    if (piece.text.startsWith('\n')) paragraphs.push([]);
    if (piece.text.trim() !== '') paragraphs.at(-1)?.push(piece);
    if (piece.text.length > 1 && piece.text.endsWith('\n')) paragraphs.push([]);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

type Place = { block: PlacedBlock; unit: number };

/** The place before a unit for what stood at an offset: behind the last character before it, in the same line where there is one. */
function placeOf(blocks: readonly PlacedBlock[], source: string, at: number): Place | undefined {
  const lineStart = source.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = source.indexOf('\n', at) === -1 ? source.length : source.indexOf('\n', at);
  let before: (Place & { to: number }) | undefined;
  let after: (Place & { from: number }) | undefined;
  for (const block of blocks) {
    block.units.forEach(({ from, to }, unit) => {
      if (from === -1) return;
      if (to <= at && (before === undefined || to > before.to)) before = { block, unit: unit + 1, to };
      if (from >= at && from < lineEnd && (after === undefined || from < after.from)) after = { block, unit, from };
    });
  }
  if (before !== undefined && before.to > lineStart) return before;
  return after ?? before;
}

function marked(block: PlacedBlock, additions: readonly Addition[], markAt: (from: number) => Mark | undefined): Inline[] {
  const content: Inline[] = [];
  const add = (unit: number) => {
    for (const { unit: wanted, inline } of additions) if (wanted === unit) content.push(inline);
  };
  let index = 0;
  let last: Mark | undefined;
  for (const inline of block.content) {
    const pieces: Inline[] = inline.type === 'text' ? inline.text.split('').map((text) => ({ ...inline, text })) : [inline];
    for (const piece of pieces) {
      add(index);
      const from = block.units[index]?.from ?? -1;
      // White space that the parser put in goes with what stands before it.
      const mark = from === -1 ? last : markAt(from);
      last = mark;
      content.push(mark === undefined ? piece : { ...piece, marks: [...(piece.marks ?? []), mark] });
      index += 1;
    }
  }
  add(index);
  return joinInlines(content);
}

function withContents(
  node: DocumentNode,
  contents: ReadonlyMap<string, Inline[]>,
  followers: ReadonlyMap<string, readonly Inline[][]>,
  path: string,
): DocumentNode {
  if (isTextBlock(node)) {
    const content = contents.get(path) ?? [];
    return content.length === 0 ? node : { ...node, content };
  }
  const content = childNodes(node).flatMap((child, index) => {
    const key = path === '' ? String(index) : `${path} ${index}`;
    const added = (followers.get(key) ?? []).map((inlines): DocumentNode => ({ type: 'paragraph', content: inlines }));
    return [withContents(child, contents, followers, key), ...added];
  });
  return { ...node, content };
}

function articleAt(parsed: Parsed, blocks: readonly PlacedBlock[], at: number | null, line: number | null): string | null {
  const block = at === null ? undefined : blocks.find(({ units }) => units.some(({ from, to }) => from <= at && at < to));
  if (block?.partId !== undefined && parsed.sourceLines.has(block.partId)) return block.partId;
  if (line === null) return null;
  for (const [id, { from, to }] of parsed.sourceLines) if (from <= line && line <= to) return id;
  return null;
}
