import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { amendmentTablePrint, type TableLayout } from '#backend/documents/export/amendmentTablePrint.ts';
import { amendmentTableToExcel } from '#backend/documents/export/amendmentTableToExcel.ts';
import { createTypesetter } from '#backend/documents/export/createTypesetter.ts';
import { exportDocx } from '#backend/documents/export/exportDocx.ts';
import { compareDocuments } from '#core/comparison/compareDocuments.ts';
import { article, chapter, conventionDocument, paragraph } from '#core/document/documentBuilders.ts';

const typesetter = createTypesetter({ resourceFolder: fileURLToPath(new URL('../../../resources', import.meta.url)) });

const old = conventionDocument('溪口村村规民约', [
  chapter('c1', '环境卫生', article('a1', '不得乱倒垃圾，违者罚款500元。'), article('a2', '禽畜应当圈养。'), article('a3', '不得在河道内电鱼。')),
  { type: 'closing', content: [paragraph('溪口村村民委员会')] },
]);
const now = conventionDocument('溪口村村规民约', [
  chapter('c1', '人居环境', article('a1', '不得乱倒垃圾，违者批评教育。'), article('a2', '禽畜应当圈养。'), article('a4', '党员干部带头 <3 & "不推诿"。')),
  { type: 'closing', content: [paragraph('溪口村村民委员会')] },
]);
const usual: TableLayout = { hasSource: true, showUnchanged: false, deletions: 'struck' };

function print(layout: Partial<TableLayout> = {}, sides = { old, now }) {
  return amendmentTablePrint(compareDocuments(sides.old, sides.now), { ...usual, ...layout }, {
    conventionTitle: '溪口村村规民约',
    oldName: '第 1 版',
    newName: '第 2 版',
    date: '2026年11月25日',
    reasonOf: (places) => (places.includes('a1') ? { reason: '村委会无权罚款。\n依据：《行政处罚法》第十七条', source: '合法性预审' } : { reason: '', source: '' }),
  });
}

async function pdfPages(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const content = await (await pdf.getPage(number)).getTextContent();
    pages.push(content.items.map((item) => ('str' in item ? item.str : '')).join('').replace(/\s/gu, ''));
  }
  await task.destroy();
  return pages;
}

const part = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
const wordXml = async (layout: Partial<TableLayout> = {}) => part(await exportDocx(print(layout)), 'word/document.xml');

describe('the table of changes', () => {
  it('says every change once and counts what it leaves out', () => {
    const { rows, remark } = print();
    expect(rows.map((row) => (row.type === 'band' ? row.text : row.new.map(({ label, runs }) => `${label} ${runs.map(({ text }) => text).join('')}`).join('/')))).toEqual([
      '第一章 人居环境',
      '第一条 不得乱倒垃圾，违者批评教育。',
      ' 〔删去〕',
      '第三条 党员干部带头 <3 & "不推诿"。',
    ]);
    expect(remark).toBe('没有列入的 1 条文字没有改动。');
  });

  it.each([
    { deletions: 'struck' as const, runs: [{ text: '不得乱倒垃圾，违者' }, { text: '罚款500元', deleted: true }, { text: '。' }], legend: '划去的是删去的文字' },
    { deletions: 'bracketed' as const, runs: [{ text: '不得乱倒垃圾，违者' }, { text: '〔删去：罚款500元〕' }, { text: '。' }], legend: '写在〔删去：〕里的是删去的文字' },
  ])('marks deletions $deletions and says so above the table', ({ deletions, runs, legend }) => {
    const table = print({ deletions });
    expect(table.rows[1]).toMatchObject({ old: [{ label: '第一条', runs }] });
    expect(table.legend).toContain(legend);
  });

  it('says of two equal texts that they are equal', () => {
    expect(print({}, { old, now: old })).toMatchObject({ rows: [], remark: '两份文本的文字没有不同。' });
  });
});

describe('as Word', () => {
  it('has four columns on landscape paper, its head on every page', async () => {
    const xml = await wordXml();
    expect(xml).toContain('w:orient="landscape"');
    expect(xml.match(/<w:tblHeader\/>/gu)).toHaveLength(1);
    expect(xml.replace(/<[^>]+>/gu, '')).toContain('原条文修订后条文修订理由与依据来源');
    expect(xml).toMatch(/<w:b\/>(?:(?!<\/w:r>).)*<w:u(?: [^>]*)?\/>(?:(?!<\/w:r>).)*批评教育/u);
    expect(xml).toMatch(/<w:strike\/>(?:(?!<\/w:r>).)*罚款500元/u);
    expect(xml).toContain('依据：《行政处罚法》第十七条');
  });

  it('leaves the fourth column out and shows unchanged articles where asked', async () => {
    const words = (await wordXml({ hasSource: false, showUnchanged: true })).replace(/<[^>]+>/gu, '');
    expect(words).toContain('修订理由与依据第一章');
    expect(words).not.toContain('合法性预审');
    expect(words).toContain('禽畜应当圈养。');
  });
});

describe('as Excel', () => {
  it('holds the words of every cell with their marks, as text and never as a formula', async () => {
    const bytes = await amendmentTableToExcel(print());
    const strings = part(bytes, 'xl/sharedStrings.xml');
    expect(strings.replace(/<[^>]+>/gu, '')).toContain('第一条　不得乱倒垃圾，违者罚款500元。第一条　不得乱倒垃圾，违者批评教育。村委会无权罚款。\n依据：《行政处罚法》第十七条合法性预审');
    expect(strings).toMatch(/<strike\/>(?:(?!<\/r>).)*罚款500元/u);
    expect(strings).toMatch(/<b\/><u\/>(?:(?!<\/r>).)*批评教育/u);
    expect(strings).toContain('&lt;3 &amp; "不推诿"');
    expect(strings).not.toContain('marked-words');
    const sheet = part(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).not.toContain('<f>');
    expect(sheet).toMatch(/<pageSetup [^>]*orientation="landscape"/u);
    expect(part(bytes, 'xl/workbook.xml')).toContain(`'条文对照表'!$4:$4`);
  });

  it('goes on in the next row where an article is higher than a row can be', async () => {
    const long = `${'村民应当爱护公共财物。'.repeat(4_600)}`;
    const bytes = await amendmentTableToExcel(print({}, { old, now: conventionDocument('溪口村村规民约', [article('a9', long)]) }));
    const strings = [...part(bytes, 'xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gsu)].map(([, inner = '']) => inner.replace(/<[^>]+>/gu, ''));
    expect(Math.max(...strings.map(({ length }) => length))).toBeLessThan(450);
    expect(strings.join('').split('村民应当爱护公共财物。')).toHaveLength(4_601);
  });

  it('gives the same bytes for the same table', async () => {
    expect(await amendmentTableToExcel(print())).toEqual(await amendmentTableToExcel(print()));
  });
});

describe('as PDF', () => {
  it('carries every word, and its head on every page that a long article takes', async () => {
    const long = `${'村民应当爱护公共财物，发现损坏及时报告。'.repeat(300)}`;
    const pages = await pdfPages(typesetter.setDocument(print({}, { old, now: conventionDocument('溪口村村规民约', [article('a1', '不得乱倒垃圾，违者批评教育。'), article('a9', long)]) })));
    expect(pages.length).toBeGreaterThan(4);
    for (const page of pages) expect(page).toContain('原条文修订后条文修订理由与依据来源');
    expect(pages.join('')).toContain('村委会无权罚款。依据：《行政处罚法》第十七条');
    expect(pages.join('').split('发现损坏').length).toBeGreaterThan(295);
  });
});
