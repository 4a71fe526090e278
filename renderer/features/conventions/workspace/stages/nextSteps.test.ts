import { describe, expect, it } from 'vitest';
import { judgeAbilities, type Stage, type WorkflowFacts } from '#core/workflow/workflow.ts';
import { nextSteps } from '#renderer/features/conventions/workspace/stages/nextSteps.ts';

function convention(stage: Stage, facts: Partial<WorkflowFacts> = {}) {
  const all: WorkflowFacts = {
    stage, hasBody: true, openComments: 0, draftHash: 'h1', versionHash: 'h1', clearedHashes: new Set(['h1']),
    hasSubmission: false, hasOpinion: false, wasReviewed: false, hasFiling: false, ...facts,
  };
  return { stage, isRegistered: all.registeredHash !== undefined, can: judgeAbilities(all, ['drafter', 'registrar']) };
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

  const returned = { clearedHashes: new Set<string>(), hasSubmission: true, hasOpinion: true, wasReviewed: true };
  const revised = { ...returned, draftHash: 'h2', versionHash: 'h2', hasSubmission: false };
  const offered = (steps: ReturnType<typeof nextSteps>) => steps.others.map(({ action, refusal }) => [action, refusal]);

  it('leads from a revised text straight back to the reviewer, while the villagers may still be asked again', () => {
    const steps = nextSteps(convention('drafting', revised));
    expect(steps.next).toMatchObject({ action: 'resubmitForReview', name: '重新送审', way: 'submit', refusal: undefined });
    expect(offered(steps)).toEqual([['startConsultation', undefined], ['registerPublished', undefined]]);
  });

  it('asks for a version of the revised text before it is sent again', () => {
    const steps = nextSteps(convention('drafting', { ...revised, versionHash: 'h1' }));
    expect(steps.next).toMatchObject({ action: 'resubmitForReview', refusal: '草案在存版后又改过，先存为一版', wantsVersion: true });
  });

  it('does not speak of another round before there was one', () => {
    expect(offered(nextSteps(convention('drafting')))).toEqual([['registerPublished', undefined]]);
    expect(offered(nextSteps(convention('reviewing', { clearedHashes: new Set() })))).toEqual([
      ['returnFromReview', '还没有收到审查意见书'],
      ['withdraw', undefined],
    ]);
  });

  it('leads from a returned text to its revision, and from one that was revised where it stands to the reviewer', () => {
    const untouched = nextSteps(convention('reviewing', returned));
    expect(untouched.next).toMatchObject({ action: 'returnFromReview', refusal: undefined });
    expect(offered(untouched)).toEqual([['resubmitForReview', undefined], ['withdraw', undefined]]);
    expect(nextSteps(convention('reviewing', revised)).next).toMatchObject({ action: 'resubmitForReview', refusal: undefined });
    expect(nextSteps(convention('reviewing', { ...revised, versionHash: 'h1' })).next).toMatchObject({ action: 'resubmitForReview', wantsVersion: true });
  });

  it('waits for the opinion of a round that is under way', () => {
    const steps = nextSteps(convention('reviewing', { ...returned, hasOpinion: false }));
    expect(steps.next).toMatchObject({ action: 'proceedToVote', refusal: '现在的文本还没有通过合法性审查' });
    expect(offered(steps)).toEqual([['returnFromReview', '还没有收到审查意见书'], ['withdraw', undefined]]);
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

  it('offers to register what is in force from the draft alone, and shows it afterwards', () => {
    const registered = { registeredHash: 'h1', clearedHashes: new Set<string>() };
    expect(offered(nextSteps(convention('published')))).toEqual([['repeal', undefined]]);
    const { others } = nextSteps(convention('published', registered));
    expect(others.map(({ name, way }) => [name, way])).toEqual([['废止', 'perform'], ['已施行文本的登记情况', 'priorAdoption']]);
    expect(nextSteps(convention('filing', registered)).next).toMatchObject({ action: 'recordFiling', refusal: undefined });
    expect(nextSteps(convention('filing', { ...registered, hasFiling: true })).next).toMatchObject({ action: 'publish', refusal: undefined });
  });

  it('has no step after a repeal', () => {
    expect(nextSteps(convention('repealed'))).toEqual({ next: undefined, others: [] });
  });
});
