import { listReasons } from '#backend/services/comparisons/listReasons.ts';
import { listReasonSources } from '#backend/services/comparisons/listReasonSources.ts';
import type { ComparedPair } from '#backend/services/comparisons/readPair.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import { partNames } from '#contract/names.ts';
import { amendmentStatement } from '#core/comparison/amendment/amendmentStatement.ts';
import type { DocumentComparison } from '#core/comparison/comparison.ts';
import { titleOf } from '#core/document/titleOf.ts';

/** 修订说明 from what is on record of the two texts. */
export async function composeStatement(store: Store, conventionId: string, pair: ComparedPair, comparison: DocumentComparison): Promise<string> {
  const reasons = await listReasons(store, conventionId, pair);
  const { comments, opinions } = await listReasonSources(store, conventionId, pair);
  const replied = (outcome: string) => comments.filter(({ reply }) => reply?.outcome === outcome).length;
  const annotations = opinions.flatMap((opinion) => opinion.annotations);
  const answered = (answer: string) => annotations.filter((annotation) => annotation.answer?.answer === answer).length;
  return amendmentStatement(comparison, {
    title: titleOf(pair.new.document),
    oldName: pair.old.name,
    newName: pair.new.name,
    occasion: pair.new.occasion,
    reasons,
    comments: { received: comments.length, adopted: replied('adopted'), partlyAdopted: replied('partlyAdopted'), notAdopted: replied('notAdopted') },
    annotations:
      annotations.length === 0
        ? undefined
        : {
            office: [...new Set(opinions.filter((opinion) => opinion.annotations.length > 0).map(({ office }) => office))].join('、'),
            total: annotations.length,
            accepted: answered('accepted'),
            partly: answered('partly'),
            declined: answered('declined'),
          },
    partNames,
  });
}
