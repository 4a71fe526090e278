import { requireKept } from '#backend/policies/requireKept.ts';
import { workflowFacts } from '#backend/services/conventions/workflowFacts.ts';
import type { Actor } from '#backend/services/serviceKit.ts';
import { stepsWithFacts } from '#backend/services/workflow/stepsWithFacts.ts';
import type { RecordFact } from '#backend/storage/auditChain.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import { refusalTexts } from '#contract/refusals.ts';
import { DomainError } from '#core/errors.ts';
import { judgeTransition, type Stage, type WorkflowAction } from '#core/workflow/workflow.ts';

/** Takes one step by the table in core/workflow. Throws NOT_ALLOWED for the wrong role, WRONG_STAGE for everything else. */
export async function takeStep(
  store: Store,
  record: RecordFact,
  step: { conventionId: string; action: WorkflowAction; actor: Actor; at: string },
): Promise<void> {
  await requireKept(store, step.conventionId);
  const facts = await workflowFacts(store, step.conventionId);
  const judgement = judgeTransition(step.action, facts, step.actor.roles);
  if (!judgement.allowed) {
    const code = judgement.refusal === 'ROLE_MISSING' ? 'NOT_ALLOWED' : 'WRONG_STAGE';
    throw new DomainError(code, refusalTexts[judgement.refusal]);
  }
  await store
    .updateTable('convention')
    .set({ stage: judgement.to, updatedAt: step.at, ...votingSince(judgement.to, step.at) })
    .where('id', '=', step.conventionId)
    .execute();
  record({
    action: `workflow.${step.action}`,
    subject: 'convention',
    subjectId: step.conventionId,
    contentHash: (stepsWithFacts.has(step.action) ? (facts.vote?.hash ?? facts.registeredHash) : undefined) ?? facts.versionHash ?? facts.draftHash,
  });
}

/** A ballot counts for the text that is then on its way: what goes back to the drafting table needs another one. */
function votingSince(to: Stage, at: string): { votingSince?: string | null; priorAdoptionId?: null } {
  if (to === 'voting') return { votingSince: at };
  return to === 'drafting' ? { votingSince: null, priorAdoptionId: null } : {};
}
