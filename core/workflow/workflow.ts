/**
 * The life of a convention as one table: who may take which step from which stage, and what must hold first.
 * Sources: 村民委员会组织法 (2025) 第二十五条, 第二十六条, 第三十一条; 民发〔2018〕144号 (the five steps, policy).
 * The interface draws its stage bar and its buttons from this table, the backend enforces it.
 */

/** Stored. */
export const stages = [
  'drafting',
  'consulting',
  'screening',
  'reviewing',
  'voting',
  'filing',
  'published',
  'repealed',
] as const;
export type Stage = (typeof stages)[number];

/** The stages that the stage bar shows, in order. */
export const mainLine = ['drafting', 'consulting', 'screening', 'reviewing', 'voting', 'filing', 'published'] as const satisfies readonly Stage[];

/** Stored in the installation and in audit entries. */
export const roles = ['drafter', 'reviewer', 'registrar', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Stored in audit entries. */
export const workflowActions = [
  'startConsultation',
  'submitForScreening',
  'returnFromScreening',
  'submitForReview',
  'resubmitForReview',
  'returnFromReview',
  'proceedToVote',
  'recordPassedVote',
  'recordFailedVote',
  'recordFiling',
  'publish',
  'withdraw',
  'startAmendment',
  'repeal',
  'registerAdopted',
  'registerPublished',
] as const;
export type WorkflowAction = (typeof workflowActions)[number];

/** What a step can be refused for. Chinese texts: contract/refusals.ts. */
export const refusals = [
  'WRONG_STAGE',
  'ROLE_MISSING',
  'TEXT_EMPTY',
  'COMMENTS_OPEN',
  'NO_VERSION',
  'VERSION_OUTDATED',
  'NOT_CLEARED',
  'NO_PASSED_VOTE',
  'NO_FAILED_VOTE',
  'VOTE_TEXT_DIFFERS',
  'NO_FILING',
  'NO_OPINION',
  'NO_SUBMISSION',
  'ADOPTED_HERE',
] as const;
export type Refusal = (typeof refusals)[number];

/** What is known of a convention when a step is judged. Hashes are content hashes (SHA-256, hexadecimal). */
export type WorkflowFacts = {
  stage: Stage;
  /** whether there is an article or a verse to speak of */
  hasBody: boolean;
  /** comments without a reply */
  openComments: number;
  /** content hash of the working draft */
  draftHash: string;
  /** content hash of the newest version, if there is one */
  versionHash?: string | undefined;
  /** hashes that a clearing opinion covers */
  clearedHashes: ReadonlySet<string>;
  /** whether the newest version was sent for review, or is covered by an opinion already */
  hasSubmission: boolean;
  /** whether the newest submission or the newest version has an opinion */
  hasOpinion: boolean;
  /** whether a review has answered a submission since the convention was last voted on or published */
  wasReviewed: boolean;
  /** the newest ballot since the last draft: the text voted on, and whether it reached quorum and majority */
  vote?: { hash: string; passed: boolean } | undefined;
  /** content hash of the text that was registered as adopted before or outside the application, since the last draft */
  registeredHash?: string | undefined;
  hasFiling: boolean;
};

type Guard = (facts: WorkflowFacts) => Refusal | undefined;

type Transition = {
  action: WorkflowAction;
  from: readonly Stage[];
  to: Stage;
  roles: readonly Role[];
  guards: readonly Guard[];
};

const drafters = ['drafter', 'administrator'] as const;
const registrars = ['drafter', 'registrar', 'administrator'] as const;

const written: Guard = (facts) => (facts.hasBody ? undefined : 'TEXT_EMPTY');
const commentsAnswered: Guard = (facts) => (facts.openComments > 0 ? 'COMMENTS_OPEN' : undefined);
const frozen: Guard = (facts) => {
  if (facts.versionHash === undefined) return 'NO_VERSION';
  return facts.versionHash === facts.draftHash ? undefined : 'VERSION_OUTDATED';
};
const cleared: Guard = (facts) =>
  facts.versionHash !== undefined && facts.clearedHashes.has(facts.versionHash) ? undefined : 'NOT_CLEARED';
const submitted: Guard = (facts) => (facts.hasSubmission ? undefined : 'NO_SUBMISSION');
const answeredByReviewer: Guard = (facts) => (facts.hasOpinion ? undefined : 'NO_OPINION');
const reviewedBefore: Guard = (facts) => (facts.wasReviewed ? undefined : 'NO_OPINION');
// A ballot that is on record counts before what was merely registered.
const passed: Guard = (facts) =>
  facts.vote?.passed === true || (facts.vote === undefined && facts.registeredHash !== undefined) ? undefined : 'NO_PASSED_VOTE';
const failed: Guard = (facts) => (facts.vote?.passed === false ? undefined : 'NO_FAILED_VOTE');
// A registered text was adopted without a review in the application and claims none: that it was posted is recorded all the same.
const votedTextCleared: Guard = (facts) => {
  const hash = facts.vote?.hash ?? facts.registeredHash;
  return hash !== undefined && (facts.clearedHashes.has(hash) || hash === facts.registeredHash) ? undefined : 'VOTE_TEXT_DIFFERS';
};
// Registering again corrects a registration; it never replaces what was voted, filed and published in the application.
const adoptedElsewhere: Guard = (facts) =>
  facts.stage === 'drafting' || facts.registeredHash !== undefined ? undefined : 'ADOPTED_HERE';
const filed: Guard = (facts) => (facts.hasFiling ? undefined : 'NO_FILING');

export const transitions: readonly Transition[] = [
  { action: 'startConsultation', from: ['drafting'], to: 'consulting', roles: drafters, guards: [written] },
  {
    action: 'submitForScreening',
    from: ['consulting'],
    to: 'screening',
    roles: drafters,
    guards: [commentsAnswered, frozen],
  },
  { action: 'returnFromScreening', from: ['screening'], to: 'drafting', roles: registrars, guards: [] },
  {
    action: 'submitForReview',
    from: ['screening'],
    to: 'reviewing',
    roles: drafters,
    guards: [written, frozen, submitted],
  },
  // Villagers and township were heard before the first round: what the reviewer wants changed goes straight back to him.
  {
    action: 'resubmitForReview',
    from: ['drafting', 'reviewing'],
    to: 'reviewing',
    roles: drafters,
    guards: [reviewedBefore, written, frozen, submitted],
  },
  { action: 'returnFromReview', from: ['reviewing'], to: 'drafting', roles: drafters, guards: [answeredByReviewer] },
  { action: 'proceedToVote', from: ['reviewing'], to: 'voting', roles: drafters, guards: [frozen, cleared] },
  {
    action: 'recordPassedVote',
    from: ['voting'],
    to: 'filing',
    roles: registrars,
    guards: [passed],
  },
  // From filing: a ballot that was entered wrongly and is corrected by another entry.
  { action: 'recordFailedVote', from: ['voting', 'filing'], to: 'drafting', roles: registrars, guards: [failed] },
  { action: 'recordFiling', from: ['filing'], to: 'filing', roles: registrars, guards: [passed, filed] },
  { action: 'publish', from: ['filing'], to: 'published', roles: registrars, guards: [passed, votedTextCleared, filed] },
  {
    action: 'withdraw',
    from: ['consulting', 'screening', 'reviewing', 'voting', 'filing'],
    to: 'drafting',
    roles: drafters,
    guards: [],
  },
  { action: 'startAmendment', from: ['published'], to: 'drafting', roles: drafters, guards: [] },
  { action: 'repeal', from: ['published'], to: 'repealed', roles: registrars, guards: [] },
  // What was adopted, or is in force, before the application arrives: no step on the way is claimed.
  {
    action: 'registerAdopted',
    from: ['drafting', 'filing', 'published'],
    to: 'filing',
    roles: registrars,
    guards: [written, adoptedElsewhere],
  },
  {
    action: 'registerPublished',
    from: ['drafting', 'filing', 'published'],
    to: 'published',
    roles: registrars,
    guards: [written, adoptedElsewhere],
  },
];

type Ability = { allowed: true } | { allowed: false; refusal: Refusal };
export type Abilities = Record<WorkflowAction, Ability>;

/** Judges one step for an actor with these roles; on success tells the stage that follows. */
export function judgeTransition(
  action: WorkflowAction,
  facts: WorkflowFacts,
  actorRoles: readonly Role[],
): { allowed: true; to: Stage } | { allowed: false; refusal: Refusal } {
  const transition = transitions.find((candidate) => candidate.action === action);
  if (transition === undefined) throw new Error(`No transition for ${action}`);
  if (!transition.from.includes(facts.stage)) return { allowed: false, refusal: 'WRONG_STAGE' };
  if (!transition.roles.some((role) => actorRoles.includes(role))) return { allowed: false, refusal: 'ROLE_MISSING' };
  for (const guard of transition.guards) {
    const refusal = guard(facts);
    if (refusal !== undefined) return { allowed: false, refusal };
  }
  return { allowed: true, to: transition.to };
}

/** Every step with yes, or no and why. */
export function judgeAbilities(facts: WorkflowFacts, actorRoles: readonly Role[]): Abilities {
  const judge = (action: WorkflowAction): Ability => {
    const judgement = judgeTransition(action, facts, actorRoles);
    return judgement.allowed ? { allowed: true } : judgement;
  };
  return {
    startConsultation: judge('startConsultation'),
    submitForScreening: judge('submitForScreening'),
    returnFromScreening: judge('returnFromScreening'),
    submitForReview: judge('submitForReview'),
    resubmitForReview: judge('resubmitForReview'),
    returnFromReview: judge('returnFromReview'),
    proceedToVote: judge('proceedToVote'),
    recordPassedVote: judge('recordPassedVote'),
    recordFailedVote: judge('recordFailedVote'),
    recordFiling: judge('recordFiling'),
    publish: judge('publish'),
    withdraw: judge('withdraw'),
    startAmendment: judge('startAmendment'),
    repeal: judge('repeal'),
    registerAdopted: judge('registerAdopted'),
    registerPublished: judge('registerPublished'),
  };
}
