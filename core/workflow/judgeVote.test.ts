import { describe, expect, it } from 'vitest';
import { judgeVote, type VoteCount } from '#core/workflow/judgeVote.ts';

type Row = [
  name: string,
  kind: 'village' | 'community',
  meeting: VoteCount['meeting'],
  countedBy: VoteCount['countedBy'],
  eligible: number,
  present: number,
  inFavour: number,
  expected: { quorumMet: boolean; majorityMet: boolean; presentNeeded: number; inFavourNeeded: number },
];

const table: Row[] = [
  ['村民会议，成年村民恰好一半不算过半', 'village', 'assembly', 'adults', 100, 50, 50, { quorumMet: false, majorityMet: true, presentNeeded: 51, inFavourNeeded: 26 }],
  ['村民会议，成年村民过半', 'village', 'assembly', 'adults', 100, 51, 26, { quorumMet: true, majorityMet: true, presentNeeded: 51, inFavourNeeded: 26 }],
  ['村民会议，奇数成年村民', 'village', 'assembly', 'adults', 101, 51, 25, { quorumMet: true, majorityMet: false, presentNeeded: 51, inFavourNeeded: 26 }],
  ['村民会议，户代表恰好三分之二算到会', 'village', 'assembly', 'households', 99, 66, 34, { quorumMet: true, majorityMet: true, presentNeeded: 66, inFavourNeeded: 34 }],
  ['村民会议，户代表差一户', 'village', 'assembly', 'households', 99, 65, 65, { quorumMet: false, majorityMet: true, presentNeeded: 66, inFavourNeeded: 33 }],
  ['村民会议，户数不能被三整除时向上取整', 'village', 'assembly', 'households', 100, 66, 66, { quorumMet: false, majorityMet: true, presentNeeded: 67, inFavourNeeded: 34 }],
  ['村民会议，户代表过半但不到三分之二', 'village', 'assembly', 'households', 100, 51, 51, { quorumMet: false, majorityMet: true, presentNeeded: 67, inFavourNeeded: 26 }],
  ['村民代表会议恰好三分之二', 'village', 'representatives', 'adults', 30, 20, 11, { quorumMet: true, majorityMet: true, presentNeeded: 20, inFavourNeeded: 11 }],
  ['村民代表会议赞成恰好一半不算过半', 'village', 'representatives', 'adults', 30, 20, 10, { quorumMet: true, majorityMet: false, presentNeeded: 20, inFavourNeeded: 11 }],
  ['村民代表会议差一人', 'village', 'representatives', 'adults', 31, 20, 20, { quorumMet: false, majorityMet: true, presentNeeded: 21, inFavourNeeded: 11 }],
  ['居民会议，成年居民过半', 'community', 'assembly', 'adults', 100, 51, 26, { quorumMet: true, majorityMet: true, presentNeeded: 51, inFavourNeeded: 26 }],
  ['居民会议，户代表过半即可', 'community', 'assembly', 'households', 100, 51, 26, { quorumMet: true, majorityMet: true, presentNeeded: 51, inFavourNeeded: 26 }],
  ['居民会议，户代表恰好一半', 'community', 'assembly', 'households', 100, 50, 26, { quorumMet: false, majorityMet: true, presentNeeded: 51, inFavourNeeded: 26 }],
  ['居民代表会议恰好三分之二', 'community', 'representatives', 'households', 60, 40, 21, { quorumMet: true, majorityMet: true, presentNeeded: 40, inFavourNeeded: 21 }],
  ['弃权和未投计入分母', 'village', 'representatives', 'adults', 30, 30, 15, { quorumMet: true, majorityMet: false, presentNeeded: 20, inFavourNeeded: 16 }],
  ['无人到会', 'village', 'assembly', 'adults', 100, 0, 0, { quorumMet: false, majorityMet: false, presentNeeded: 51, inFavourNeeded: 1 }],
  ['应到人数没有登记', 'village', 'representatives', 'adults', 0, 10, 10, { quorumMet: false, majorityMet: true, presentNeeded: 0, inFavourNeeded: 6 }],
  ['只有一人', 'village', 'assembly', 'adults', 1, 1, 1, { quorumMet: true, majorityMet: true, presentNeeded: 1, inFavourNeeded: 1 }],
];

describe('quorum and majority of a vote', () => {
  it.each(table)('%s', (_name, kind, meeting, countedBy, eligible, present, inFavour, expected) => {
    const judgement = judgeVote(kind, { meeting, countedBy, eligible, present, inFavour, against: 0, abstained: 0 });
    expect(judgement).toEqual({ ...expected, passed: expected.quorumMet && expected.majorityMet });
  });

  it('以上 includes the number itself and 过半数 does not, for every size of meeting up to 400', () => {
    for (let eligible = 1; eligible <= 400; eligible += 1) {
      const needed = (meeting: VoteCount['meeting'], countedBy: VoteCount['countedBy']) =>
        judgeVote('village', { meeting, countedBy, eligible, present: eligible, inFavour: 0, against: 0, abstained: 0 });
      const half = needed('assembly', 'adults').presentNeeded;
      expect(half * 2 > eligible && (half - 1) * 2 <= eligible).toBe(true);
      const twoThirds = needed('representatives', 'adults').presentNeeded;
      expect(twoThirds * 3 >= eligible * 2 && (twoThirds - 1) * 3 < eligible * 2).toBe(true);
      expect(needed('assembly', 'households').presentNeeded).toBe(twoThirds);
      const inFavour = needed('assembly', 'adults').inFavourNeeded;
      expect(inFavour * 2 > eligible && (inFavour - 1) * 2 <= eligible).toBe(true);
    }
  });
});
