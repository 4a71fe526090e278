import type { ParseWarningReason } from '#core/document/parseConvention.ts';

/** Why the parser lists a piece of text, in plain Chinese; the piece itself is shown beside it. */
export const parseWarningTexts: Record<ParseWarningReason, string> = {
  pageFurniture: '像是页眉、页脚或页码，没有放进正文',
  webResidue: '像是网页上的残留，没有放进正文',
  aboveTitle: '在标题前面，没有放进正文',
  leftOut: '按你的选择，没有放进正文',
  doubtfulReference: '引用了别的条，看不准是哪一条，照原文保留',
  numberRepeated: '原文里这个编号出现了不止一次，已按顺序重排',
  numberSkipped: '原文的编号在这里跳过了，已按顺序重排',
  numberMissing: '没有编号，照前后的编号单列一条',
  numberMisread: '编号里有认错的字，照前后的编号读出',
  withoutTitle: '没有找到标题，导入后补上',
  notConvention: '看起来不是村规民约或居民公约，看清楚再导入',
};
