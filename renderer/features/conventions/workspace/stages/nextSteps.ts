import { actionNames } from '#contract/names.ts';
import { refusalTexts } from '#contract/refusals.ts';
import type { ConventionDetail } from '#contract/conventions.ts';
import type { Stage, WorkflowAction } from '#core/workflow/workflow.ts';

/** How a step is taken: at once, or after a dialog has asked for its facts. */
type StepWay = 'perform' | 'submit' | 'vote' | 'filing' | 'publication' | 'priorAdoption';

export type Step = {
  action: WorkflowAction;
  name: string;
  way: StepWay;
  /** why it cannot be taken now; undefined when it can */
  refusal: string | undefined;
  /** whether a new version would make it possible */
  wantsVersion: boolean;
};

const main: Record<Stage, readonly WorkflowAction[]> = {
  drafting: ['startConsultation'],
  consulting: ['submitForScreening'],
  screening: ['submitForReview'],
  reviewing: ['proceedToVote', 'returnFromReview'],
  voting: ['recordPassedVote'],
  filing: ['recordFiling', 'publish'],
  published: ['startAmendment'],
  repealed: [],
};

const others: Record<Stage, readonly WorkflowAction[]> = {
  drafting: ['startConsultation', 'registerPublished'],
  consulting: ['withdraw'],
  screening: ['returnFromScreening', 'withdraw'],
  reviewing: ['resubmitForReview', 'returnFromReview', 'withdraw'],
  voting: ['withdraw'],
  filing: ['recordFiling', 'recordFailedVote', 'withdraw'],
  published: ['repeal'],
  repealed: [],
};

const ways: Partial<Record<WorkflowAction, StepWay>> = {
  submitForReview: 'submit',
  resubmitForReview: 'submit',
  recordPassedVote: 'vote',
  recordFailedVote: 'vote',
  recordFiling: 'filing',
  publish: 'publication',
  registerPublished: 'priorAdoption',
};

/** What the dialog itself brings about is no reason against opening it. */
const broughtAbout: Partial<Record<WorkflowAction, readonly string[]>> = {
  submitForReview: ['NO_SUBMISSION'],
  resubmitForReview: ['NO_SUBMISSION'],
  recordPassedVote: ['NO_PASSED_VOTE'],
  recordFailedVote: ['NO_FAILED_VOTE'],
  recordFiling: ['NO_FILING'],
};

function stepOf(convention: Pick<ConventionDetail, 'can'>, action: WorkflowAction): Step {
  const ability = convention.can[action];
  const isOpen = ability.allowed || broughtAbout[action]?.includes(ability.refusal) === true;
  return {
    action,
    name: actionNames[action],
    way: ways[action] ?? 'perform',
    refusal: isOpen || ability.allowed ? undefined : refusalTexts[ability.refusal],
    wantsVersion: !isOpen && !ability.allowed && ['NO_VERSION', 'VERSION_OUTDATED'].includes(ability.refusal),
  };
}

/** Where no review has answered yet, and where the text is cleared, there is nothing to send again. */
function mayResubmit({ stage, can }: Pick<ConventionDetail, 'stage' | 'can'>): boolean {
  const ability = can.resubmitForReview;
  if (stage === 'reviewing' && (can.proceedToVote.allowed || !can.returnFromReview.allowed)) return false;
  return ability.allowed || !['WRONG_STAGE', 'ROLE_MISSING', 'NO_OPINION'].includes(ability.refusal);
}

function mainStep(convention: Pick<ConventionDetail, 'stage' | 'can'>): WorkflowAction | undefined {
  const { stage, can } = convention;
  const [first, second] = main[stage];
  if (stage === 'filing') return !can.publish.allowed && can.publish.refusal === 'NO_FILING' ? first : second;
  if (stage === 'drafting') return mayResubmit(convention) ? 'resubmitForReview' : first;
  // An opinion that does not clear the text leads back to the draft; a text that was changed since leads to the reviewer.
  if (stage === 'reviewing' && !can.proceedToVote.allowed && can.returnFromReview.allowed) {
    return mayResubmit(convention) && !can.resubmitForReview.allowed ? 'resubmitForReview' : second;
  }
  return first;
}

/** What was registered can be looked at by everybody; the dialog itself knows who may correct it. */
function lookAtRegistration(convention: Pick<ConventionDetail, 'stage' | 'can' | 'isRegistered'>): Step[] {
  if (!convention.isRegistered || (convention.stage !== 'filing' && convention.stage !== 'published')) return [];
  return [{ ...stepOf(convention, 'registerPublished'), name: '已施行文本的登记情况', refusal: undefined, wantsVersion: false }];
}

/** The one step that leads on from here (none from the last stage), and the others that this stage knows. */
export function nextSteps(convention: Pick<ConventionDetail, 'stage' | 'can' | 'isRegistered'>): { next: Step | undefined; others: Step[] } {
  const next = mainStep(convention);
  return {
    next: next === undefined ? undefined : stepOf(convention, next),
    others: [
      ...others[convention.stage]
        .filter((action) => action !== next && (action !== 'resubmitForReview' || mayResubmit(convention)))
        .map((action) => stepOf(convention, action)),
      ...lookAtRegistration(convention),
    ],
  };
}
