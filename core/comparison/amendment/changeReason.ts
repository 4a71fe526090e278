/** Where a reason comes from: 群众意见, 审查批注, 预审提示, 会议, 起草人自己写的. Stored. */
export const reasonSources = ['comment', 'annotation', 'finding', 'meeting', 'drafter'] as const;
type ReasonSourceKind = (typeof reasonSources)[number];

/** 理由, 依据, 来源 of a change, as the table of changes prints them. */
export type ReasonWords = { reason: string; basis: string; origin: string };

/** Something on record that a change may answer. */
export type ReasonSource = ReasonWords & {
  kind: Exclude<ReasonSourceKind, 'drafter'>;
  id: string;
  /** the articles that it speaks of; see placesOfArticles */
  places: readonly string[];
  /** whether it asks for a change that was agreed to: an adopted comment, an annotation that was not declined */
  isAgreed: boolean;
  /** the words that a finding is about: once they are gone, it was followed */
  quote?: string;
};

/** A reason on record, bound to a place of the text. */
export type ChangeReason = ReasonWords & { kind: ReasonSourceKind; sourceId: string; place: string };
