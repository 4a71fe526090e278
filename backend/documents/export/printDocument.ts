import type { ConventionDocument } from '#core/document/document.ts';

/** Whether an opinion covers exactly this text. The hash and the code are computed from the document, never taken from here. */
export type PrintedClearance =
  | {
      state: 'cleared';
      /** 合法, 建议修改（不影响合法） */
      conclusion: string;
      office: string;
      date: string;
      opinionNumber?: string;
      /** the opinion came on stamped paper and was registered */
      onPaper?: boolean;
    }
  | {
      state: 'notCleared';
      /** 未经合法性审查, 未经本系统审查, 表决文本与审定文本不一致 */
      statement: string;
    };

/** What the records of vote, filing and publication say. No part of the content hash. */
export type PrintedAdoption = {
  adoptingBody: string;
  adoptedOn: string;
  effectiveOn?: string;
  filing?: { office: string; number: string; date: string };
  publishedOn?: string;
  /** where it was posted: 村务公开栏 */
  publicationPlace?: string;
};

/** What was registered of a text that was adopted before or outside the application; undefined is not known. No part of the content hash. */
export type PrintedPriorAdoption = {
  adoptedOn: string | undefined;
  adoptingBody: string | undefined;
  filing: { date: string | undefined; office: string | undefined; number: string | undefined };
  /** undefined while it is not published */
  publication: { date: string | undefined; place: string | undefined } | undefined;
};

/** A reviewer's remark beside the text in a Word file. `start`, `end`: UTF-16 offsets in articleText; `date`: ISO 8601. */
export type PrintedRemark = {
  articleId: string;
  start: number;
  end: number;
  author: string;
  date: string;
  text: string;
  replies?: readonly { author: string; date: string; text: string }[];
};

/** A convention for the wall, the vote or the archive. Dates are written out by the caller: 2026年11月24日. */
export type ConventionPrint = {
  type: 'convention';
  document: ConventionDocument;
  /** the day the file is made, carried in its properties: PDF/A wants one, and the same input gives the same bytes */
  date: string;
  adoption?: PrintedAdoption;
  /** what a ballot, a filing and a publication on record do not say */
  priorAdoption?: PrintedPriorAdoption;
  /** who signs it, under the text: 新玉峰村村民委员会 */
  signature?: { name: string; date: string };
  clearance?: PrintedClearance;
  /** who printed it on this machine: shown as 本机登记身份 */
  identity?: string;
  /** Word only: who made the insertions and deletions that the marks name by id, and when (ISO 8601) */
  suggestions?: Readonly<Record<string, { author: string; date: string }>>;
  /** Word only */
  remarks?: readonly PrintedRemark[];
};

type PrintedComment = {
  channel: string;
  article: string;
  text: string;
  reply: string;
  reason: string;
};

/** 意见汇总及采纳情况表; the running number is the position of the row. */
export type CommentTablePrint = {
  type: 'commentTable';
  conventionTitle: string;
  /** the region that collected them: 长湖乡新玉峰村 */
  office: string;
  from: string;
  to: string;
  /** the day it is filled in, shown and carried in the file's properties */
  date: string;
  comments: readonly PrintedComment[];
  /** one sentence under the table: 共收到意见12条，采纳8条…… */
  summary?: string;
  identity?: string;
};

type PrintedAnnotation = {
  article: string;
  problem: string;
  basis: string;
  severity: string;
  suggestion: string;
};

/** 合法性审查意见书 */
export type OpinionPrint = {
  type: 'opinion';
  /** the day the file is made, carried in its properties */
  date: string;
  /** 文号; an empty string where the office gives none */
  number: string;
  conventionTitle: string;
  submittingOffice: string;
  receivedOn: string;
  finishedOn: string;
  versionName: string;
  /** SHA-256 of the version reviewed, lower-case hexadecimal */
  sha256: string;
  /** 主体, 权限, 程序, 内容, 文字 */
  scope: readonly { name: string; result: string; remark: string }[];
  annotations: readonly PrintedAnnotation[];
  conclusion: string;
  /** what the reviewer adds to the conclusion */
  explanation?: string;
  reviewer: string;
  secondReviewer?: string;
  office: string;
  identity?: string;
};

/** Words of a cell. `inserted`: bold and underlined; `deleted`: struck; `note`: what happened, told in words. */
export type PrintedRun = { text: string; inserted?: true; deleted?: true; note?: true };
/** A paragraph of a cell, with the number as it was printed. */
export type PrintedLine = { label: string; runs: readonly PrintedRun[] };
type PrintedChange =
  | { type: 'band'; text: string }
  | {
      type: 'change';
      old: readonly PrintedLine[];
      new: readonly PrintedLine[];
      reason: string;
      source: string;
      /** short enough never to be broken over two pages */
      isShort: boolean;
    };

/** 条文对照表: 原条文, 修订后条文, 修订理由与依据, 来源 */
export type AmendmentTablePrint = {
  type: 'amendmentTable';
  conventionTitle: string;
  /** what is compared: 第1版（2025年3月1日） */
  oldName: string;
  newName: string;
  /** the day the file is made */
  date: string;
  /** whether the table has the fourth column */
  hasSource: boolean;
  rows: readonly PrintedChange[];
  /** how insertions and deletions are marked */
  legend: string;
  /** under the table: what is left out of it; empty where nothing is */
  remark: string;
  identity?: string;
};

/** 修订说明 of a version */
export type AmendmentStatementPrint = {
  type: 'amendmentStatement';
  conventionTitle: string;
  date: string;
  /** one paragraph a line; a line that begins with 一、 is a heading */
  text: string;
  /** who signs it */
  office: string;
  identity?: string;
};

export type PrintDocument = ConventionPrint | CommentTablePrint | OpinionPrint | AmendmentTablePrint | AmendmentStatementPrint;
