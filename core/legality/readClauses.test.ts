import { describe, expect, it } from 'vitest';
import { normaliseText } from '#core/legality/normaliseText.ts';
import { readClauses } from '#core/legality/readClauses.ts';

function read(source: string) {
  return readClauses(normaliseText(source).text);
}

describe('readClauses', () => {
  it('parts a consequence from its condition even without punctuation', () => {
    expect(read('不得乱倒垃圾违者罚款五十元。').map((clause) => clause.text)).toEqual(['不得乱倒垃圾', '违者罚款五十元']);
  });

  it('reads modality, actors and amounts', () => {
    const [clause] = read('由公安机关依法处五百元以下罚款。');
    expect(clause).toMatchObject({ modality: 'none', authority: [{ start: 1, end: 5 }], amounts: [{ kind: 'money', value: 500 }] });
    expect(read('提倡厚养薄葬。')[0]?.modality).toBe('advocates');
    expect(read('严禁打架。')[0]?.modality).toBe('mustNot');
  });

  it('tells a ban on villagers from a protection of villagers', () => {
    expect(read('村民不得有下列行为：\n（一）打架。').at(-1)?.colour).toMatchObject({ forbids: true, shields: false });
    expect(read('任何组织和个人不得有下列行为：\n（一）罚款。').at(-1)?.colour).toMatchObject({ shields: true });
  });

  it.each(['不得罚款取消低保断水断电', '罚', '违者', '甲：', '1、', '人民政府', '（一）'])(
    'keeps clauses and sentences short, whatever a text repeats: %s',
    (piece) => {
      for (const clause of read(piece.repeat(3_000))) {
        expect(clause.end - clause.start).toBeLessThanOrEqual(160);
        expect(clause.sentence.end - clause.sentence.start).toBeLessThanOrEqual(1_000);
      }
    },
  );
});
