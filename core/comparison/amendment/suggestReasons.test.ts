import { describe, expect, it } from 'vitest';
import type { ReasonSource } from '#core/comparison/amendment/changeReason.ts';
import { reasonText } from '#core/comparison/amendment/reasonText.ts';
import { suggestReasons } from '#core/comparison/amendment/suggestReasons.ts';
import { compareDocuments } from '#core/comparison/compareDocuments.ts';
import { article, conventionDocument, paragraph } from '#core/document/documentBuilders.ts';

const old = conventionDocument('溪口村村规民约', [
  { type: 'preamble', content: [paragraph('为加强村民自治，制定本公约。')] },
  article('a1', '乱倒垃圾的，罚款五十元。'),
  article('a2', '禽畜应当圈养。'),
  article('a3', '外来户缴纳入户费二千元。'),
]);
const now = conventionDocument('溪口村村规民约', [
  { type: 'preamble', content: [paragraph('为加强村民自治，依法制定本公约。')] },
  article('a1', '乱倒垃圾的，批评教育。'),
  article('a2', '禽畜应当圈养。'),
]);
const comparison = compareDocuments(old, now);

const source = (words: Partial<ReasonSource>): ReasonSource => ({ kind: 'comment', id: 's', places: ['a1'], isAgreed: true, reason: '罚得太重', basis: '', origin: '', ...words });

describe('a reason is suggested', () => {
  it.each([
    { what: 'for an adopted comment on the article that changed', given: source({}), places: ['a1'] },
    { what: 'for a comment on an article that was deleted', given: source({ places: ['a3'] }), places: ['a3'] },
    { what: 'for a finding in the preamble', given: source({ kind: 'finding', places: ['preamble'], quote: '自治，制定' }), places: ['preamble'] },
    { what: 'for a finding whose words are gone', given: source({ kind: 'finding', quote: '罚款五十元' }), places: ['a1'] },
    { what: 'never for a finding whose words are still there', given: source({ kind: 'finding', quote: '乱倒垃圾' }), places: [] },
    { what: 'never for a finding on words that the old text did not have', given: source({ kind: 'finding', quote: '扣分' }), places: [] },
    { what: 'never for an article that did not change', given: source({ places: ['a2'] }), places: [] },
    { what: 'never for what was not agreed to', given: source({ isAgreed: false }), places: [] },
    { what: 'never for a source that speaks of no article', given: source({ places: [] }), places: [] },
  ])('$what', ({ given, places }) => {
    expect(suggestReasons(comparison, [given], []).map(({ place }) => place)).toEqual(places);
  });

  it('until it is taken for that change', () => {
    expect(suggestReasons(comparison, [source({})], [{ kind: 'comment', sourceId: 's', place: 'a1' }])).toEqual([]);
    expect(suggestReasons(comparison, [source({})], [{ kind: 'comment', sourceId: 's', place: 'a3' }])).toHaveLength(1);
    expect(suggestReasons(comparison, [source({})], [{ kind: 'finding', sourceId: 's', place: 'a1' }])).toHaveLength(1);
  });
});

describe('reasons in a table', () => {
  it.each([
    { reasons: [], text: { reason: '', source: '' } },
    { reasons: [{ reason: '于法无据', basis: '《行政处罚法》第十七条', origin: '起草组' }], text: { reason: '于法无据\n依据：《行政处罚法》第十七条', source: '起草组' } },
    {
      reasons: [{ reason: '于法无据', basis: '', origin: '' }, { reason: '', basis: '《民法典》', origin: '司法所' }],
      text: { reason: '1．于法无据\n2．依据：《民法典》', source: '2．司法所' },
    },
  ])('are numbered where there are several: $text.reason', ({ reasons, text }) => {
    expect(reasonText(reasons)).toEqual(text);
  });
});
