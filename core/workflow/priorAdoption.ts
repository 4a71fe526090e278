/**
 * A text that was adopted, or is in force, before or outside the application: what is known of it is registered, and no
 * step is claimed. Unknown days are null, unknown words empty.
 */

/** Stored. How far it had come: adopted and not yet published, or published and in force. */
export const priorStages = ['filing', 'published'] as const;
export type PriorStage = (typeof priorStages)[number];

/** Stored. What a scan shows: 表决记录, 备案回执, 公布照片, 审查意见. */
export const scanKinds = ['voteRecord', 'filingReceipt', 'publicationPhoto', 'reviewOpinion'] as const;
export type ScanKind = (typeof scanKinds)[number];
