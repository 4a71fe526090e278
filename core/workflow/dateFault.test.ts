import { describe, expect, it } from 'vitest';
import { dateFault, type DateFault, type DatedStep } from '#core/workflow/dateFault.ts';

const today = '2026-11-24';

const cases: [what: string, Partial<Record<DatedStep, string | null>>, DateFault | undefined][] = [
  ['nothing known is no fault', {}, undefined],
  ['unknown days are no fault', { vote: null, filing: null, publication: null }, undefined],
  ['everything on one day may be true', { vote: today, filing: today, publication: today }, undefined],
  ['the usual order is right', { vote: '2019-03-05', filing: '2019-03-12', publication: '2019-03-15' }, undefined],
  ['posting before filing is lawful', { vote: '2019-03-05', publication: '2019-03-06', filing: '2019-03-12' }, undefined],
  ['a vote tomorrow has not taken place', { vote: '2026-11-25' }, { fault: 'future', step: 'vote' }],
  ['a filing next year has not taken place', { vote: '2019-03-05', filing: '2027-03-12' }, { fault: 'future', step: 'filing' }],
  ['a notice of the future hangs nowhere', { publication: '2026-12-01' }, { fault: 'future', step: 'publication' }],
  ['an opinion of the future was not issued', { opinion: '2026-12-01' }, { fault: 'future', step: 'opinion' }],
  ['a year of two digits is a slip', { vote: '0019-03-05' }, { fault: 'early', step: 'vote' }],
  ['nothing is filed before the vote', { vote: '2019-03-05', filing: '2019-03-04' }, { fault: 'order', earlier: 'vote', later: 'filing' }],
  ['nothing is posted before the vote', { vote: '2019-03-05', publication: '2018-12-31' }, { fault: 'order', earlier: 'vote', later: 'publication' }],
  ['an unknown vote orders nothing', { vote: null, filing: '2019-03-04', publication: '2019-03-01' }, undefined],
];

describe('the days of vote, filing and publication', () => {
  it.each(cases)('%s', (_what, days, expected) => {
    expect(dateFault(today, days)).toEqual(expected);
  });
});
