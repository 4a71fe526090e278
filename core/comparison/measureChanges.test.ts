import { describe, expect, it } from 'vitest';
import { compareDocuments } from '#core/comparison/compareDocuments.ts';
import { measureChanges } from '#core/comparison/measureChanges.ts';
import { article, conventionDocument } from '#core/document/documentBuilders.ts';

const old = conventionDocument('清溪村村规民约', [
  article('a1', '爱护公物，损坏的照价赔偿。'),
  article('a2', '乱倒垃圾的，每次罚款50元。'),
  article('a3', '尊老爱幼，邻里和睦。'),
]);

describe('how much changed', () => {
  it('is nothing between two texts that are the same', () => {
    expect(Object.values(measureChanges(compareDocuments(old, old))).every((value) => value === 0)).toBe(true);
  });

  it('counts articles by what happened to them, and the characters put in and taken out', () => {
    const now = conventionDocument('清溪村村规民约', [
      article('a1', '爱护公物，损坏的照价赔偿。'),
      article('a2', '乱倒垃圾的，由村民委员会批评教育。'),
      article('a4', '按时缴纳 水费。'),
    ]);
    expect(measureChanges(compareDocuments(old, now))).toEqual({
      inserted: 1,
      deleted: 1,
      edited: 1,
      moved: 0,
      split: 0,
      merged: 0,
      parts: 0,
      // 由村民委员会批评教育, 按时缴纳水费。 — 每次罚款50元, 尊老爱幼，邻里和睦。
      charactersAdded: 10 + 7,
      charactersRemoved: 7 + 10,
    });
  });

  it('counts an article that was moved and reworded as both, and a changed title as a part', () => {
    const now = conventionDocument('清溪村居民公约', [
      article('a3', '尊老爱幼，邻里和睦，互相帮助。'),
      article('a1', '爱护公物，损坏的照价赔偿。'),
      article('a2', '乱倒垃圾的，每次罚款50元。'),
    ]);
    expect(measureChanges(compareDocuments(old, now))).toMatchObject({ moved: 1, edited: 1, parts: 1, inserted: 0, deleted: 0 });
  });
});
