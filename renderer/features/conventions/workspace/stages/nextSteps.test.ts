import { describe, expect, it } from 'vitest';
import { judgeAbilities, type Stage, type WorkflowFacts } from '#core/workflow/workflow.ts';
import { nextSteps } from '#renderer/features/conventions/workspace/stages/nextSteps.ts';

function convention(stage: Stage, facts: Partial<WorkflowFacts> = {}) {
  const all: WorkflowFacts = {
    stage, hasBody: true, openComments: 0, draftHash: 'h1', versionHash: 'h1', clearedHashes: new Set(['h1']),
    hasSubmission: false, hasOpinion: false, hasFiling: false, ...facts,
  };
  return { stage, can: judgeAbilities(all, ['drafter', 'registrar']) };
}

describe('nextSteps', () => {
  it.each([
    ['drafting', 'startConsultation', 'perform'],
    ['consulting', 'submitForScreening', 'perform'],
    ['screening', 'submitForReview', 'submit'],
    ['reviewing', 'proceedToVote', 'perform'],
    ['voting', 'recordPassedVote', 'vote'],
    ['published', 'startAmendment', 'perform'],
  ] as const)('from %s leads %s', (stage, action, way) => {
    expect(nextSteps(convention(stage)).next).toMatchObject({ action, way, refusal: undefined });
  });

  it('asks for the filing first, then for the publication', () => {
    const vote = { hash: 'h1', passed: true };
    expect(nextSteps(convention('filing', { vote })).next).toMatchObject({ action: 'recordFiling', way: 'filing', refusal: undefined });
    expect(nextSteps(convention('filing', { vote, hasFiling: true })).next).toMatchObject({ action: 'publish', way: 'publication', refusal: undefined });
  });

  it('lets a ballot that was entered wrongly be corrected before the publication, and the text be taken back', () => {
    const { others } = nextSteps(convention('filing', { vote: { hash: 'h1', passed: true } }));
    expect(others.map(({ action, refusal }) => [action, refusal])).toEqual([
      ['recordFailedVote', undefined],
      ['withdraw', undefined],
    ]);
  });

  it('says why a step cannot be taken, and when a new version would help', () => {
    expect(nextSteps(convention('consulting', { openComments: 3 })).next).toMatchObject({ refusal: '还有群众意见没有答复', wantsVersion: false });
    expect(nextSteps(convention('consulting', { draftHash: 'h2' })).next).toMatchObject({ wantsVersion: true });
  });

  it('has no step after a repeal', () => {
    expect(nextSteps(convention('repealed'))).toEqual({ next: undefined, others: [] });
  });
});
