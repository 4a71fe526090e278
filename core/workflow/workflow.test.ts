import { describe, expect, it } from 'vitest';
import {
  judgeAbilities,
  judgeTransition,
  mainLine,
  refusals,
  roles,
  stages,
  transitions,
  workflowActions,
  type Refusal,
  type Role,
  type Stage,
  type WorkflowAction,
  type WorkflowFacts,
} from '#core/workflow/workflow.ts';

const current = 'a'.repeat(64);
const other = 'b'.repeat(64);

/** Facts under which no guard objects, except to a failed vote and to a registration. */
function facts(stage: Stage, changed: Partial<WorkflowFacts> = {}): WorkflowFacts {
  return {
    stage,
    hasBody: true,
    openComments: 0,
    draftHash: current,
    versionHash: current,
    clearedHashes: new Set([current]),
    hasSubmission: true,
    hasOpinion: true,
    wasReviewed: true,
    vote: { hash: current, passed: true },
    hasFiling: true,
    ...changed,
  };
}
const failedVote = { vote: { hash: current, passed: false } };
const registered = { vote: undefined, registeredHash: current, clearedHashes: new Set<string>() };

/** Who may take which step from where, written down a second time and independently of the table under test. */
const allowedSteps: Record<WorkflowAction, { from: Stage[]; to: Stage; roles: Role[] }> = {
  startConsultation: { from: ['drafting'], to: 'consulting', roles: ['drafter', 'administrator'] },
  submitForScreening: { from: ['consulting'], to: 'screening', roles: ['drafter', 'administrator'] },
  returnFromScreening: { from: ['screening'], to: 'drafting', roles: ['drafter', 'registrar', 'administrator'] },
  submitForReview: { from: ['screening'], to: 'reviewing', roles: ['drafter', 'administrator'] },
  resubmitForReview: { from: ['drafting', 'reviewing'], to: 'reviewing', roles: ['drafter', 'administrator'] },
  returnFromReview: { from: ['reviewing'], to: 'drafting', roles: ['drafter', 'administrator'] },
  proceedToVote: { from: ['reviewing'], to: 'voting', roles: ['drafter', 'administrator'] },
  recordPassedVote: { from: ['voting'], to: 'filing', roles: ['drafter', 'registrar', 'administrator'] },
  recordFailedVote: { from: ['voting', 'filing'], to: 'drafting', roles: ['drafter', 'registrar', 'administrator'] },
  recordFiling: { from: ['filing'], to: 'filing', roles: ['drafter', 'registrar', 'administrator'] },
  publish: { from: ['filing'], to: 'published', roles: ['drafter', 'registrar', 'administrator'] },
  withdraw: { from: ['consulting', 'screening', 'reviewing', 'voting', 'filing'], to: 'drafting', roles: ['drafter', 'administrator'] },
  startAmendment: { from: ['published'], to: 'drafting', roles: ['drafter', 'administrator'] },
  repeal: { from: ['published'], to: 'repealed', roles: ['drafter', 'registrar', 'administrator'] },
  registerAdopted: { from: ['drafting', 'filing', 'published'], to: 'filing', roles: ['drafter', 'registrar', 'administrator'] },
  registerPublished: { from: ['drafting', 'filing', 'published'], to: 'published', roles: ['drafter', 'registrar', 'administrator'] },
};

function factsFor(action: WorkflowAction, stage: Stage): WorkflowFacts {
  if (action === 'registerAdopted' || action === 'registerPublished') return facts(stage, registered);
  return facts(stage, action === 'recordFailedVote' ? failedVote : {});
}

const everyStep = workflowActions.flatMap((action) =>
  stages.flatMap((stage) => roles.map((role): [WorkflowAction, Stage, Role] => [action, stage, role])),
);

describe('who may take which step from which stage', () => {
  it.each(everyStep)('%s from %s as %s', (action, stage, role) => {
    const step = allowedSteps[action];
    const refusal = !step.from.includes(stage) ? 'WRONG_STAGE' : !step.roles.includes(role) ? 'ROLE_MISSING' : undefined;
    const expected = refusal === undefined ? { allowed: true, to: step.to } : { allowed: false, refusal };
    expect(judgeTransition(action, factsFor(action, stage), [role])).toEqual(expected);
  });

  it('a reviewer alone moves nothing, whatever the stage', () => {
    for (const stage of stages) {
      for (const ability of Object.values(judgeAbilities(facts(stage), ['reviewer']))) expect(ability.allowed).toBe(false);
    }
  });

  it('a person with several roles may do what any of them may', () => {
    expect(judgeTransition('publish', facts('filing'), ['reviewer', 'registrar'])).toEqual({ allowed: true, to: 'published' });
  });

  it('a person without a role may do nothing', () => {
    for (const action of workflowActions) {
      const [stage] = allowedSteps[action].from;
      if (stage === undefined) throw new Error(`${action} starts nowhere`);
      expect(judgeTransition(action, factsFor(action, stage), [])).toEqual({ allowed: false, refusal: 'ROLE_MISSING' });
    }
  });
});

const guarded: [what: string, WorkflowAction, Stage, Partial<WorkflowFacts>, Refusal | 'allowed'][] = [
  ['consultation needs a text', 'startConsultation', 'drafting', { hasBody: false }, 'TEXT_EMPTY'],
  ['consultation needs no version', 'startConsultation', 'drafting', { versionHash: undefined }, 'allowed'],
  ['screening waits for answers to the villagers', 'submitForScreening', 'consulting', { openComments: 1 }, 'COMMENTS_OPEN'],
  ['screening needs a version', 'submitForScreening', 'consulting', { versionHash: undefined }, 'NO_VERSION'],
  ['screening needs the newest text as a version', 'submitForScreening', 'consulting', { draftHash: other }, 'VERSION_OUTDATED'],
  ['returning from screening needs nothing', 'returnFromScreening', 'screening', { versionHash: undefined, hasBody: false }, 'allowed'],
  ['review needs a text', 'submitForReview', 'screening', { hasBody: false }, 'TEXT_EMPTY'],
  ['review needs a version', 'submitForReview', 'screening', { versionHash: undefined }, 'NO_VERSION'],
  ['review needs the newest text as a version', 'submitForReview', 'screening', { draftHash: other }, 'VERSION_OUTDATED'],
  ['review needs a package', 'submitForReview', 'screening', { hasSubmission: false }, 'NO_SUBMISSION'],
  ['a text that no reviewer has seen passes villagers and township first', 'resubmitForReview', 'drafting', { wasReviewed: false }, 'NO_OPINION'],
  ['what waits for its first opinion is not sent a second time', 'resubmitForReview', 'reviewing', { wasReviewed: false }, 'NO_OPINION'],
  ['another round needs a text', 'resubmitForReview', 'drafting', { hasBody: false }, 'TEXT_EMPTY'],
  ['another round needs the newest text as a version', 'resubmitForReview', 'drafting', { draftHash: other }, 'VERSION_OUTDATED'],
  ['another round needs a version', 'resubmitForReview', 'drafting', { versionHash: undefined }, 'NO_VERSION'],
  ['another round needs a package of its own', 'resubmitForReview', 'drafting', { hasSubmission: false }, 'NO_SUBMISSION'],
  ['another round does not wait for villagers', 'resubmitForReview', 'drafting', { openComments: 2 }, 'allowed'],
  ['a text that was revised where it stands goes to the reviewer again', 'resubmitForReview', 'reviewing', { clearedHashes: new Set() }, 'allowed'],
  ['after a review the villagers may still be asked again', 'startConsultation', 'drafting', { clearedHashes: new Set() }, 'allowed'],
  ['coming back from review needs the opinion', 'returnFromReview', 'reviewing', { hasOpinion: false }, 'NO_OPINION'],
  ['coming back from review works with an opinion that clears nothing', 'returnFromReview', 'reviewing', { clearedHashes: new Set() }, 'allowed'],
  ['a vote needs a version', 'proceedToVote', 'reviewing', { versionHash: undefined }, 'NO_VERSION'],
  ['a vote needs the newest text as a version', 'proceedToVote', 'reviewing', { draftHash: other }, 'VERSION_OUTDATED'],
  ['a vote needs clearance', 'proceedToVote', 'reviewing', { clearedHashes: new Set() }, 'NOT_CLEARED'],
  ['clearance of another text does not count', 'proceedToVote', 'reviewing', { clearedHashes: new Set([other]) }, 'NOT_CLEARED'],
  ['a changed text loses its clearance', 'proceedToVote', 'reviewing', { draftHash: other, versionHash: other }, 'NOT_CLEARED'],
  ['filing waits for a vote', 'recordPassedVote', 'voting', { vote: undefined }, 'NO_PASSED_VOTE'],
  ['a vote without quorum or majority is never passed', 'recordPassedVote', 'voting', failedVote, 'NO_PASSED_VOTE'],
  ['a vote on another text is recorded as it was', 'recordPassedVote', 'voting', { vote: { hash: other, passed: true } }, 'allowed'],
  ['a failed vote must be on record', 'recordFailedVote', 'voting', { vote: undefined }, 'NO_FAILED_VOTE'],
  ['a passed vote is not a failed one', 'recordFailedVote', 'voting', {}, 'NO_FAILED_VOTE'],
  ['a failed vote leads back to the draft', 'recordFailedVote', 'voting', failedVote, 'allowed'],
  ['filing needs a passed vote', 'recordFiling', 'filing', failedVote, 'NO_PASSED_VOTE'],
  ['filing needs its record', 'recordFiling', 'filing', { hasFiling: false }, 'NO_FILING'],
  ['publishing needs a passed vote', 'publish', 'filing', { vote: undefined }, 'NO_PASSED_VOTE'],
  ['publishing needs the voted text cleared', 'publish', 'filing', { vote: { hash: other, passed: true } }, 'VOTE_TEXT_DIFFERS'],
  ['an opinion on the voted text heals the difference', 'publish', 'filing', { vote: { hash: other, passed: true }, clearedHashes: new Set([current, other]) }, 'allowed'],
  ['publishing needs the filing', 'publish', 'filing', { hasFiling: false }, 'NO_FILING'],
  ['withdrawing is always possible', 'withdraw', 'reviewing', { versionHash: undefined, hasOpinion: false, openComments: 3 }, 'allowed'],
  ['amending what is in force needs nothing', 'startAmendment', 'published', { vote: undefined, hasFiling: false }, 'allowed'],
  ['repealing needs nothing', 'repeal', 'published', { vote: undefined, hasFiling: false }, 'allowed'],
  ['what is in force is registered without a version, an opinion or a vote', 'registerPublished', 'drafting', { versionHash: undefined, clearedHashes: new Set(), hasSubmission: false, hasOpinion: false, wasReviewed: false, vote: undefined, hasFiling: false }, 'allowed'],
  ['what was adopted is registered in the same way', 'registerAdopted', 'drafting', { versionHash: undefined, clearedHashes: new Set(), hasSubmission: false, hasOpinion: false, wasReviewed: false, vote: undefined, hasFiling: false }, 'allowed'],
  ['an empty text is in force nowhere', 'registerPublished', 'drafting', { hasBody: false }, 'TEXT_EMPTY'],
  ['an empty text was adopted nowhere', 'registerAdopted', 'drafting', { hasBody: false }, 'TEXT_EMPTY'],
  ['a registration is corrected by another', 'registerAdopted', 'published', registered, 'allowed'],
  ['a registration does not replace a publication that was recorded here', 'registerPublished', 'published', {}, 'ADOPTED_HERE'],
  ['a registration does not replace a ballot that was recorded here', 'registerAdopted', 'filing', {}, 'ADOPTED_HERE'],
  ['a registered adoption is filed without a ballot', 'recordFiling', 'filing', registered, 'allowed'],
  ['a registered adoption is published without a clearance, which it does not claim', 'publish', 'filing', registered, 'allowed'],
  ['a registered adoption is published after its filing', 'publish', 'filing', { ...registered, hasFiling: false }, 'NO_FILING'],
  ['a ballot on the registered text needs no clearance either', 'publish', 'filing', { ...registered, vote: { hash: current, passed: true } }, 'allowed'],
  ['a ballot on another text than the registered one needs its clearance', 'publish', 'filing', { ...registered, vote: { hash: other, passed: true } }, 'VOTE_TEXT_DIFFERS'],
  ['a failed ballot counts before the registration', 'publish', 'filing', { ...registered, vote: { hash: current, passed: false } }, 'NO_PASSED_VOTE'],
  ['a registration is no ballot', 'recordFailedVote', 'filing', registered, 'NO_FAILED_VOTE'],
];

describe('what must hold before a step', () => {
  it.each(guarded)('%s', (_what, action, stage, changed, expected) => {
    const judgement = judgeTransition(action, facts(stage, changed), ['administrator']);
    expect(judgement.allowed ? 'allowed' : judgement.refusal).toBe(expected);
  });

  it('the stage is judged before the role, and the role before the facts', () => {
    const bare = facts('drafting', { hasBody: false });
    expect(judgeTransition('publish', bare, [])).toEqual({ allowed: false, refusal: 'WRONG_STAGE' });
    expect(judgeTransition('startConsultation', bare, ['reviewer'])).toEqual({ allowed: false, refusal: 'ROLE_MISSING' });
    expect(judgeTransition('startConsultation', bare, ['drafter'])).toEqual({ allowed: false, refusal: 'TEXT_EMPTY' });
  });

  it('every refusal can occur', () => {
    const seen = new Set<Refusal>(['WRONG_STAGE', 'ROLE_MISSING']);
    for (const [, , , , expected] of guarded) if (expected !== 'allowed') seen.add(expected);
    expect([...seen].sort()).toEqual([...refusals].sort());
  });
});

describe('the workflow as a whole', () => {
  it('has one transition for every action', () => {
    expect(transitions.map((transition) => transition.action).sort()).toEqual([...workflowActions].sort());
  });

  it('judges abilities exactly as it judges steps', () => {
    for (const stage of stages) {
      for (const role of roles) {
        const abilities = judgeAbilities(facts(stage), [role]);
        for (const action of workflowActions) {
          expect(abilities[action].allowed).toBe(judgeTransition(action, facts(stage), [role]).allowed);
        }
      }
    }
  });

  it('leads along the main line from the draft to publication', () => {
    const forward: WorkflowAction[] = ['startConsultation', 'submitForScreening', 'submitForReview', 'proceedToVote', 'recordPassedVote', 'publish'];
    let stage: Stage = 'drafting';
    const passed: Stage[] = [stage];
    for (const action of forward) {
      const judgement = judgeTransition(action, facts(stage), ['drafter']);
      if (!judgement.allowed) throw new Error(`${action}: ${judgement.refusal}`);
      stage = judgement.to;
      passed.push(stage);
    }
    expect(passed).toEqual([...mainLine]);
  });

  it('leads from a returned review straight into another one, which clears nothing by itself', () => {
    const revised = { draftHash: other, versionHash: other };
    let stage: Stage = 'reviewing';
    for (const action of ['returnFromReview', 'resubmitForReview'] as const) {
      const judgement = judgeTransition(action, facts(stage, revised), ['drafter']);
      if (!judgement.allowed) throw new Error(`${action}: ${judgement.refusal}`);
      stage = judgement.to;
    }
    expect(stage).toBe('reviewing');
    expect(judgeTransition('proceedToVote', facts(stage, revised), ['drafter'])).toEqual({ allowed: false, refusal: 'NOT_CLEARED' });
  });

  it('leads from what is registered as in force into an amendment, which is reviewed like any other draft', () => {
    let stage: Stage = 'drafting';
    for (const action of ['registerPublished', 'startAmendment', 'startConsultation'] as const) {
      const judgement = judgeTransition(action, facts(stage, { vote: undefined, clearedHashes: new Set() }), ['registrar', 'drafter']);
      if (!judgement.allowed) throw new Error(`${action}: ${judgement.refusal}`);
      stage = judgement.to;
    }
    expect(stage).toBe('consulting');
    expect(judgeTransition('proceedToVote', facts('reviewing', { clearedHashes: new Set() }), ['drafter'])).toEqual({ allowed: false, refusal: 'NOT_CLEARED' });
  });

  it('leads nowhere from a repealed convention', () => {
    for (const ability of Object.values(judgeAbilities(facts('repealed'), [...roles]))) {
      expect(ability).toEqual({ allowed: false, refusal: 'WRONG_STAGE' });
    }
  });
});
