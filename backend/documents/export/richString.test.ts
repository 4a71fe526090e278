import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { richString, sliceText, type RichRun } from '#backend/documents/export/richString.ts';

const words = (runs: readonly RichRun[]) => runs.map(({ text }) => text).join('');

describe('a text cut into pieces', () => {
  it.each([
    { what: 'stays whole where it fits', runs: [{ text: '爱护公物。' }], limit: 5, pieces: ['爱护公物。'] },
    { what: 'is broken behind a sentence', runs: [{ text: '爱护公物。讲究卫生，不乱倒。' }], limit: 8, pieces: ['爱护公物。', '讲究卫生，不乱倒', '。'] },
    { what: 'is broken at a line, which is not printed twice', runs: [{ text: '爱护公物\n讲究卫生' }], limit: 6, pieces: ['爱护公物\n', '讲究卫生'] },
    { what: 'never breaks a character in two', runs: [{ text: '𠮷𠮷𠮷' }], limit: 3, pieces: ['𠮷', '𠮷', '𠮷'] },
    { what: 'has no piece where there is nothing', runs: [{ text: '' }], limit: 3, pieces: [] },
  ])('$what', ({ runs, limit, pieces }) => {
    expect(sliceText(runs, limit).map(words)).toEqual(pieces);
  });

  it('keeps every word and its mark', () => {
    const run = fc.record({ text: fc.string({ unit: fc.constantFrom('村', '民', '。', '，', '𠮷') }), isBold: fc.constant(true as const) });
    fc.assert(
      fc.property(fc.array(run), fc.integer({ min: 2, max: 40 }), (runs, limit) => {
        const pieces = sliceText(runs, limit);
        expect(pieces.flat().map(({ text }) => text).join('')).toBe(words(runs));
        for (const piece of pieces) {
          expect(words(piece).length).toBeLessThanOrEqual(limit);
          expect(piece.every(({ isBold }) => isBold)).toBe(true);
        }
      }),
      { seed: 9 },
    );
  });
});

describe('a marked string', () => {
  it.each([
    { what: 'nothing', runs: [], xml: '<si><t></t></si>' },
    { what: 'characters that XML reserves or forbids', runs: [{ text: '<a>&\u0001' }], xml: '<si><r><rPr><sz val="11"/><rFont val="宋体"/></rPr><t xml:space="preserve">&lt;a&gt;&amp;</t></r></si>' },
    {
      what: 'each mark',
      runs: [{ text: '增', isBold: true as const, isUnderlined: true as const }, { text: '删', isStruck: true as const }],
      xml: '<si><r><rPr><b/><u/><sz val="11"/><rFont val="宋体"/></rPr><t xml:space="preserve">增</t></r><r><rPr><strike/><sz val="11"/><rFont val="宋体"/></rPr><t xml:space="preserve">删</t></r></si>',
    },
  ])('carries $what', ({ runs, xml }) => {
    expect(richString(runs, '宋体')).toBe(xml);
  });
});
