import { describe, expect, it } from 'vitest';
import type { ConventionDocument } from '#core/document/document.ts';
import { inReadingOrder } from '#core/review/inReadingOrder.ts';

const document: ConventionDocument = {
  type: 'document',
  attrs: { numberingStyle: 'article', numberingScope: 'document' },
  content: ['b', 'a'].map((id) => ({
    type: 'article',
    attrs: { id },
    content: [{ type: 'paragraph', content: [{ type: 'text', text: '爱护公物，邻里和睦。' }] }],
  })),
};

function noteOn(articleId: string, from: number, to: number) {
  return { anchor: { articleId, from, to, quote: '', prefix: '', suffix: '', contentHash: '0'.repeat(64) } };
}

describe('annotations in reading order', () => {
  it('follow the articles and the words, the whole article after its words and lost articles at the end', () => {
    const first = noteOn('b', 0, 2);
    const longer = noteOn('b', 0, 4);
    const later = noteOn('b', 5, 7);
    const whole = noteOn('b', 0, 0);
    const second = noteOn('a', 1, 2);
    const lost = noteOn('gone', 0, 1);
    expect(inReadingOrder([lost, second, whole, later, longer, first], document)).toEqual([first, longer, later, whole, second, lost]);
  });
});
