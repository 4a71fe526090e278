import { Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportDocx } from '#backend/documents/export/exportDocx.ts';
import { exportMarkdown } from '#backend/documents/export/exportMarkdown.ts';
import { exportText } from '#backend/documents/export/exportText.ts';
import { readConventionFile } from '#backend/documents/import/readConventionFile.ts';
import type { ConventionDocument } from '#core/document/document.ts';
import { parseConvention } from '#core/document/parseConvention.ts';
import { renderText } from '#core/document/renderText.ts';

function parse(source: string): ConventionDocument {
  return parseConvention(source, { newId: idSource() }).document;
}

function idSource(): () => string {
  let count = 0;
  return () => `i${(count += 1)}`;
}

async function reread(name: string, bytes: Uint8Array) {
  const { text, notes } = await readConventionFile({ name, bytes });
  return { text: renderText(parse(text)), notes };
}

const clause = fc
  .array(
    fc.constantFrom(
      '村民应当爱护公物', '门前三包', '1.5米以下的围墙', '3、4组的山场', '“*”标记', '[公示]', '<b>标签</b>', 'a_b_c', '3*5=15', '~约', '|', '\\', '#1楼', '+1分', '- 减分', '`', '>5户', '100%', '&nbsp', 'http://x.cn/a_b', '**', '__', '~~',
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((pieces) => `${pieces.join('，')}。`);
const label = fc.constantFrom<(number: number) => string>((number) => `第${number}条 `, (number) => `${number}.`, (number) => `${number}、`);
const sample = fc
  .record({ label, clauses: fc.array(clause, { minLength: 3, maxLength: 8 }), hasItems: fc.boolean(), hasAnnex: fc.boolean() })
  .map(({ label, clauses, hasItems, hasAnnex }) => {
    const rules = clauses.map((words, index) => `${label(index + 1)}村民守约，${words}`);
    if (hasItems) rules.push(`${label(rules.length + 1)}村民应当做到下列各项：`, `（一）${clauses[0] ?? ''}`, `（二）${clauses[1] ?? ''}`);
    return ['云台村村规民约', ...rules, ...(hasAnnex ? ['附件：积分标准', '项目\t分值\t备注', '义务劳动|半天\t+3\t', '乱倒垃圾\t-5*\t\\注'] : [])].join('\n');
  });

describe('an exported text', () => {
  it('comes back whole from Markdown', async () => {
    await fc.assert(
      fc.asyncProperty(sample, async (source) => {
        const document = parse(source);
        expect((await reread('约.md', exportMarkdown(document))).text).toBe(renderText(document));
      }),
      { seed: 5, numRuns: 400 },
    );
  });

  it('comes back whole from plain text', async () => {
    await fc.assert(
      fc.asyncProperty(sample, async (source) => {
        const document = parse(source);
        expect((await reread('约.txt', exportText(document))).text).toBe(renderText(document));
      }),
      { seed: 6, numRuns: 400 },
    );
  });

  it('comes back whole from Word, without a note on its page numbers', async () => {
    await fc.assert(
      fc.asyncProperty(sample, async (source) => {
        const document = parse(source);
        const { text, notes } = await reread('约.docx', await exportDocx({ type: 'convention', document, date: '2026年11月24日' }));
        expect(text).toBe(renderText(document));
        expect(notes).toEqual([]);
      }),
      { seed: 7, numRuns: 40 },
    );
  });

  it.each(['1', '3'])('keeps an article that begins with a figure behind its number (%s.5米)', async (figure) => {
    const document = parse(`云台村村规民约\n1.爱护公物。\n2.${figure}.5米以下的围墙不用申请。\n3.讲究卫生。\n`);
    const expected = renderText(document);
    expect(expected).toContain(`2.${figure}.5米`);
    expect((await reread('约.docx', await exportDocx({ type: 'convention', document, date: '' }))).text).toBe(expected);
    expect((await reread('约.txt', exportText(document))).text).toBe(expected);
    expect((await reread('约.md', exportMarkdown(document))).text).toBe(expected);
  });
});

describe('tags', () => {
  it('stay words in plain text', async () => {
    const source = '云台村村规民约\n第一条 公示栏用<b>标签</b>分类。\n第二条 爱护公物。\n第三条 讲究卫生。\n';
    expect((await reread('约.txt', new TextEncoder().encode(source))).text).toContain('用<b>标签</b>分类');
  });

  it('of a copied page are left out with a warning', () => {
    const source = '<p>云台村村规民约</p>\n<p>第一条 爱护<b>公物</b>。</p>\n<p>第二条 讲究卫生。</p>\n';
    const { document, warnings } = parseConvention(source, { newId: idSource() });
    expect(renderText(document)).toContain('爱护公物。');
    expect(warnings).toEqual(['<p>', '</p>', '<b>', '</b>'].map((text) => ({ text, reason: 'webResidue' })));
  });
});

describe('a footer', () => {
  it('that only counts pages is no note', async () => {
    const footer = new Footer({ children: [new Paragraph({ children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })] })] });
    const bytes = new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ footers: { default: footer }, children: [new Paragraph('第一条 爱护公物。')] }] })));
    expect((await readConventionFile({ name: '约.docx', bytes })).notes).toEqual([]);
  });
});
