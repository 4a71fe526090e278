import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { similarityToExcel, type SimilaritySheets } from '#backend/documents/export/similarityToExcel.ts';
import type { SimilarityReport } from '#contract/similarity.ts';

type Text = SimilarityReport['texts'][number];

const village = (name: string, given: Partial<Text> = {}): Text => ({
  name, place: '云溪镇', title: `${name}村规民约`, conventionId: null, articles: 3, closest: null, group: null, own: 0, missingTopics: [], template: null, ...given,
});

async function partsOf(sheets: Partial<SimilaritySheets> & { report: SimilarityReport }) {
  const parts = unzipSync(await similarityToExcel({ own: [], refused: [], ...sheets }));
  const read = (name: string) => new TextDecoder().decode(parts[name] ?? new Uint8Array());
  const names = [...read('xl/workbook.xml').matchAll(/<sheet [^>]*?name="([^"]+)"/gu)].map((match) => match[1]);
  const strings = [...read('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/gu)].map((match) => match[1] ?? '');
  return { names, strings, sheet: (number: number) => read(`xl/worksheets/sheet${number}.xml`) };
}

const report: SimilarityReport = {
  template: null,
  groups: [{ model: 0, members: [{ text: 0, same: 3, near: 0 }, { text: 1, same: 2, near: 0 }], unchanged: 1 }],
  texts: [village('清溪村', { group: 0, closest: { text: 1, same: 2, near: 0 } }), village('望溪村', { group: 0, closest: { text: 0, same: 2, near: 0 }, missingTopics: ['移风易俗', '网络文明'] })],
};

describe('the workbook of a comparison of villages', () => {
  it('has a sheet for the villages, the groups and the own articles, and one for what was not compared where there is any', async () => {
    expect((await partsOf({ report })).names).toEqual(['各村情况', '雷同分组', '自己的条文']);
    expect((await partsOf({ report, refused: [{ name: '坏.docx', reason: '文件已经损坏。' }] })).names).toContain('没有比的');
  });

  it('rounds a share down, so that all is only what is all', async () => {
    const { sheet } = await partsOf({ report });
    expect(sheet(1)).toContain('<v>0.66</v>');
    expect(sheet(2)).toContain('<v>1</v>');
  });

  it('shows the template’s columns only where there is a template, and never the template as a village', async () => {
    const withTemplate: SimilarityReport = { template: 0, groups: [], texts: [village('县范本'), village('清溪村', { template: { same: 1, near: 1, missing: 2 } })] };
    const { strings } = await partsOf({ report: withTemplate });
    expect(strings).toContain('范本有、本村没有（条）');
    expect(strings).not.toContain('县范本');
    expect((await partsOf({ report })).strings).not.toContain('范本有、本村没有（条）');
  });

  it.each([
    ['=HYPERLINK("x")', "'=HYPERLINK"],
    ['+86', "'+86"],
    ['-1', "'-1"],
    ['@SUM', "'@SUM"],
    ['清溪\u000B村\u0000', '清溪村'],
  ])('writes %j as words that no spreadsheet runs or refuses', async (name, expected) => {
    const { strings } = await partsOf({ report: { ...report, texts: [village(name), village('望溪村')] } });
    expect(strings.some((string) => string.startsWith(expected))).toBe(true);
  });

  it('cuts an article that fits into no cell and says so; says so as well where there are too many to list', async () => {
    const long = await partsOf({ report, own: [{ text: 0, label: '第一条', words: '长'.repeat(50_000) }] });
    const longest = Math.max(...long.strings.map((string) => string.length));
    expect(longest).toBe(32_767);
    expect(long.strings.some((string) => string.endsWith('没有写全）'))).toBe(true);
    expect((await partsOf({ report, own: undefined })).strings).toContain('自己的条文超过 20000 条，没有逐条列出。');
  });
});
