import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { buildFormattedWord, type WordDocumentParts, type WordParagraph } from '#backend/documents/import/doc/formattedWordFile.ts';
import { buildCompoundFile } from '#backend/documents/import/legacyWordFile.ts';
import { readConventionFile } from '#backend/documents/import/readConventionFile.ts';
import type { RevisionChoice } from '#contract/imports.ts';

const inTable = [0x2416, 1];
const endsRow = [0x2417, 1];
const deleted = [[0x0800, 1], [0x4863, 1, 0]];
const inserted = [[0x0801, 1], [0x4804, 1, 0]];

const plain = (text: string): WordParagraph => ({ runs: [{ text }] });
const numbered = (text: string, level = 0, list = 1): WordParagraph => ({ runs: [{ text }], properties: [[0x260a, level], [0x460b, list, 0]] });
const cell = (text: string): WordParagraph => ({ runs: [{ text }], mark: '\u0007', properties: [inTable] });
const rowEnd: WordParagraph = { runs: [], mark: '\u0007', properties: [inTable, endsRow] };

/** 第一条, （一）, 1. */
const levels = [{ format: 0x27, text: '第%1条' }, { format: 0x25, text: '（%2）', follow: 2 }, { format: 0, text: '%3.' }];

async function read(parts: WordDocumentParts, revisions: RevisionChoice = 'keep') {
  const { text, notes, facts } = await readConventionFile({ name: '约.doc', bytes: buildFormattedWord(parts) }, { revisions });
  return { lines: text.split('\n'), notes, facts };
}

describe('a Word 97–2003 document', () => {
  it('prints its automatic numbers and says that they were computed', async () => {
    const { lines, notes } = await read({
      lists: [levels],
      paragraphs: [plain('青山村村规民约'), numbered('甲：'), numbered('乙', 1), numbered('丙', 1), numbered('丁'), numbered('戊', 1), numbered('己', 2), { ...numbered('庚'), properties: [[0x460b, 0, 0]] }],
    });
    expect(lines).toEqual(['青山村村规民约', '第一条 甲：', '（一）乙', '（二）丙', '第二条 丁', '（一）戊', '1. 己', '庚']);
    expect(notes.map(({ text }) => text)).toEqual(['有 6 处编号由 Word 自动生成，已按它的规则算出，对照原件看一遍。']);
  });

  it('starts a list anew where another says so, and goes on where a level never starts anew', async () => {
    const { lines } = await read({
      lists: [[levels[0] ?? { format: 0, text: '' }, { format: 0, text: '%2)', restart: 0 }], levels],
      starts: new Map([[2, 5]]),
      paragraphs: [numbered('甲'), numbered('子', 1), numbered('乙'), numbered('丑', 1), numbered('丙', 0, 2)],
    });
    expect(lines).toEqual(['第一条 甲', '1) 子', '第二条 乙', '2) 丑', '第五条 丙']);
  });

  it('takes numbers that a style or the style below it brings along, and leaves tables of contents out', async () => {
    const { lines, notes } = await read({
      lists: [levels],
      styles: [{}, { properties: [[0x460b, 1, 0]] }, { base: 1 }, { builtIn: 19 }],
      paragraphs: [{ ...plain('第一条\t1'), style: 3 }, { ...plain('甲'), style: 1 }, { ...plain('乙'), style: 2 }],
    });
    expect(lines).toEqual(['', '第一条 甲', '第二条 乙']);
    expect(notes.map(({ code }) => code)).toContain('contents');
  });

  it('parts the cells of a table by tabs', async () => {
    const { lines } = await read({
      paragraphs: [plain('标准'), cell('项目'), cell('数额'), rowEnd, { runs: [{ text: '酒席' }], properties: [inTable] }, cell('（婚事）'), cell('十桌'), rowEnd, plain('完')],
    });
    expect(lines).toEqual(['标准', '项目\t数额', '酒席 （婚事）\t十桌', '完']);
  });

  it('shows fields by their results, soft returns as line ends, and leaves page numbers and pictures out', async () => {
    const { lines, notes } = await read({ paragraphs: [plain('甲\u0013 REF x \u0014乙\u0015\u000b丙\u0013 PAGE \u00147\u0015\u0001丁\u001e戊\u0002')] });
    expect(lines).toEqual(['甲乙', '丙丁-戊']);
    expect(notes.map(({ code }) => code)).toContain('pictures');
  });

  it.each([
    ['accept', ['批评教育。', '丙']],
    ['keep', ['批评教育。', '丙']],
    ['reject', ['罚款。丙']],
  ] satisfies [RevisionChoice, string[]][])('shows the side of its revisions that was chosen: %s', async (choice, expected) => {
    const { lines, facts } = await read(
      {
        authors: ['Unknown', '张所长'],
        paragraphs: [{ runs: [{ text: '罚款', properties: deleted }, { text: '批评教育', properties: inserted }, { text: '。' }], markProperties: inserted }, plain('丙')],
      },
      choice,
    );
    expect(lines).toEqual(expected);
    expect(facts.revisions).toMatchObject([
      { kind: 'deletion', author: '张所长', text: '罚款', line: 0 },
      { kind: 'insertion', author: '张所长', text: '批评教育', line: 0 },
      { kind: 'insertion', author: '张所长', text: '' },
    ]);
  });

  it('hands back its comments with their lines', async () => {
    const { lines, facts } = await read({
      authors: ['张所长', '李律师'],
      paragraphs: [plain('甲'), plain('乙\u0005')],
      comments: [{ position: 3, author: 1, text: '没有依据' }],
    });
    expect(lines).toEqual(['甲', '乙']);
    expect(facts.comments).toEqual([{ author: '李律师', madeAt: null, text: '没有依据', quote: '', line: 1, at: 3 }]);
  });

  it('of Word 95 is read in the Chinese code page', async () => {
    const words = iconv.encode('青山村村规民约\r第一条 甲。\r项目\u0007标准\u0007\r', 'gbk');
    const main = Buffer.alloc(4096);
    main.writeUInt16LE(0xa5dc, 0);
    main.writeUInt32LE(0x300, 0x18);
    main.writeUInt32LE(words.length, 0x34);
    words.copy(main, 0x300);
    const { text, notes } = await readConventionFile({ name: '约.doc', bytes: buildCompoundFile(main, Buffer.alloc(4096)) });
    expect(text.split('\n')).toEqual(['青山村村规民约', '第一条 甲。', '项目\t标准']);
    expect(notes).toEqual([]);
  });
});
