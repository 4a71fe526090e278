import type { ComparisonRow } from '#core/comparison/comparison.ts';
import { articlesOf, type PlacedArticle } from '#core/document/articlesOf.ts';
import { documentSchema, type Article, type ConventionDocument, type Inline, type Part } from '#core/document/document.ts';
import { DomainError } from '#core/errors.ts';

type Edit = { replacements: ReadonlyMap<string, Article[]>; before: ReadonlyMap<string, Article[]>; after: ReadonlyMap<string, Article[]> };

function withEdits(document: ConventionDocument, { replacements, before, after }: Edit): ConventionDocument {
  const expand = (article: Article): Article[] => {
    const { id } = article.attrs;
    return [...(before.get(id) ?? []), ...(replacements.get(id) ?? [article]), ...(after.get(id) ?? [])];
  };
  const content = document.content.flatMap((part): Part[] => {
    if (part.type === 'article') return expand(part);
    if (part.type !== 'chapter') return [part];
    const filled = part.content.flatMap((child): (typeof child)[] => {
      if (child.type === 'article') return expand(child);
      if (child.type !== 'section') return [child];
      return [{ ...child, content: child.content.flatMap((inner): (typeof inner)[] => (inner.type === 'article' ? expand(inner) : [inner])) }];
    });
    return [{ ...part, content: filled }];
  });
  return { ...document, content };
}

type Adoption = { id: string; isTaken: (id: string) => boolean; newId: () => string; inline: (inline: Inline) => Inline };

function adoptParagraph<Paragraph extends { content?: Inline[] | undefined }>(paragraph: Paragraph, { inline }: Adoption): Paragraph {
  return paragraph.content === undefined ? paragraph : { ...paragraph, content: paragraph.content.map(inline) };
}

function adoptId(id: string, { isTaken, newId }: Adoption): { id: string } {
  return { id: isTaken(id) ? newId() : id };
}

function adopt(article: Article, adoption: Adoption): Article {
  return {
    ...article,
    attrs: { id: adoption.id },
    content: article.content.map((block) => {
      if (block.type !== 'itemList') return adoptParagraph(block, adoption);
      const items = block.content.map((item) => ({
        ...item,
        attrs: adoptId(item.attrs.id, adoption),
        content: item.content.map((child) => {
          if (child.type === 'paragraph') return adoptParagraph(child, adoption);
          const subitems = child.content.map((subitem) => ({
            ...subitem,
            attrs: adoptId(subitem.attrs.id, adoption),
            content: subitem.content.map((paragraph) => adoptParagraph(paragraph, adoption)),
          }));
          return { ...child, content: subitems };
        }),
      }));
      return { ...block, content: items };
    }),
  };
}

function idsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const child of value) idsIn(child, found);
  else if (typeof value === 'object' && value !== null) {
    if ('attrs' in value && typeof value.attrs === 'object' && value.attrs !== null && 'id' in value.attrs && typeof value.attrs.id === 'string') {
      found.add(value.attrs.id);
    }
    if ('content' in value) idsIn(value.content, found);
  }
  return found;
}

function isUnderOneHeading(one: PlacedArticle | undefined, other: PlacedArticle | undefined): boolean {
  return one?.chapter === other?.chapter && one?.section === other?.section;
}

/** Where an article that is gone stood: beside its nearest neighbour that is still there, of its own chapter if there is one. */
function placeOf(index: number, old: readonly PlacedArticle[], rows: readonly ComparisonRow[]): { beside: number; isAfter: boolean } | undefined {
  const stays = new Map<number, ComparisonRow>();
  for (const row of rows) if (row.new.length > 0 && row.op !== 'move') for (const place of row.old) stays.set(place, row);
  const nearest = (step: 1 | -1, isOwnChapter: boolean): { beside: number; isAfter: boolean } | undefined => {
    for (let at = index + step; at >= 0 && at < old.length; at += step) {
      if (isOwnChapter && !isUnderOneHeading(old[at], old[index])) return undefined;
      const places = stays.get(at)?.new;
      const beside = step === -1 ? places?.at(-1) : places?.[0];
      if (beside !== undefined) return { beside, isAfter: step === -1 };
    }
    return undefined;
  };
  return nearest(-1, true) ?? nearest(1, true) ?? nearest(-1, false) ?? nearest(1, false);
}

/** After the last article or chapter, or before what closes the text. */
function withArticlesAtEnd(document: ConventionDocument, articles: readonly Article[]): ConventionDocument {
  const end = document.content.findIndex(({ type }) => type === 'closing' || type === 'annex');
  const at = end === -1 ? document.content.length : end;
  return { ...document, content: [...document.content.slice(0, at), ...articles, ...document.content.slice(at)] };
}

/**
 * Puts the old articles of one row back into the draft: in the place of the articles that the row has on its new side, and where it
 * has none, beside their old neighbours. An article that was moved gets its old words where it stands now. Ids of the draft are kept,
 * so that comments and annotations stay where they are. A reference to an article that is no more keeps pointing to it, and says so.
 * @param rows what compareArticles says of the version (old) and the draft (new), `row` among them
 * @param newId for what would otherwise have an id twice
 * @throws DomainError WRONG_STAGE when a chapter would lose its last article, or when the row has no old side
 */
export function restoreArticles(
  version: ConventionDocument,
  draft: ConventionDocument,
  rows: readonly ComparisonRow[],
  row: ComparisonRow,
  newId: () => string,
): ConventionDocument {
  const old = articlesOf(version);
  const now = articlesOf(draft);
  const restored = row.old.flatMap((index) => old[index] ?? []);
  const replaced = row.new.flatMap((index) => now[index] ?? []);
  if (restored.length === 0) throw new DomainError('WRONG_STAGE', '旧版没有这一条');

  const taken = idsIn(draft);
  for (const { article } of replaced) for (const id of idsIn(article)) taken.delete(id);
  const replacedIds = new Set(replaced.map(({ article }) => article.attrs.id));
  const keepsOwnId = restored.some(({ article }) => replacedIds.has(article.attrs.id));
  const idOf = ({ article }: PlacedArticle, order: number): string => {
    const { id } = article.attrs;
    const first = replaced[0]?.article.attrs.id;
    if (order === 0 && !keepsOwnId && first !== undefined) return first;
    return taken.has(id) ? newId() : id;
  };

  const idNow = new Map<string, string>();
  for (const other of rows) {
    const [from, to] = [old[other.old[0] ?? -1], now[other.new[0] ?? -1]];
    if (from !== undefined && to !== undefined) idNow.set(from.article.attrs.id, to.article.attrs.id);
  }
  const ids = restored.map(idOf);
  restored.forEach(({ article }, order) => idNow.set(article.attrs.id, ids[order] ?? article.attrs.id));
  const inline = (piece: Inline): Inline => {
    if (piece.type === 'text') return piece;
    return { ...piece, attrs: { target: idNow.get(piece.attrs.target) ?? piece.attrs.target } };
  };
  const articles = restored.map(({ article }, order) => adopt(article, { id: ids[order] ?? newId(), isTaken: (id) => taken.has(id), newId, inline }));

  const [head] = replaced;
  const place = head === undefined ? placeOf(row.old[0] ?? 0, old, rows) : undefined;
  const neighbour = place === undefined ? undefined : now[place.beside]?.article.attrs.id;
  const edit: Edit = {
    replacements: new Map(replaced.map(({ article }) => [article.attrs.id, article === head?.article ? articles : []])),
    before: new Map(neighbour !== undefined && place?.isAfter === false ? [[neighbour, articles]] : []),
    after: new Map(neighbour !== undefined && place?.isAfter === true ? [[neighbour, articles]] : []),
  };
  const document = head === undefined && neighbour === undefined ? withArticlesAtEnd(draft, articles) : withEdits(draft, edit);
  if (!documentSchema.safeParse(document).success) throw new DomainError('WRONG_STAGE', '恢复后有一章会没有条款，改为恢复整版');
  return document;
}
