import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InlineChange } from '#core/comparison/comparison.ts';
import { changesPerArticle } from '#renderer/features/comparison/changesPerArticle.ts';

const words = (changes: readonly InlineChange[]) => changes.map(({ text }) => text).join('');

describe('one run of changes over several articles', () => {
  it('is cut where each article of the side ends', () => {
    const changes: InlineChange[] = [
      { kind: 'equal', text: '爱护公物' },
      { kind: 'delete', text: '，' },
      { kind: 'insert', text: '。\n' },
      { kind: 'equal', text: '损坏的赔偿。' },
    ];
    expect(changesPerArticle(changes, ['爱护公物。', '损坏的赔偿。'], 'new')).toEqual([
      [{ kind: 'equal', text: '爱护公物' }, { kind: 'insert', text: '。' }],
      [{ kind: 'equal', text: '损坏的赔偿。' }],
    ]);
    expect(changesPerArticle(changes, ['爱护公物，损坏的赔偿。'], 'old').map(words)).toEqual(['爱护公物，损坏的赔偿。']);
  });

  it('keeps every article word for word, whatever lines it has itself', () => {
    const text = fc.array(fc.constantFrom('甲', '乙\n', '丙。', '𠮷'), { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), fc.array(fc.nat(5), { maxLength: 12 }), (texts, cuts) => {
        const whole = texts.join('\n');
        const changes: InlineChange[] = [];
        let at = 0;
        for (const cut of cuts) {
          changes.push({ kind: cut % 2 === 0 ? 'equal' : 'insert', text: whole.slice(at, at + cut) }, { kind: 'delete', text: '删' });
          at += cut;
        }
        changes.push({ kind: 'equal', text: whole.slice(at) });
        expect(changesPerArticle(changes, texts, 'new').map(words)).toEqual(texts);
      }),
      { seed: 5 },
    );
  });
});
