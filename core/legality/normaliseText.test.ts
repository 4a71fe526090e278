import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText, originalRange } from '#core/legality/normaliseText.ts';

describe('normaliseText', () => {
  it.each([
    ['罰款２００元', '罚款200元'],
    ['罚欵五百元', '罚款五百元'],
    ['法款五百元', '罚款五百元'],
    ['依法款待客人', '依法款待客人'],
    ['罚  款', '罚款'],
    ['罚*款', '罚款'],
    ['“罚款”', '罚款'],
    ['罚\n款五百元', '罚款五百元'],
    ['没\u200b收', '没收'],
    ['伍佰元', '五百元'],
    ['应征入伍', '应征入伍'],
    ['1,000元,', '1000元，'],
    ['不准打架\n不准偷盗', '不准打架\n不准偷盗'],
    ['（一）打架；\n（二）偷盗', '（一）打架；\n（二）偷盗'],
  ])('reads %j as %j', (source, expected) => {
    expect(normaliseText(source).text).toBe(expected);
  });

  it('leads back to the characters it came from', () => {
    const source = '违者 “罰\n款” 1,000 元。';
    const normalised = normaliseText(source);
    const at = normalised.text.indexOf('罚款');
    const range = originalRange(normalised, at, at + 2);
    expect(source.slice(range.start, range.end)).toBe('罰\n款');
  });

  it('keeps its offsets inside the source and in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'罚法款kuan 没收\n，,.1佰*“”（一）'), maxLength: 60 }), (source) => {
        const { text, offsets } = normaliseText(source);
        expect(offsets).toHaveLength(text.length);
        offsets.forEach((offset, index) => {
          expect(offset).toBeLessThan(source.length);
          expect(offset).toBeGreaterThanOrEqual(offsets[index - 1] ?? 0);
        });
      }),
      { seed: 20261124 },
    );
  });
});
