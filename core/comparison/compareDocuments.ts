import { compareArticles } from '#core/comparison/compareArticles.ts';
import type {
  ComparedArticle,
  ComparisonOperation,
  ComparisonRow,
  DocumentComparison,
  InlineChange,
  PartComparison,
  PartPlace,
} from '#core/comparison/comparison.ts';
import { comparisonKey } from '#core/comparison/comparisonKey.ts';
import { diffWords } from '#core/comparison/diffWords.ts';
import type { WordSegmenter } from '#core/comparison/wordTokens.ts';
import { articleText, inlineText } from '#core/document/articleText.ts';
import { articlesOf, type PlacedArticle } from '#core/document/articlesOf.ts';
import type { ConventionDocument } from '#core/document/document.ts';
import { numberDocument, type Numbering } from '#core/document/numberDocument.ts';

const wordSegmenter: WordSegmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Compares two documents article by article (compareArticles) and their other parts, with word-level marks.
 * A reference that points to the same article in both is no change, whatever number it prints.
 * Plain JSON in the shape of comparisonSchema.
 */
export function compareDocuments(old: ConventionDocument, now: ConventionDocument): DocumentComparison {
  const oldNumbering = numberDocument(old);
  const newNumbering = numberDocument(now);
  const oldPlaced = articlesOf(old);
  const newPlaced = articlesOf(now);
  const sharedNumbering: Numbering = {
    labels: newNumbering.labels,
    numbers: new Map([...newNumbering.numbers].map(([id, number]) => [id, oldNumbering.numbers.get(id) ?? number])),
  };
  const oldArticles = oldPlaced.map((placed) => describe(placed, oldNumbering));
  const newArticles = newPlaced.map((placed) => describe(placed, newNumbering));
  const rows = compareArticles(
    oldPlaced.map((placed) => comparable(placed, oldNumbering)),
    newPlaced.map((placed) => comparable(placed, sharedNumbering)),
  );
  const counts: Record<ComparisonOperation, number> = { same: 0, edit: 0, insert: 0, delete: 0, move: 0, split: 0, merge: 0 };
  for (const row of rows) counts[row.op] += 1;
  return {
    rows: rows.map((row) => describeRow(row, pick(oldArticles, row.old), pick(newArticles, row.new))),
    parts: compareParts(partsOf(old, oldNumbering), partsOf(now, newNumbering)),
    counts,
  };
}

function describeRow(
  row: ComparisonRow,
  oldArticles: ComparedArticle[],
  newArticles: ComparedArticle[],
): DocumentComparison['rows'][number] {
  const isReworded = row.op === 'edit' || row.op === 'split' || row.op === 'merge' || row.edited === true;
  if (!isReworded) return { ...row, oldArticles, newArticles };
  return { ...row, oldArticles, newArticles, changes: marks(wording(oldArticles), wording(newArticles)) };
}

function describe({ article, index, chapter, section }: PlacedArticle, numbering: Numbering): ComparedArticle {
  const headings = [chapter, section].flatMap((part) =>
    part === undefined ? [] : [`${numbering.labels.get(part.attrs.id) ?? ''} ${headingText(part, numbering)}`.trim()],
  );
  return {
    index,
    id: article.attrs.id,
    label: numbering.labels.get(article.attrs.id) ?? '',
    heading: headings.join(' '),
    text: articleText(article, numbering),
  };
}

function comparable({ article, chapter, section }: PlacedArticle, numbering: Numbering) {
  const heading = [chapter, section].flatMap((part) => (part === undefined ? [] : [headingText(part, numbering)])).join('');
  const described = { id: article.attrs.id, text: articleText(article, numbering) };
  return heading === '' ? described : { ...described, heading };
}

type Headed = NonNullable<PlacedArticle['chapter'] | PlacedArticle['section']>;

function headingText(part: Headed, numbering: Numbering): string {
  for (const child of part.content) if (child.type === 'heading') return inlineText(child.content, numbering);
  return '';
}

function pick<Item>(items: readonly Item[], indexes: readonly number[]): Item[] {
  return indexes.flatMap((index) => items[index] ?? []);
}

function wording(articles: readonly ComparedArticle[]): string {
  return articles.map((article) => article.text).join('\n');
}

function marks(old: string, now: string): InlineChange[] {
  return diffWords(old, now, wordSegmenter);
}

type Part = { part: PartComparison['part']; id?: string; text: string; place: PartPlace };

/** The text outside the articles, in reading order; several paragraphs of a part are lines. */
function partsOf(document: ConventionDocument, numbering: Numbering): Part[] {
  let before = 0;
  const lines = (paragraphs: readonly { content?: Parameters<typeof inlineText>[0] }[]) =>
    paragraphs.map((paragraph) => inlineText(paragraph.content, numbering)).join('\n');
  const placed = (part: PartComparison['part'], text: string, id?: string): Part => {
    if (id === undefined) return { part, text, place: { label: '', before } };
    const label = part === 'lead' ? '' : (numbering.labels.get(id) ?? '');
    return { part, id, text, place: { id, label, before } };
  };
  return document.content.flatMap((part): Part[] => {
    switch (part.type) {
      case 'article':
        before += 1;
        return [];
      case 'title':
        return [placed('title', inlineText(part.content, numbering))];
      case 'subtitle':
      case 'preamble':
      case 'verse':
      case 'closing':
        return [placed(part.type, lines(part.content))];
      case 'chapter': {
        const { id } = part.attrs;
        const lead = lines(part.content.filter((child) => child.type === 'paragraph'));
        const found = [placed('heading', headingText(part, numbering), id), ...(lead === '' ? [] : [placed('lead', lead, id)])];
        for (const child of part.content) {
          if (child.type === 'article') before += 1;
          if (child.type !== 'section') continue;
          found.push(placed('heading', headingText(child, numbering), child.attrs.id));
          before += child.content.filter((inner) => inner.type === 'article').length;
        }
        return found;
      }
      case 'annex': {
        const text = part.content
          .map((child) =>
            child.type === 'table'
              ? child.content.map((row) => row.content.map((cell) => inlineText(cell.content, numbering)).join('\t')).join('\n')
              : inlineText(child.content, numbering),
          )
          .join('\n');
        return [placed('annex', text, part.attrs.id)];
      }
    }
  });
}

/** Parts of one kind are aligned like articles; where they stand makes no change, a chapter's articles tell that. */
function compareParts(old: readonly Part[], now: readonly Part[]): PartComparison[] {
  const kinds = [...new Set([...now, ...old].map((part) => part.part))];
  return kinds.flatMap((kind): PartComparison[] => {
    const oldOfKind = old.filter((part) => part.part === kind);
    const newOfKind = now.filter((part) => part.part === kind);
    const onlyOld = oldOfKind[0];
    const onlyNew = newOfKind[0];
    // A document has one title: a wholly new one still replaces the old.
    if (oldOfKind.length === 1 && newOfKind.length === 1 && onlyOld !== undefined && onlyNew !== undefined) {
      return [comparePart(kind, oldOfKind, newOfKind)];
    }
    return compareArticles(oldOfKind, newOfKind).map((row) => comparePart(kind, pick(oldOfKind, row.old), pick(newOfKind, row.new)));
  });
}

function comparePart(part: PartComparison['part'], oldParts: readonly Part[], newParts: readonly Part[]): PartComparison {
  const old = oldParts.map(({ text }) => text).join('\n');
  const now = newParts.map(({ text }) => text).join('\n');
  const [oldPart] = oldParts;
  const [newPart] = newParts;
  const places = {
    ...(oldPart === undefined ? {} : { oldPlace: oldPart.place }),
    ...(newPart === undefined ? {} : { newPlace: newPart.place }),
  };
  if (oldPart === undefined) return { part, op: 'insert', old, new: now, ...places };
  if (newPart === undefined) return { part, op: 'delete', old, new: now, ...places };
  if (comparisonKey(old) === comparisonKey(now)) return { part, op: 'same', old, new: now, ...places };
  return { part, op: 'edit', old, new: now, ...places, changes: marks(old, now) };
}
