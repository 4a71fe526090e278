import type { PackedText } from '#backend/services/similarity/packDocument.ts';
import type { SimilarityResult } from '#core/comparison/similarity/similarity.ts';
import { DomainError } from '#core/errors.ts';

export type RunText = PackedText & { name: string; place: string; title: string; conventionId: string | null };

export type SimilarityRun = {
  texts: RunText[];
  template: number | undefined;
  result: SimilarityResult | undefined;
  share: number;
};

/** A window was closed without ending its run: the oldest makes room. */
const mostRuns = 3;

/** The runs that are being gathered or looked at, in memory alone. */
export type SimilarityRuns = { begin(id: string): void; get(id: string): SimilarityRun; end(id: string): void };

export function similarityRuns(): SimilarityRuns {
  const runs = new Map<string, SimilarityRun>();
  return {
    begin(id) {
      const [oldest] = runs.keys();
      if (oldest !== undefined && runs.size >= mostRuns) runs.delete(oldest);
      runs.set(id, { texts: [], template: undefined, result: undefined, share: 0 });
    },
    get(id) {
      const run = runs.get(id);
      if (run === undefined) throw new DomainError('NOT_FOUND', '这次雷同比对的结果');
      return run;
    },
    end(id) {
      runs.delete(id);
    },
  };
}
