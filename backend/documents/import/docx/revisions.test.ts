import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildDocx, run, wordNamespace } from '#backend/documents/import/docx/wordXml.ts';
import { readConventionFile } from '#backend/documents/import/readConventionFile.ts';
import type { RevisionChoice } from '#contract/imports.ts';

const by = (author: string) => `w:id="1" w:author="${author}" w:date="2026-01-01T00:00:00Z"`;
const inserted = (text: string, author = '张所长') => `<w:ins ${by(author)}>${run(text)}</w:ins>`;
const deleted = (text: string, author = '张所长') => `<w:del ${by(author)}><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
const paragraph = (inside: string, mark = '') => `<w:p><w:pPr><w:rPr>${mark}</w:rPr></w:pPr>${inside}</w:p>`;
const insertedMark = `<w:ins ${by('张所长')}/>`;
const deletedMark = `<w:del ${by('张所长')}/>`;

async function read(body: string, revisions: RevisionChoice, parts = {}) {
  const { text, facts, notes } = await readConventionFile({ name: '约.docx', bytes: buildDocx(body, parts) }, { revisions });
  return { lines: text.split('\n'), facts, notes };
}

const cases: { what: string; body: string; accepted: string[]; rejected: string[]; revisions: [string, string, number | null][] }[] = [
  {
    what: 'words replaced',
    body: paragraph(`${run('第一条 乱倒垃圾的')}${deleted('罚款五百元')}${inserted('批评教育')}${run('。')}`),
    accepted: ['第一条 乱倒垃圾的批评教育。'],
    rejected: ['第一条 乱倒垃圾的罚款五百元。'],
    revisions: [['deletion', '罚款五百元', 0], ['insertion', '批评教育', 0]],
  },
  {
    what: 'pieces that touch, of one person',
    body: paragraph(`${run('甲')}${inserted('乙')}${inserted('丙')}${inserted('丁', '李律师')}`),
    accepted: ['甲乙丙丁'],
    rejected: ['甲'],
    revisions: [['insertion', '乙丙', 0], ['insertion', '丁', 0]],
  },
  {
    what: 'a whole article inserted',
    body: `${paragraph(run('第一条 甲。'))}${paragraph(inserted('第二条 乙。'), insertedMark)}${paragraph(run('第三条 丙。'))}`,
    accepted: ['第一条 甲。', '第二条 乙。', '第三条 丙。'],
    rejected: ['第一条 甲。', '第三条 丙。'],
    revisions: [['insertion', '第二条 乙。', 1]],
  },
  {
    what: 'a whole article deleted',
    body: `${paragraph(run('第一条 甲。'))}${paragraph(deleted('第二条 乙。'), deletedMark)}${paragraph(run('第三条 丙。'))}`,
    accepted: ['第一条 甲。', '第三条 丙。'],
    rejected: ['第一条 甲。', '第二条 乙。', '第三条 丙。'],
    revisions: [['deletion', '第二条 乙。', 1]],
  },
  {
    what: 'a paragraph moved',
    body: `<w:p><w:moveTo ${by('张所长')}>${run('甲。')}</w:moveTo></w:p><w:p>${run('乙。')}</w:p>${paragraph(`<w:moveFrom ${by('张所长')}>${run('甲。')}</w:moveFrom>`, `<w:moveFrom ${by('张所长')}/>`)}<w:p>${run('丙。')}</w:p>`,
    accepted: ['甲。', '乙。', '丙。'],
    rejected: ['', '乙。', '甲。', '丙。'],
    revisions: [['move', '甲。', 2]],
  },
  {
    what: 'words that one person inserted and another deleted',
    body: paragraph(`${run('甲')}<w:ins ${by('张所长')}>${deleted('乙', '李律师')}</w:ins>${run('丙')}`),
    accepted: ['甲丙'],
    rejected: ['甲丙'],
    revisions: [['deletion', '乙', 0], ['insertion', '', 0]],
  },
  {
    what: 'a row of a table deleted',
    body: `<w:tbl><w:tr><w:tc><w:p>${run('项目')}</w:p></w:tc><w:tc><w:p>${run('标准')}</w:p></w:tc></w:tr><w:tr><w:trPr><w:del ${by('张所长')}/></w:trPr><w:tc>${paragraph(deleted('酒席'))}</w:tc><w:tc>${paragraph(deleted('十桌'))}</w:tc></w:tr></w:tbl>`,
    accepted: ['项目\t标准'],
    rejected: ['项目\t标准', '酒席\t十桌'],
    revisions: [['deletion', '酒席', null], ['deletion', '十桌', null]],
  },
];

describe('revisions of a Word document', () => {
  it.each(cases)('$what: accepted, rejected and kept', async ({ body, accepted, rejected, revisions }) => {
    const kept = await read(body, 'keep');
    expect(kept.lines).toEqual(accepted);
    expect((await read(body, 'accept')).lines).toEqual(accepted);
    expect((await read(body, 'reject')).lines).toEqual(rejected);
    expect(kept.facts.revisions.map(({ kind, text, line }) => [kind, text, line])).toEqual(revisions);
  });

  it('say who made them, and what was done with them', async () => {
    const body = paragraph(`${run('甲')}${inserted('乙')}`);
    const { facts, notes } = await read(body, 'reject');
    expect(facts.revisions).toEqual([{ kind: 'insertion', author: '张所长', madeAt: '2026-01-01T00:00', text: '乙', line: 0 }]);
    expect(notes.map(({ text }) => text)).toEqual(['文件里有 1 处修订，已全部拒绝：插入的文字去掉，删除的文字恢复。']);
    expect((await read(body, 'accept')).notes[0]?.text).toContain('已全部接受');
    expect((await read(body, 'keep')).notes[0]?.text).toContain('还没有接受或拒绝');
  });

  it('of numbered paragraphs count in the text that is read', async () => {
    const numbered = (text: string, mark = '') => `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr>${mark}</w:rPr></w:pPr>${text}</w:p>`;
    const numbering = strToU8(
      `<w:numbering ${wordNamespace}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1条"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    );
    const body = `${numbered(run('甲。'))}${numbered(deleted('乙。'), deletedMark)}${numbered(run('丙。'))}`;
    const parts = { 'word/numbering.xml': numbering };
    expect((await read(body, 'accept', parts)).lines).toEqual(['第一条 甲。', '第二条 丙。']);
    expect((await read(body, 'reject', parts)).lines).toEqual(['第一条 甲。', '第二条 乙。', '第三条 丙。']);
  });
});

describe('comments of a Word document', () => {
  const comments = (...all: [string, string, string][]) => ({
    'word/comments.xml': strToU8(
      `<w:comments ${wordNamespace}>${all.map(([id, author, text]) => `<w:comment w:id="${id}" w:author="${author}"><w:p>${run(text)}</w:p></w:comment>`).join('')}</w:comments>`,
    ),
  });
  const start = (id: string) => `<w:commentRangeStart w:id="${id}"/>`;
  const end = (id: string) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;

  it('come with the words and the line at which they stand', async () => {
    const body = [
      `<w:p>${run('村规民约')}</w:p>`,
      `<w:p>${run('第一条 ')}${start('0')}${run('罚款五百元')}${end('0')}${run('。')}</w:p>`,
      `<w:p>${run('第二条 ')}${start('1')}${run('甲。')}</w:p><w:p>${run('乙。')}${end('1')}</w:p>`,
      `<w:p>${run('第三条 丙。')}<w:r><w:commentReference w:id="2"/></w:r></w:p>`,
    ].join('');
    const { lines, facts, notes } = await read(body, 'keep', comments(['0', '张所长', '没有依据'], ['1', '李律师', '两款并成一款'], ['2', '', '删'], ['9', '张所长', '没有位置']));
    expect(lines).toEqual(['村规民约', '第一条 罚款五百元。', '第二条 甲。', '乙。', '第三条 丙。']);
    expect(facts.comments).toEqual([
      { author: '张所长', madeAt: null, text: '没有依据', quote: '罚款五百元', line: 1, at: 9 },
      { author: '李律师', madeAt: null, text: '两款并成一款', quote: '甲。\n乙。', line: 2, at: 20 },
      { author: '', madeAt: null, text: '删', quote: '', line: 4, at: 32 },
      { author: '张所长', madeAt: null, text: '没有位置', quote: '', line: null, at: null },
    ]);
    expect(notes.map(({ text }) => text)).toEqual(['文件里有 4 条批注，没有放进正文。']);
  });

  it('stay where they stand when their words are deleted', async () => {
    const body = `<w:p>${run('甲。')}</w:p><w:p>${run('乙')}<w:del ${by('张所长')}>${start('0')}<w:r><w:delText>丙</w:delText></w:r>${end('0')}</w:del></w:p>`;
    const { lines, facts } = await read(body, 'accept', comments(['0', '张所长', '删去']));
    expect(lines).toEqual(['甲。', '乙']);
    expect(facts.comments).toMatchObject([{ quote: '', line: 1 }]);
  });
});
