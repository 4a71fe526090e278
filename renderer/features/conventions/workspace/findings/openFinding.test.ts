import { describe, expect, it } from 'vitest';
import type { Finding } from '#core/legality/rule.ts';
import { findingKey } from './findingKey.ts';
import { openFinding } from './openFinding.ts';

function finding(articleId: string | undefined, quote: string): Finding {
  const place = articleId === undefined ? { article: -1, part: 'document' as const } : { article: 0, articleId };
  return { rule: 'village-fine', severity: 'unlawful', start: 0, end: quote.length, quote, message: '不能设定罚款。', basis: [], suggestion: '批评教育', ...place };
}

const whole = finding(undefined, '');
const third = finding('third', '罚款五百元');
const thirdAgain = finding('third', '罚款五十元');
const seventh = finding('seventh', '罚款五十元');
const listed = [whole, third, thirdAgain, seventh];

describe('the open card of the pre-check', () => {
  it.each<[string, string | undefined, string | undefined, Finding]>([
    ['the first of all before the cursor stands in an article', undefined, undefined, whole],
    ['the first on the article at the cursor', undefined, 'third', third],
    ['the first of all where the article has none', undefined, 'fourth', whole],
    ['the chosen one before the first on the article', findingKey(thirdAgain), 'third', thirdAgain],
    ['the one on the article when the chosen one is gone', 'third:village-fine:gone:', 'seventh', seventh],
  ])('is %s', (_rule, chosen, current, expected) => {
    expect(openFinding(listed, chosen, current)).toBe(expected);
  });

  it('is none where nothing was found', () => {
    expect(openFinding([], undefined, 'third')).toBeUndefined();
  });

  it('tells the same words in two articles apart', () => {
    expect(findingKey(thirdAgain)).not.toBe(findingKey(seventh));
  });
});
