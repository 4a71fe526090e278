import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareArticles, type ComparableArticle } from '#core/comparison/compareArticles.ts';
import type { ComparisonRow } from '#core/comparison/comparison.ts';

function rowsOf(old: string[], now: string[]): ComparisonRow[] {
  return compareArticles(
    old.map((text) => ({ text })),
    now.map((text) => ({ text })),
  );
}

const rules = [
  '本公约适用于全体村民。',
  '生活垃圾定点投放，不得乱倒。',
  '养狗户应当拴养，出门牵绳。',
  '子女应当赡养老人，常回家看看。',
  '红白喜事简办，不铺张浪费。',
  '不得在河道电鱼、毒鱼、炸鱼。',
];

describe('the operations', () => {
  it.each([
    { rule: 'white space, width and punctuation alone are no change', old: '乱倒垃圾的，罚款５０元。', now: '乱倒垃圾的,罚款 50元', rows: [{ op: 'same', old: [0], new: [0] }] },
    { rule: 'zero-width characters are no text', old: '爱护公物', now: '爱护\u200B公物', rows: [{ op: 'same', old: [0], new: [0] }] },
    { rule: 'traditional to simplified characters is an edit', old: '愛護樹木', now: '爱护树木', rows: [{ op: 'edit', old: [0], new: [0] }] },
    { rule: 'an amount in words is an edit', old: '限期三日', now: '限期十五日', rows: [{ op: 'edit', old: [0], new: [0] }] },
    {
      rule: 'another matter at the same place is a deletion and an insertion',
      old: '每逢初一十五，全村休息。',
      now: '安装烟感报警器，独居老人每周探望。',
      rows: [
        { op: 'insert', old: [], new: [0] },
        { op: 'delete', old: [0], new: [] },
      ],
    },
  ] satisfies { rule: string; old: string; now: string; rows: ComparisonRow[] }[])('$rule', ({ old, now, rows }) => {
    expect(rowsOf([old], [now]).sort((a, b) => b.new.length - a.new.length)).toEqual(rows);
  });

  it('calls the article that left its place moved, not those it passed', () => {
    const now = [5, 0, 1, 2, 3, 4].map((index) => rules[index] ?? '');
    expect(rowsOf(rules, now).map(({ op, old }) => `${op}${old[0]}`)).toEqual(['move5', 'same0', 'same1', 'same2', 'same3', 'same4']);
  });

  it('says of a moved article that its wording changed as well', () => {
    const now = ['不得在河道电鱼、毒鱼、炸鱼，发现的报告渔政部门。', ...rules.slice(0, 5)];
    expect(rowsOf(rules, now)[0]).toEqual({ op: 'move', edited: true, old: [5], new: [0] });
  });

  it('joins the pieces of a split and the sources of a merge', () => {
    const whole = '不准赌博，提供场所的批评教育；不准在村道上晒谷子、堆柴草，占道的三日内清理。';
    const pieces = ['不准赌博，提供场所的批评教育。', '不准在村道上晒谷子、堆柴草，占道的三日内清理。'];
    expect(rowsOf([whole, ...rules], [...pieces, ...rules])[0]).toEqual({ op: 'split', old: [0], new: [0, 1] });
    expect(rowsOf([...pieces, ...rules], [whole, ...rules])[0]).toEqual({ op: 'merge', old: [0, 1], new: [0] });
  });

  it('lets a shared id decide where the wording is new', () => {
    const rows = compareArticles(
      [{ id: 'a', text: rules[0] ?? '' }, { id: 'b', text: '每逢初一十五，全村休息。' }],
      [{ id: 'b', text: '安装烟感报警器。' }, { id: 'c', text: rules[0] ?? '' }],
    );
    expect(rows.find((row) => row.old[0] === 1)).toMatchObject({ old: [1], new: [0] });
    expect(rows.find((row) => row.old[0] === 0)).toMatchObject({ old: [0], new: [1] });
  });

  it('puts a deleted article where it stood', () => {
    expect(rowsOf(rules, rules.filter((_, index) => index !== 2)).map(({ op }) => op)).toEqual([
      'same', 'same', 'delete', 'same', 'same', 'same',
    ]);
  });
});

const clause = fc.constantFrom(
  ...rules, '违者批评教育。', '不准偷盗。', '不准赌博。', '爱國愛家', '', '。', '开会要到。', '限期三日清理。', '限期十日清理。',
);
const articles = fc.array(
  fc.record({
    text: fc.array(clause, { maxLength: 3 }).map((clauses) => clauses.join('')),
    heading: fc.constantFrom('总则', '附则'),
  }),
  { maxLength: 12 },
);

describe('laws of the alignment', () => {
  it('every article stands in exactly one row of its side', () => {
    fc.assert(
      fc.property(articles, articles, (old, now) => {
        const rows = compareArticles(old, now);
        expect(rows.flatMap((row) => row.old).sort((a, b) => a - b)).toEqual(old.map((_, index) => index));
        expect(rows.flatMap((row) => row.new).sort((a, b) => a - b)).toEqual(now.map((_, index) => index));
        for (const row of rows) {
          const shape = `${Math.min(row.old.length, 2)}:${Math.min(row.new.length, 2)}`;
          const shapes = { same: '1:1', edit: '1:1', move: '1:1', insert: '0:1', delete: '1:0', split: '1:2', merge: '2:1' };
          expect(shape).toBe(shapes[row.op]);
          expect(row.edited === true && row.op !== 'move').toBe(false);
        }
      }),
      { seed: 20_261_124, numRuns: 400 },
    );
  });

  it('a text compared with itself is all the same, with and without ids', () => {
    fc.assert(
      fc.property(articles, fc.boolean(), (texts, withIds) => {
        const side: ComparableArticle[] = withIds ? texts.map((article, index) => ({ ...article, id: `a${index}` })) : texts;
        expect(compareArticles(side, side)).toEqual(
          texts.map((_, index) => ({ op: 'same', old: [index], new: [index] })),
        );
      }),
      { seed: 20_261_124, numRuns: 200 },
    );
  });

  it('whatever does not move stays in order', () => {
    fc.assert(
      fc.property(articles, articles, (old, now) => {
        const staying = compareArticles(old, now).filter((row) => row.op === 'same' || row.op === 'edit');
        const olds = staying.map((row) => row.old[0] ?? 0);
        expect(olds).toEqual([...olds].sort((a, b) => a - b));
      }),
      { seed: 20_261_124, numRuns: 300 },
    );
  });
});

describe('large and odd texts', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => ({
    text: `${rules[index % rules.length]}第${index}户${String.fromCodePoint(0x4e00 + ((index * 37) % 20_000))}负责。`,
  }));

  it('answers for an empty side', () => {
    expect(compareArticles([], [])).toEqual([]);
    expect(rowsOf([], rules).every((row) => row.op === 'insert')).toBe(true);
    expect(rowsOf(rules, []).every((row) => row.op === 'delete')).toBe(true);
  });

  it('answers for 10,000 articles of which a tenth changed', () => {
    const now = many.map((article, index) => (index % 10 === 3 ? { text: article.text.replace('负责', '不负责') } : article));
    const rows = compareArticles(many, now);
    expect(rows.filter((row) => row.op === 'edit')).toHaveLength(1_000);
    expect(rows.filter((row) => row.op === 'same')).toHaveLength(9_000);
  });

  it('answers for 10,000 equal articles and for 10,000 that were all reworded alike', () => {
    const equal = Array.from({ length: 10_000 }, () => ({ text: '不准赌博' }));
    expect(compareArticles(equal, equal).every((row) => row.op === 'same')).toBe(true);
    expect(compareArticles(equal, equal.map(() => ({ text: '不得赌博' }))).every((row) => row.op === 'edit')).toBe(true);
  });

  it('answers for one article of 50,000 characters', () => {
    const text = many.map((article) => article.text).join('').slice(0, 50_000);
    expect(rowsOf([text], [text.replaceAll('垃圾', '杂物')])).toEqual([{ op: 'edit', old: [0], new: [0] }]);
  });
});
