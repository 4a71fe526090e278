import { aspectNames } from '#contract/names.ts';
import type { IssueRefusal } from '#core/review/issueRefusal.ts';
import { reviewAspects, type AspectResults } from '#core/review/review.ts';
import type { Refusal } from '#core/workflow/workflow.ts';

/** Why a step of the workflow cannot be taken now, and what would make it possible. */
export const refusalTexts: Record<Refusal, string> = {
  WRONG_STAGE: '还没有办到这一步',
  ROLE_MISSING: '这一步由别的岗位办理',
  TEXT_EMPTY: '正文还没有条款',
  COMMENTS_OPEN: '还有群众意见没有答复',
  NO_VERSION: '还没有存过版，先存为一版',
  VERSION_OUTDATED: '草案在存版后又改过，先存为一版',
  NOT_CLEARED: '现在的文本还没有通过合法性审查',
  NO_PASSED_VOTE: '还没有登记表决通过的结果',
  NO_FAILED_VOTE: '没有登记未通过的表决',
  VOTE_TEXT_DIFFERS: '表决文本与审定文本不一致，先补一份覆盖它的审查意见',
  NO_FILING: '还没有登记备案',
  NO_OPINION: '还没有收到审查意见书',
  NO_SUBMISSION: '还没有生成送审包',
  ADOPTED_HERE: '它是在本机办理表决的，照流程往下登记',
};

const issueRefusalTexts: Record<Exclude<IssueRefusal, 'ASPECTS_OPEN'>, string> = {
  ISSUED: '意见书已经出具',
  NO_CONCLUSION: '还没有选审查结论',
  GRAVE_ANNOTATION: '批注里有不合法或应当修改的，结论不能是合法',
  ASPECT_WITH_PROBLEM: '有一项查出了问题，结论不能是合法',
};

/** Why an opinion cannot be issued yet; names the aspects that nobody has looked at. */
export function issueRefusalText(refusal: IssueRefusal, aspects: AspectResults): string {
  if (refusal !== 'ASPECTS_OPEN') return issueRefusalTexts[refusal];
  const open = reviewAspects.filter((aspect) => aspects[aspect] === undefined);
  return `“${open.map((aspect) => aspectNames[aspect]).join('、')}”还没有查，查完才能出具意见书`;
}
