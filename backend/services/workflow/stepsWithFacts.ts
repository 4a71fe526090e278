import type { WorkflowAction } from '#core/workflow/workflow.ts';

/**
 * These carry facts (who voted how, which number, posted where, what was registered) and are taken where the facts are recorded.
 * They speak of the text that was voted on or registered, which need not be the newest version.
 */
export const stepsWithFacts: ReadonlySet<WorkflowAction> = new Set([
  'recordPassedVote',
  'recordFailedVote',
  'recordFiling',
  'publish',
  'registerAdopted',
  'registerPublished',
]);
