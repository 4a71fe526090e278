import { describe, expect, it } from 'vitest';
import * as names from '#contract/names.ts';

const tables = Object.entries(names).filter((entry): entry is [string, Record<string, string>] => typeof entry[1] === 'object');

describe('the Chinese names of stored values', () => {
  it('are Chinese, short and without letters or digits', () => {
    const wrong = tables.flatMap(([table, values]) =>
      Object.entries(values)
        .filter(([, name]) => !/^[\u4E00-\u9FFF（）“”]{2,12}$/u.test(name))
        .map(([value, name]) => `${table}.${value}: ${name}`),
    );
    expect(wrong).toEqual([]);
    expect(tables.length).toBeGreaterThan(8);
  });

  // Both outcomes of a vote are recorded by one and the same button.
  const shared = new Set(['登记表决结果']);

  it.each(tables)('tell the values of %s apart', (_table, values) => {
    const all = Object.values(values).filter((name) => !shared.has(name));
    expect(new Set(all).size).toBe(all.length);
  });
});
