import { describe, expect, it } from 'vitest';
import { kindInTitle, townshipIn, villageIn, villageInTitle } from '#renderer/features/conventions/guessPlace.ts';

describe('the place is read off what is already written', () => {
  it.each([
    ['枫林镇清溪村村民委员会', '枫林镇', '清溪村'],
    ['青岚县枫林镇清溪村村民委员会', '枫林镇', '清溪村'],
    ['湖西市江北区东风街道松林社区居民委员会', '东风街道', '松林社区'],
    ['枫林镇司法所', '枫林镇', ''],
    ['县司法局', '', ''],
  ])('of the office %s', (office, township, village) => {
    expect(townshipIn(office)).toBe(township);
    expect(villageIn(office)).toBe(village);
  });

  it.each([
    ['清溪村村规民约', '清溪村', 'village'],
    ['枫林镇清溪村村规民约（2026年修订）', '清溪村', 'village'],
    ['松林社区居民公约', '松林社区', 'community'],
    ['村规民约', '', 'village'],
    ['积分管理办法', '', undefined],
  ])('of the title %s', (title, village, kind) => {
    expect(villageInTitle(title)).toBe(village);
    expect(kindInTitle(title)).toBe(kind);
  });
});
