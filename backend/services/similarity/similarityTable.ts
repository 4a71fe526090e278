import { unpackDocument } from '#backend/services/similarity/packDocument.ts';
import type { SimilarityReport } from '#contract/similarity.ts';
import { textArticles } from '#core/comparison/similarity/textArticles.ts';

/** What the workbook of a run is made from; `own`: indexes of the articles that stand in no other text. */
export type SimilarityTable = {
  report: SimilarityReport;
  texts: readonly { packed: Uint8Array; own: readonly number[] }[];
  refused: readonly { name: string; reason: string }[];
};

/** The workbook with the villages' own articles in words, where they are not too many to list. */
export async function similarityTable({ report, texts, refused }: SimilarityTable): Promise<Uint8Array> {
  // Loaded with the first workbook: few people ever need it.
  const { mostOwnArticles, similarityToExcel } = await import('#backend/documents/export/similarityToExcel.ts');
  const total = texts.reduce((sum, { own }) => sum + own.length, 0);
  if (total > mostOwnArticles) return similarityToExcel({ report, own: undefined, refused });
  const own = texts.flatMap(({ packed, own: indexes }, text) => {
    if (indexes.length === 0) return [];
    const articles = textArticles(unpackDocument(packed));
    return indexes.map((index) => ({ text, label: articles[index]?.label ?? '', words: articles[index]?.text ?? '' }));
  });
  return similarityToExcel({ report, own, refused });
}
