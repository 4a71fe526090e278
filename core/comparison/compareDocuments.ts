import { compareArticles } from '#core/comparison/compareArticles.ts';
import type {
  ComparedArticle,
  ComparisonOperation,
  ComparisonRow,
  DocumentComparison,
  InlineChange,
  PartComparison,
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

type Part = { part: PartComparison['part']; id?: string; text: string };

/** The text outside the articles, in reading order; several paragraphs of a part are lines. */
function partsOf(document: ConventionDocument, numbering: Numbering): Part[] {
  const lines = (paragraphs: readonly { content?: Parameters<typeof inlineText>[0] }[]) =>
    paragraphs.map((paragraph) => inlineText(paragraph.content, numbering)).join('\n');
  return document.content.flatMap((part): Part[] => {
    switch (part.type) {
      case 'article':
        return [];
      case 'title':
        return [{ part: 'title', text: inlineText(part.content, numbering) }];
      case 'subtitle':
      case 'preamble':
      case 'verse':
      case 'closing':
        return [{ part: part.type, text: lines(part.content) }];
      case 'chapter': {
        const lead = lines(part.content.filter((child) => child.type === 'paragraph'));
        const sections = part.content.filter((child) => child.type === 'section');
        return [
          { part: 'heading', id: part.attrs.id, text: headingText(part, numbering) },
          ...(lead === '' ? [] : [{ part: 'lead' as const, id: part.attrs.id, text: lead }]),
          ...sections.map((section) => ({
            part: 'heading' as const,
            id: section.attrs.id,
            text: headingText(section, numbering),
          })),
        ];
      }
      case 'annex': {
        const text = part.content
          .map((child) =>
            child.type === 'table'
              ? child.content.map((row) => row.content.map((cell) => inlineText(cell.content, numbering)).join('\t')).join('\n')
              : inlineText(child.content, numbering),
          )
          .join('\n');
        return [{ part: 'annex', id: part.attrs.id, text }];
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
      return [comparePart(kind, onlyOld.text, onlyNew.text)];
    }
    return compareArticles(oldOfKind, newOfKind).map((row) =>
      comparePart(
        kind,
        row.old.length === 0 ? undefined : pick(oldOfKind, row.old).map((part) => part.text).join('\n'),
        row.new.length === 0 ? undefined : pick(newOfKind, row.new).map((part) => part.text).join('\n'),
      ),
    );
  });
}

function comparePart(part: PartComparison['part'], old: string | undefined, now: string | undefined): PartComparison {
  if (old === undefined) return { part, op: 'insert', old: '', new: now ?? '' };
  if (now === undefined) return { part, op: 'delete', old, new: '' };
  if (comparisonKey(old) === comparisonKey(now)) return { part, op: 'same', old, new: now };
  return { part, op: 'edit', old, new: now, changes: marks(old, now) };
}
