import { describe, expect, it } from 'vitest';
import type { Cut } from '#core/document/parsing/applyCuts.ts';
import { numberDocument } from '#core/document/numberDocument.ts';
import { parseConvention } from '#core/document/parseConvention.ts';
import { sourceRows } from './sourceRows.ts';

const source = `溪口村村规民约

第一章 总则
第一条 爱护公物。
损坏的照价赔偿。
第 1 页
第二条 尊老爱幼。第三条 邻里和睦。`;

function rowsOf(cuts?: ReadonlyMap<number, Cut>) {
  let made = 0;
  const parsed = parseConvention(source, { newId: () => `p${(made += 1)}`, ...(cuts && { cuts }) });
  return sourceRows(source, parsed, numberDocument(parsed.document).labels);
}

describe('the rows of a source', () => {
  it('keep the numbers that the lines have in the source, blank ones left out', () => {
    expect(rowsOf().map(({ line, text }) => [line, text])).toEqual([
      [0, '溪口村村规民约'],
      [2, '第一章 总则'],
      [3, '第一条 爱护公物。'],
      [4, '损坏的照价赔偿。'],
      [5, '第 1 页'],
      [6, '第二条 尊老爱幼。第三条 邻里和睦。'],
    ]);
  });

  it('say which chapters and articles begin in them, several in one line too', () => {
    expect(rowsOf().map(({ begins }) => begins.join(' '))).toEqual(['', '第一章', '第一条', '', '', '第二条 第三条']);
  });

  it('belong to the article that they were read into', () => {
    const rows = rowsOf();
    expect(rows[3]?.parts).toEqual(rows[2]?.parts);
    expect(rows[0]?.parts).toEqual([]);
    expect(rows[5]?.parts).toHaveLength(2);
  });

  it('carry the sentence of what is doubtful in them', () => {
    expect(rowsOf()[4]).toMatchObject({ isLeftOut: true, doubts: ['像是页眉、页脚或页码，没有放进正文'] });
  });

  it('stay when a person leaves them out', () => {
    expect(rowsOf(new Map([[3, 'leaveOut']]))[2]).toMatchObject({ text: '第一条 爱护公物。', isLeftOut: true, parts: [] });
  });
});
