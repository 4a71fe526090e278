import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsedConventionToJson } from '#cli/parsedConventionToJson.ts';
import { parseConvention } from '#core/document/parseConvention.ts';

const fixtures = Object.entries(
  import.meta.glob<string>('../core/document/fixtures/*.txt', { query: '?raw', import: 'default', eager: true }),
).map(([path, text]): [string, string] => [path.replace(/^.*\/|\.txt$/gu, ''), text]);

function jsonOf(source: string) {
  let count = 0;
  return parsedConventionToJson(parseConvention(source, { newId: () => `i${(count += 1)}` }));
}

/** Every character apart from white space, marks and numerals, which references print in one style. */
function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const plain = text.replace(/<[^<>]*>/gu, '').normalize('NFKC').replaceAll('條', '条').replace(/[\p{P}\p{S}\p{Z}\s\d〇一二三四五六七八九十百]/gu, '');
  for (const character of plain) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

function lost(source: string): string {
  const json = jsonOf(source);
  const fields = [
    json.title,
    ...json.subtitle,
    ...json.preamble,
    // A section's heading holds its label already.
    ...json.chapters.flatMap(({ heading, label, paragraphs }) => [heading.startsWith(label) && !label.endsWith('章') ? '' : label, heading, ...paragraphs]),
    ...json.articles.flatMap(({ label, text }) => [label, text]),
    ...json.verse,
    ...json.closing,
    ...json.annexes.flatMap(({ heading, text }) => [heading, text]),
    ...json.warnings,
  ];
  const found = counted(fields.join('\n'));
  return [...counted(source)].filter(([character, count]) => (found.get(character) ?? 0) < count).map(([character]) => character).join('');
}

describe('the JSON of a text', () => {
  it.each(fixtures)('holds every word of %s', (_, text) => {
    expect(lost(text)).toBe('');
  });

  it('holds every word of any text', () => {
    const piece = fc.constantFrom(
      '第一条', '第2条 ', '第三章', '第四章 总则', '第一节', '第二节 邻里关系', '一、', '二、', '三、', '（一）', '(2)', '1.', '2、', '①', '● ', '第一，', '村民', '不得赌博。',
      '环境卫生', '村民应当做到：', '：', '；', '，', '\n', '\n', '\n', '\n\n', '　　', '附件：', '2020年1月1日', '村民委员会', '第三条规定', '1.5米', '第—条', '\t', '按照本公约', '表', 'A',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 60 }), (pieces) => {
        expect(lost(`村规民约\n${pieces.join('')}`)).toBe('');
      }),
      { seed: 20261124, numRuns: 3000 },
    );
  });

  it('lists a section behind its chapter', () => {
    const source = '柳河村村规民约\n第一章 村风民俗\n第一节 婚姻家庭\n第一条 不包办婚姻。\n第二节 邻里关系\n第二条 邻里和睦。\n第二章 附则\n本章说明本约的解释。\n第三条 本约由村民委员会解释。\n';
    expect(jsonOf(source).chapters).toEqual([
      { heading: '村风民俗', articles: [0, 1], label: '第一章', paragraphs: [] },
      { heading: '第一节 婚姻家庭', articles: [0], label: '第一节', paragraphs: [] },
      { heading: '第二节 邻里关系', articles: [1], label: '第二节', paragraphs: [] },
      { heading: '附则', articles: [2], label: '第二章', paragraphs: ['本章说明本约的解释。'] },
    ]);
  });
});
