import { describe, expect, it } from 'vitest';
import { articleText } from '#core/document/articleText.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import { numberDocument } from '#core/document/numberDocument.ts';
import { parseConvention } from '#core/document/parseConvention.ts';
import { chineseNumeral } from '#core/text/chineseNumeral.ts';

const clauses = [
  '村民应当爱护公共财物，损坏的照价赔偿。',
  '红白喜事从简办理，酒席不超过15桌。',
  '邻里之间互相照应，有纠纷先找调解员。',
  '垃圾分类投放，不得倒入河道。',
  '子女赡养老人，不得虐待遗弃。',
  '外出务工人员按时参加村民会议。',
  '养犬应当拴绳，伤人的依法赔偿。',
  '本村的林木由护林员巡查。',
];
const title = '溪口村村规民约';
const preamble = '为了加强村庄治理，经村民会议讨论，制定本村规民约。';
const chinese = (number: number) => chineseNumeral(number);

function read(lines: readonly string[], lineEnd = '\n'): string[] {
  let count = 0;
  const { document } = parseConvention(lines.join(lineEnd), { newId: () => `i${(count += 1)}` });
  const numbering = numberDocument(document);
  return articlesOf(document).map(({ article }) => articleText(article, numbering));
}

/** The label in front of the article with a number from 1 to 8. */
const labels: Record<string, (number: number) => string> = {
  '第一条 and a blank': (number) => `第${chinese(number)}条 `,
  第一条: (number) => `第${chinese(number)}条`,
  '第 1 条': (number) => `第 ${number} 条 `,
  '第一條：': (number) => `第${chinese(number)}條：`,
  '第一条.': (number) => `第${chinese(number)}条.`,
  '第一条 and a tab': (number) => `第${chinese(number)}条\t`,
  '第 一 条': (number) => `第 ${chinese(number)} 条 `,
  第一款: (number) => `第${chinese(number)}款 `,
  '第一项：': (number) => `第${chinese(number)}项：`,
  第一约: (number) => `第${chinese(number)}约 `,
  第一则: (number) => `第${chinese(number)}则 `,
  '第一，': (number) => `第${chinese(number)}，`,
  '第一、': (number) => `第${chinese(number)}、`,
  '其一，': (number) => `其${chinese(number)}，`,
  '一条、': (number) => `${chinese(number)}条、`,
  条1: (number) => `条${number} `,
  '【第一条】': (number) => `【第${chinese(number)}条】`,
  '（第一条）': (number) => `（第${chinese(number)}条）`,
  '一、': (number) => `${chinese(number)}、`,
  '一. ': (number) => `${chinese(number)}. `,
  '一：': (number) => `${chinese(number)}：`,
  '一 and blanks': (number) => `${chinese(number)}  `,
  '壹、': (number) => `${'壹贰叁肆伍陆柒捌'[number - 1]}、`,
  '甲、': (number) => `${'甲乙丙丁戊己庚辛'[number - 1]}、`,
  '(一) ': (number) => `(${chinese(number)}) `,
  '〈一〉': (number) => `〈${chinese(number)}〉`,
  '㈠': (number) => String.fromCodePoint(0x321f + number),
  '1.': (number) => `${number}.`,
  '1、': (number) => `${number}、`,
  '1，': (number) => `${number}，`,
  '1-': (number) => `${number}-`,
  '1)': (number) => `${number}) `,
  '1）': (number) => `${number}）`,
  '01 ': (number) => `0${number} `,
  '01.': (number) => `0${number}. `,
  '１、': (number) => `${String.fromCodePoint(0xff10 + number)}、`,
  '⒈': (number) => String.fromCodePoint(0x2487 + number),
  '①': (number) => String.fromCodePoint(0x245f + number),
  '[1] ': (number) => `[${number}] `,
  '<1>': (number) => `<${number}>`,
  'No.1 ': (number) => `No.${number} `,
  'A. ': (number) => `${'ABCDEFGH'[number - 1]}. `,
  '● ': () => '● ',
};

describe('articles behind any number', () => {
  it.each(Object.entries(labels))('%s', (_, label) => {
    expect(read([title, preamble, ...clauses.map((clause, index) => `${label(index + 1)}${clause}`)])).toEqual(clauses);
  });

  it.each(['第一条', '一、', '1.'])('%s on a line of its own', (name) => {
    const label = labels[name] ?? (() => '');
    expect(read([title, preamble, ...clauses.flatMap((clause, index) => [label(index + 1), clause])])).toEqual(clauses);
  });

  it.each(['第一条', '一、', '1、', '(一) ', '①'])('%s in one line with all the others', (name) => {
    const label = labels[name] ?? (() => '');
    expect(read([`${title}\n${preamble}${clauses.map((clause, index) => `${label(index + 1)}${clause}`).join('')}`])).toEqual(clauses);
  });
});

describe('a series in more than one look', () => {
  it('goes on with 十一、 behind 第十条', () => {
    const twelve = Array.from({ length: 12 }, (_, index) => `${index < 10 ? `第${chinese(index + 1)}条 ` : `${chinese(index + 1)}、`}${clauses[index % 8]}`);
    expect(read([title, ...twelve])).toEqual(Array.from({ length: 12 }, (_, index) => clauses[index % 8]));
  });

  it.each([
    ['第一条', '第4条 '],
    ['一、', '4、'],
    ['第一条', '四条 '],
  ])('of %s holds %s', (name, strange) => {
    const label = labels[name] ?? (() => '');
    expect(read([title, preamble, ...clauses.map((clause, index) => `${index === 3 ? strange : label(index + 1)}${clause}`)])).toHaveLength(8);
  });
});

it('leaves words that begin with a count alone', () => {
  const groups = ['一组负责东头的水渠清淤。', '二组负责西头的道路养护。', '三组负责山场巡护。'];
  expect(read([title, '第一条 公共劳动这样分工。', ...groups, '第二条 爱护公物。', '第三条 不赌博。'])).toHaveLength(3);
});
