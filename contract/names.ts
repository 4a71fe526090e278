import type { commentChannels, replyOutcomes } from '#contract/comments.ts';
import type { PartComparison } from '#core/comparison/comparison.ts';
import type { ConventionKind } from '#core/document/document.ts';
import type { Finding } from '#core/legality/rule.ts';
import type { AnnotationAnswer, AnnotationKind, Conclusion, ReviewAspect } from '#core/review/review.ts';
import type { ScanKind } from '#core/workflow/priorAdoption.ts';
import type { Role, Stage, WorkflowAction } from '#core/workflow/workflow.ts';

/** The Chinese names of stored values, the same on every screen and in every document. */

export const kindNames: Record<ConventionKind, string> = { village: '村规民约', community: '居民公约' };

export const stageNames: Record<Stage, string> = {
  drafting: '起草',
  consulting: '征求意见',
  screening: '乡镇审核',
  reviewing: '合法性审查',
  voting: '表决',
  filing: '备案',
  published: '公布',
  repealed: '已废止',
};

export const actionNames: Record<WorkflowAction, string> = {
  startConsultation: '开始征求意见',
  submitForScreening: '送乡镇审核',
  returnFromScreening: '退回修改',
  submitForReview: '送合法性审查',
  resubmitForReview: '重新送审',
  returnFromReview: '按审查意见修改',
  proceedToVote: '交会议表决',
  recordPassedVote: '登记表决结果',
  recordFailedVote: '登记表决结果',
  recordFiling: '登记备案',
  publish: '登记公布',
  withdraw: '撤回修改',
  startAmendment: '开始修订',
  repeal: '废止',
  registerAdopted: '登记已表决的文本',
  registerPublished: '登记已施行的文本',
};

export const scanKindNames: Record<ScanKind, string> = {
  voteRecord: '表决记录',
  filingReceipt: '备案回执',
  publicationPhoto: '公布照片',
  reviewOpinion: '审查意见',
};

export const roleNames: Record<Role, string> = {
  drafter: '起草',
  reviewer: '审查',
  registrar: '备案',
  administrator: '管理',
};

export const channelNames: Record<(typeof commentChannels)[number], string> = {
  visit: '入户走访',
  courtyard: '屋场会',
  box: '意见箱',
  telephone: '电话',
  online: '网上',
  meeting: '会议',
  other: '其他',
};

export const outcomeNames: Record<(typeof replyOutcomes)[number], string> = {
  adopted: '采纳',
  partlyAdopted: '部分采纳',
  notAdopted: '不采纳',
};

export const aspectNames: Record<ReviewAspect, string> = {
  maker: '主体',
  competence: '权限',
  procedure: '程序',
  content: '内容',
  wording: '文字',
};

export const conclusionNames: Record<Conclusion, string> = {
  lawful: '合法',
  advised: '建议修改（不影响合法）',
  mustChange: '应当修改',
  unlawful: '不合法',
  incomplete: '材料不全',
  beyondAutonomy: '超出自治范围',
};

export const annotationKindNames: Record<AnnotationKind, string> = {
  unlawful: '不合法',
  mustChange: '应当修改',
  advice: '建议',
  wording: '文字',
};

export const answerNames: Record<AnnotationAnswer, string> = {
  accepted: '已修改',
  partly: '部分修改',
  declined: '不修改',
};

export const severityNames = { unlawful: '不合法', risky: '有风险', consider: '请斟酌' } as const;

/** The parts of a text that have no number of their own, and the text as a whole. */
export const partNames = {
  title: '标题',
  subtitle: '副标题',
  preamble: '序言',
  heading: '章节标题',
  lead: '章首语',
  verse: '顺口溜',
  closing: '落款',
  annex: '附件',
  document: '全文',
} as const satisfies Record<PartComparison['part'] | NonNullable<Finding['part']>, string>;

/** What stands in place of a conclusion that no opinion has given. */
export function notReviewedText(isRegistered: boolean): string {
  return isRegistered ? '未经本系统审查' : '未经合法性审查';
}
