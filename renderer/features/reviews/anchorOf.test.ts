import { describe, expect, it } from 'vitest';
import { placeAnchor } from '#core/review/placeAnchor.ts';
import { anchorSchema } from '#core/review/review.ts';
import { anchorOf } from './anchorOf.ts';

const hash = '0'.repeat(64);
const text = `${'前'.repeat(50)}罚款五百元${'后'.repeat(50)}`;

describe('the anchor of an annotation', () => {
  it('quotes the words with up to 32 characters on either side', () => {
    const anchor = anchorOf('a', text, 50, 55, hash);
    expect(anchor).toEqual({ articleId: 'a', from: 50, to: 55, quote: '罚款五百元', prefix: '前'.repeat(32), suffix: '后'.repeat(32), contentHash: hash });
    expect(placeAnchor(anchor, text)).toEqual({ state: 'inPlace', from: 50, to: 55 });
  });

  it('takes what context there is at the ends', () => {
    const anchor = anchorOf('a', '罚款。', 0, 2, hash);
    expect([anchor.prefix, anchor.suffix]).toEqual(['', '。']);
  });

  it('stands for the whole article when nothing is selected, and when more is selected than can be quoted', () => {
    const whole = { articleId: 'a', from: 0, to: 0, quote: '', prefix: '', suffix: '', contentHash: hash };
    expect(anchorOf('a', text, 7, 7, hash)).toEqual(whole);
    expect(anchorOf('a', '长'.repeat(6_000), 0, 5_001, hash)).toEqual(whole);
  });

  it('is one that the contract accepts', () => {
    for (const [from, to] of [[0, 0], [50, 55], [0, text.length]] as const) {
      expect(anchorSchema.safeParse(anchorOf('a', text, from, to, hash)).success).toBe(true);
    }
  });
});
