import { partNames } from '#contract/names.ts';
import { articleText } from '#core/document/articleText.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import type { Article, ConventionDocument, Part } from '#core/document/document.ts';
import { numberDocument } from '#core/document/numberDocument.ts';

export type Side = 'mine' | 'theirs';

/** An article, or a part without articles, that both sides changed in different ways. A text left out: that side took it away. */
export type DraftConflict = { key: string; name: string; mine?: string; theirs?: string };

export type DraftMerge = {
  conflicts: readonly DraftConflict[];
  /** The text with one side chosen per conflict; what only one side changed is taken from that side. */
  resolve(choices: ReadonlyMap<string, Side>): ConventionDocument;
};

type PartKind = Exclude<Part['type'], 'chapter' | 'article'>;

type Unit = { article: Article; after: string | undefined };

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function unitsOf(document: ConventionDocument): Map<string, Unit> {
  let after: string | undefined;
  return new Map(
    articlesOf(document).map(({ article }) => {
      const entry: [string, Unit] = [article.attrs.id, { article, after }];
      after = article.attrs.id;
      return entry;
    }),
  );
}

/** The document with every article named only: chapters, sections and their headings, in order. */
function skeletonOf(document: ConventionDocument): unknown {
  return JSON.parse(
    JSON.stringify(document.content, (_key, value: unknown) =>
      typeof value === 'object' && value !== null && 'type' in value && value.type === 'article' && 'attrs' in value
        ? { article: value.attrs }
        : value,
    ),
  );
}

/** Parts without articles by a key that both sides share: their kind, or the id of an annex. */
function partsOf(document: ConventionDocument): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (const part of document.content) {
    if (part.type === 'chapter' || part.type === 'article') continue;
    const key = part.type === 'annex' ? part.attrs.id : part.type;
    parts.set(parts.has(key) ? `${key}-${parts.size}` : key, part);
  }
  return parts;
}

/** One of the two sides has the part, else there were no conflict. */
function kindOfPart({ mine, theirs }: { mine: Part | undefined; theirs: Part | undefined }): PartKind {
  const kind = (mine ?? theirs)?.type;
  return kind === undefined || kind === 'chapter' || kind === 'article' ? 'annex' : kind;
}

function plain(part: unknown): string {
  const words: string[] = [];
  JSON.stringify(part, (key, value: unknown) => {
    if (key === 'text' && typeof value === 'string') words.push(value);
    return value;
  });
  return words.join('\n');
}

type Decision<Value> = { key: string; value: Value | undefined; conflict?: { mine: Value | undefined; theirs: Value | undefined } };

function decide<Value>(
  base: ReadonlyMap<string, Value>,
  mine: ReadonlyMap<string, Value>,
  theirs: ReadonlyMap<string, Value>,
): Decision<Value>[] {
  return [...new Set([...mine.keys(), ...theirs.keys()])].map((key) => {
    const [before, own, other] = [base.get(key), mine.get(key), theirs.get(key)];
    if (same(own, other) || same(before, other)) return { key, value: own };
    if (same(before, own)) return { key, value: other };
    return { key, value: own, conflict: { mine: own, theirs: other } };
  });
}

function emptyArticle(id: string): Article {
  return { type: 'article', attrs: { id }, content: [{ type: 'paragraph' }] };
}

type Holder = { type: string; content?: unknown };

/** Puts the decided articles into a text's chapters: replaced, left out, or added after the one that they followed. */
function withArticles(document: ConventionDocument, decided: ReadonlyMap<string, Article | undefined>, order: ReadonlyMap<string, Unit>): ConventionDocument {
  const present = new Set(articlesOf(document).map(({ article }) => article.attrs.id));
  const followers = new Map<string, Article[]>();
  const first: Article[] = [];
  for (const [id, { after }] of order) {
    const article = decided.get(id);
    if (article === undefined || present.has(id)) continue;
    if (after === undefined) first.push(article);
    else followers.set(after, [...(followers.get(after) ?? []), article]);
  }
  const expand = (article: Article): Article[] => {
    const own = first.splice(0);
    const { id } = article.attrs;
    const kept = decided.has(id) ? decided.get(id) : article;
    return [...own, ...(kept === undefined ? [] : [kept]), ...(followers.get(id) ?? []).flatMap(expand)];
  };
  const isArticle = (node: Holder): node is Article => node.type === 'article';
  const fill = <Node extends Holder>(nodes: readonly Node[]): (Node | Article)[] =>
    nodes.flatMap((node): (Node | Article)[] => (isArticle(node) ? expand(node) : [node]));
  const content = document.content.flatMap((part): Part[] => {
    if (part.type === 'article') return expand(part);
    if (part.type !== 'chapter') return [part];
    const filled = fill(part.content).map((child) => {
      if (child.type !== 'section') return child;
      const inner = fill(child.content);
      return { ...child, content: inner.some(isArticle) ? inner : [...inner, emptyArticle(`${child.attrs.id}-1`)] };
    });
    const hasBody = filled.some((child) => child.type === 'article' || child.type === 'section');
    return [{ ...part, content: hasBody ? filled : [...filled, emptyArticle(`${part.attrs.id}-1`)] }];
  });
  const hasBody = content.some((part) => ['chapter', 'article', 'verse'].includes(part.type));
  if (!hasBody) {
    const end = content.findIndex((part) => part.type === 'closing' || part.type === 'annex');
    content.splice(end === -1 ? content.length : end, 0, emptyArticle('empty-1'));
  }
  return { ...document, content };
}

const partOrder = ['title', 'subtitle', 'preamble', 'chapter', 'article', 'verse', 'closing', 'annex'];

function withParts(document: ConventionDocument, decided: ReadonlyMap<string, Part | undefined>): ConventionDocument {
  const present = partsOf(document);
  const content = document.content.flatMap((part) => {
    const key = [...present].find(([, candidate]) => candidate === part)?.[0];
    if (key === undefined || !decided.has(key)) return [part];
    const kept = decided.get(key);
    return kept === undefined ? [] : [kept];
  });
  for (const [key, part] of decided) {
    if (part === undefined || present.has(key)) continue;
    const rank = partOrder.indexOf(part.type);
    const isBody = part.type === 'verse';
    const index = content.findIndex((other) => partOrder.indexOf(other.type) > (isBody ? 5 : rank));
    content.splice(index === -1 ? content.length : index, 0, part);
  }
  return { ...document, content };
}

/**
 * Merges two drafts that grew from the same one, article by article. Chapters and order come from the side that changed
 * them, from `mine` when both did; an article that only one side has is never dropped unless one side took it away unchanged.
 */
export function mergeDrafts(base: ConventionDocument, mine: ConventionDocument, theirs: ConventionDocument): DraftMerge {
  const [baseUnits, mineUnits, theirUnits] = [unitsOf(base), unitsOf(mine), unitsOf(theirs)];
  const articles = (units: ReadonlyMap<string, Unit>) => new Map([...units].map(([id, unit]) => [id, unit.article] as const));
  const articleDecisions = decide(articles(baseUnits), articles(mineUnits), articles(theirUnits));
  const partDecisions = decide(partsOf(base), partsOf(mine), partsOf(theirs));
  const [mineNumbers, theirNumbers] = [numberDocument(mine), numberDocument(theirs)];
  const conflicts = [
    ...partDecisions.flatMap(({ key, conflict }): DraftConflict[] =>
      conflict === undefined
        ? []
        : [
            {
              key,
              name: partNames[kindOfPart(conflict)],
              ...(conflict.mine === undefined ? {} : { mine: plain(conflict.mine) }),
              ...(conflict.theirs === undefined ? {} : { theirs: plain(conflict.theirs) }),
            },
          ],
    ),
    ...articleDecisions.flatMap(({ key, conflict }): DraftConflict[] =>
      conflict === undefined
        ? []
        : [
            {
              key,
              name: mineNumbers.labels.get(key) ?? theirNumbers.labels.get(key) ?? '一条',
              ...(conflict.mine === undefined ? {} : { mine: articleText(conflict.mine, mineNumbers) }),
              ...(conflict.theirs === undefined ? {} : { theirs: articleText(conflict.theirs, theirNumbers) }),
            },
          ],
    ),
  ];
  const takesTheirOrder = same(skeletonOf(base), skeletonOf(mine));
  return {
    conflicts,
    resolve(choices) {
      const chosen = <Value>({ key, value, conflict }: Decision<Value>): [string, Value | undefined] => [
        key,
        conflict === undefined ? value : conflict[choices.get(key) ?? 'mine'],
      ];
      const order = takesTheirOrder ? mineUnits : theirUnits;
      const start = takesTheirOrder ? theirs : mine;
      const attrs = same(base.attrs, mine.attrs) ? theirs.attrs : mine.attrs;
      const merged = withArticles(start, new Map(articleDecisions.map(chosen)), order);
      return withParts({ ...merged, attrs }, new Map(partDecisions.map(chosen)));
    },
  };
}
