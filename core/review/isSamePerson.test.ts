import { describe, expect, it } from 'vitest';
import { isSamePerson } from '#core/review/isSamePerson.ts';

const drafter = { person: '陈秀兰', office: '溪口村村民委员会' };

describe('who counts as the same person', () => {
  it.each([
    ['the same name in the same office', drafter, true],
    ['written with blanks', { person: '陈 秀兰', office: '溪口村　村民委员会' }, true],
    ['another name in the same office', { ...drafter, person: '刘国平' }, false],
    ['the same name in another office', { ...drafter, office: '云溪司法所' }, false],
  ])('%s', (_what, other, expected) => {
    expect(isSamePerson(drafter, other)).toBe(expected);
  });
});
