import { describe, expect, it } from 'vitest';
import { articleKey, hiddenNames } from '#core/comparison/similarity/articleKey.ts';
import { articlePool } from '#core/comparison/similarity/articlePool.ts';
import { placeNames } from '#core/comparison/similarity/placeNames.ts';
import { likeness, nearLikeness, shingles } from '#core/comparison/similarity/shingles.ts';

describe('what counts when articles are held against each other', () => {
  const keyOf = (text: string, ...names: string[]) => articleKey(text, hiddenNames(names));

  it.each([
    ['another village', '溪口村村民要爱护公物。', ['溪口村'], '望城村村民要爱护公物。', ['望城村']],
    ['another township', '报云溪镇人民政府备案。', ['云溪镇'], '报枫林镇人民政府备案。', ['枫林镇']],
    ['本村 for the name', '本村村民要爱护公物。', [], '望城村村民要爱护公物。', ['望城村']],
    ['another amount', '缴纳保洁费50元。', [], '缴纳保洁费一百二十元。', []],
    ['another date', '自2024年1月1日起施行。', [], '自2026年12月30日起施行。', []],
    ['width, punctuation and space', '讲卫生，爱清洁。', [], '讲卫生 ,爱清洁', []],
    ['traditional characters', '愛護公物', [], '爱护公物', []],
  ])('%s makes no difference', (_what, one, oneNames, other, otherNames) => {
    expect(keyOf(one, ...oneNames)).toBe(keyOf(other, ...otherNames));
  });

  it('another word does', () => {
    expect(keyOf('村民要爱护公物。')).not.toBe(keyOf('村民要爱护森林。'));
  });
});

it.each([
  ['云溪镇溪口村村规民约', ['溪口村', '云溪镇']],
  ['溪口村村规民约（2026年修订）', ['溪口村']],
  ['03溪口村.docx', ['溪口村']],
  ['附件3：溪口村村规民约（定稿）.doc', ['溪口村']],
  ['桥北社区居民公约', ['桥北社区']],
  ['村规民约', []],
  ['云溪镇', ['云溪镇']],
])('the names in %s are %j', (name, names) => {
  expect(placeNames(name)).toEqual(names);
});

describe('the pool of articles', () => {
  it('keeps each wording once and tells how near two are as their pairs tell it', () => {
    const pool = articlePool();
    const keys = ['房前屋后柴草农具堆放整齐不占道路', '房前屋后柴草和农具堆放整齐不占用道路', '红白喜事从简', '红', '红白'];
    const numbers = keys.map((key) => pool.add(key));
    expect(keys.map((key) => pool.add(key))).toEqual(numbers);
    expect(pool.size).toBe(keys.length);
    for (const one of numbers) {
      for (const other of numbers) {
        const found = likeness(shingles(keys[one] ?? ''), shingles(keys[other] ?? ''));
        expect(pool.nearness(one, other)).toBe(found >= nearLikeness ? found : 0);
      }
    }
    expect(pool.nearness(0, 1)).toBeGreaterThan(0);
  });

  it('grows without losing what it holds', () => {
    const pool = articlePool();
    const keys = Array.from({ length: 3_000 }, (_, index) => `第${index.toString(36)}户在村口广场堆放柴草要整齐`);
    const numbers = keys.map((key) => pool.add(key));
    expect(numbers).toEqual([...keys.keys()]);
    expect(keys.map((key) => pool.add(key))).toEqual(numbers);
  });
});
