import type { ConventionKind } from '#core/document/document.ts';

/** Stored. assembly: 村民会议 or 居民会议; representatives: 村民代表会议 or 居民代表会议. */
export const meetingKinds = ['assembly', 'representatives'] as const;
export type MeetingKind = (typeof meetingKinds)[number];

/** Whole numbers of persons or households. `eligible`: 应到; `present`: 实到; `inFavour`: 赞成. */
export type VoteCount = {
  meeting: MeetingKind;
  /** whether an assembly counts adults or representatives of households */
  countedBy: 'adults' | 'households';
  eligible: number;
  present: number;
  inFavour: number;
  against: number;
  abstained: number;
};

export type VoteJudgement = {
  quorumMet: boolean;
  majorityMet: boolean;
  passed: boolean;
  /** the least number present, and the least number in favour of those present */
  presentNeeded: number;
  inFavourNeeded: number;
};

/**
 * Quorum and majority. 村民委员会组织法 (2025) 第二十六条: more than half of the adults, or two thirds of the households;
 * 第三十条: two thirds of the representatives. 城市居民委员会组织法 (2025) 第二十七条, 第二十九条: more than half of either,
 * two thirds of the representatives. Passed by more than half of those present (abstentions count in the denominator).
 * 民法典 第一千二百五十九条: 以上 includes the number itself, 过半数 does not.
 */
export function judgeVote(kind: ConventionKind, count: VoteCount): VoteJudgement {
  const twoThirds = Math.ceil((2 * count.eligible) / 3);
  const moreThanHalf = Math.floor(count.eligible / 2) + 1;
  const needsTwoThirds = count.meeting === 'representatives' || (kind === 'village' && count.countedBy === 'households');
  const presentNeeded = needsTwoThirds ? twoThirds : moreThanHalf;
  const inFavourNeeded = Math.floor(count.present / 2) + 1;
  const quorumMet = count.eligible > 0 && count.present >= presentNeeded;
  const majorityMet = count.present > 0 && count.inFavour >= inFavourNeeded;
  return { quorumMet, majorityMet, passed: quorumMet && majorityMet, presentNeeded, inFavourNeeded };
}
