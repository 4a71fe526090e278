import type { WorkflowAction } from '#core/workflow/workflow.ts';

const stepNames: Record<WorkflowAction, string> = {
  startConsultation: '开始征求意见',
  submitForScreening: '送乡镇审核',
  returnFromScreening: '乡镇退回修改',
  submitForReview: '送合法性审查',
  resubmitForReview: '重新送审',
  returnFromReview: '按审查意见退回修改',
  proceedToVote: '交会议表决',
  recordPassedVote: '登记表决通过',
  recordFailedVote: '登记表决未通过',
  recordFiling: '登记备案',
  publish: '登记公布',
  withdraw: '撤回',
  startAmendment: '开始修订',
  repeal: '废止',
};

const names: Record<string, string> = {
  'installation.registered': '登记使用人',
  'installation.updated': '修改使用人',
  'convention.created': '新建村规民约',
  'convention.updated': '修改村名和种类',
  'convention.discarded': '移到回收站',
  'convention.restored': '从回收站恢复',
  'draft.saved': '保存草案',
  'version.frozen': '存为一版',
  'version.restored': '把旧版复制到草案',
  'attachment.kept': '保留导入的原件',
  'comment.added': '登记群众意见',
  'comment.replied': '答复群众意见',
  'comment.withdrawn': '更正登记的意见',
  'finding.dismissed': '不采用预审提示',
  'finding.undismissed': '恢复预审提示',
  'submission.created': '制作送审包',
  'submission.received': '接收送审包',
  'submission.receivedAgain': '再次接收同一送审包',
  'annotation.added': '写审查批注',
  'annotation.changed': '修改审查批注',
  'annotation.removed': '删去审查批注',
  'annotation.answered': '答复审查批注',
  'review.aspectSet': '记录审查项目',
  'review.conclusionSet': '选定审查结论',
  'opinion.issued': '出具审查意见书',
  'opinion.received': '接收审查意见书',
  'opinion.receivedAgain': '再次接收同一意见书',
  'opinion.registered': '登记纸质意见书',
  'vote.recorded': '登记表决',
  'filing.recorded': '登记备案',
  'publication.recorded': '登记公布',
  'contact.accepted': '认可往来单位',
  'backup.created': '备份',
  'backup.restored': '恢复备份',
  ...Object.fromEntries(Object.entries(stepNames).map(([step, name]) => [`workflow.${step}`, name])),
};

/** What an audit entry records, in plain words. */
export function auditName(action: string): string {
  return names[action] ?? '其他操作';
}
