import { unpackDocument } from '#backend/services/similarity/packDocument.ts';
import type { Tasks } from '#backend/workers/tasks.ts';
import { similarityOf } from '#core/comparison/similarity/similarityOf.ts';

/** Reading the texts takes about a third of the time. */
const readingShare = 0.35;

/** similarityOf on packed texts, one of which is unpacked at a time. */
export function findSimilar({ texts, template, topics }: Tasks['findSimilar']['input'], onProgress: (share: number) => void): Tasks['findSimilar']['output'] {
  function* unpacked() {
    for (const [index, { packed, names }] of texts.entries()) {
      if (index % 50 === 0) onProgress((readingShare * index) / texts.length);
      yield { document: unpackDocument(packed), names };
    }
  }
  return similarityOf(unpacked(), {
    ...(template === undefined ? {} : { template }),
    topics,
    onProgress: (share) => onProgress(readingShare + (1 - readingShare) * share),
  });
}
