import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readRtf } from '#backend/documents/import/rtf/readRtf.ts';
import type { RevisionChoice } from '#contract/imports.ts';

/** Chinese as RTF writes it in a code page: \'b5\'da. */
function escaped(text: string, encoding = 'gbk'): string {
  return [...text].map((character) => (/[\x20-\x7e]/u.test(character) ? character : [...iconv.encode(character, encoding)].map((byte) => `\\'${byte.toString(16).padStart(2, '0')}`).join(''))).join('');
}

function unicode(text: string, fallback = '?'): string {
  return [...text].flatMap((character) => [...Array(character.length).keys()].map((at) => `\\u${(character.charCodeAt(at) << 16) >> 16}${fallback}`)).join('');
}

function bytesOf(body: string, head = '\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}{\\f1\\fswiss\\fcharset0 Times;}{\\f2\\fnil\\fcharset136 MingLiU;}}'): Uint8Array {
  return new Uint8Array(Buffer.from(`{\\rtf1${head}${body}}`, 'latin1'));
}

function lines(body: string, choice: RevisionChoice = 'keep', head?: string): string[] {
  return readRtf(bytesOf(body, head), choice).text.split('\n').map((line) => line.trimEnd());
}

const cases: [what: string, body: string, lines: string[]][] = [
  ['bytes of the code page', `\\pard ${escaped('第一条 爱护公物。')}\\par ${escaped('第二条 讲究卫生。')}\\par`, ['第一条 爱护公物。', '第二条 讲究卫生。']],
  ['Unicode with what stands in for it', `\\pard\\uc1 ${unicode('第一条 甲。')}\\par{\\uc2 ${unicode('乙。', "\\'b5\\'da")}}\\par{\\uc0 ${unicode('丙𠮷', '')}}\\par`, ['第一条 甲。', '乙。', '丙𠮷']],
  ['fonts of other code pages', `\\pard\\f2 ${escaped('村規', 'big5')}\\f0 ${escaped('民约')}\\f1 ${escaped('公约')}\\'93a\\'94\\par`, ['村規民约公约“a”']],
  ['signs and soft lines', '\\pard a\\line b\\emdash c\\ldblquote d\\rdblquote\\~e\\_f\\-g\\{h\\}\\\\\\par', ['a', 'b—c“d” e-fg{h}\\']],
  ['a backslash before the end of a line as a paragraph', '\\pard a\\\nb\\par', ['a', 'b']],
  ['automatic numbers as printed', `\\pard{\\listtext\\pard\\plain\\f0 ${escaped('第一条')}\\tab}{\\*\\pn\\pnlvlbody{\\pntxta .}}${escaped('甲。')}\\par{\\pntext\\f1 (1)\\tab}${escaped('乙。')}\\par`, ['第一条 甲。', '(1) 乙。']],
  ['no fonts, styles, pictures or facts about the file', `{\\stylesheet{\\s0 ${escaped('正文')};}}{\\info{\\title x}{\\author y}}{\\*\\generator Word;}{\\colortbl;\\red0;}{\\*\\unknown{\\b z}}\\pard ${escaped('甲')}{\\pict\\pngblip 89504e47}{\\*\\shppict{\\pict\\bin4 {}\\}\\}}}${escaped('乙')}\\par`, ['甲乙']],
  ['tables', `\\trowd\\pard\\intbl ${escaped('项目')}\\cell ${escaped('标准')}\\cell\\row\\trowd\\pard\\intbl ${escaped('酒席')}\\cell ${escaped('十桌')}\\par ${escaped('以内')}\\cell\\row\\pard ${escaped('完')}\\par`, ['项目\t标准', '酒席\t十桌 以内', '完']],
  ['a table that is layout', `\\trowd\\pard\\intbl ${escaped('第一条 甲。')}\\par ${escaped('第二条 乙。')}\\cell\\row\\pard ${escaped('完')}\\par`, ['第一条 甲。', '第二条 乙。', '完']],
  ['fields by their results, page numbers left out', `\\pard a{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt b}}c{\\field{\\*\\fldinst PAGE}{\\fldrslt 7}}\\par`, ['abc']],
  ['of two ways of writing only the better one', `\\pard{\\upr{old}{\\*\\ud{${unicode('甲')}}}}\\par`, ['甲']],
  ['no hidden words', `\\pard a{\\v b}c\\v d\\v0 e\\plain f\\par`, ['acef']],
  ['text boxes behind their paragraph', `\\pard a{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt\\pard box\\par}}{\\shprslt old}}b\\par c\\par`, ['ab', 'box', 'c']],
];

describe('an RTF document', () => {
  it.each(cases)('is read with %s', (_what, body, expected) => {
    expect(lines(body)).toEqual(expected);
  });

  it('is read with bytes that stand unescaped', () => {
    const bytes = new Uint8Array(Buffer.concat([Buffer.from('{\\rtf1\\ansi\\ansicpg936 '), iconv.encode('第一条 甲。\\par 第二条 乙。', 'gbk'), Buffer.from('}')]));
    expect(readRtf(bytes, 'keep').text).toBe('第一条 甲。\n第二条 乙。');
  });

  it.each([
    ['accept', ['甲丙丁', '戊']],
    ['reject', ['甲乙丁戊']],
    ['keep', ['甲丙丁', '戊']],
  ] satisfies [RevisionChoice, string[]][])('shows the side of its revisions that was chosen: %s', (choice, expected) => {
    const revisions = `{\\*\\revtbl{Unknown;}{${escaped('张所长')};}}\\pard ${escaped('甲')}{\\deleted\\revauthdel1 ${escaped('乙')}}{\\revised\\revauth1 ${escaped('丙')}}${escaped('丁')}{\\revised\\revauth1\\par}${escaped('戊')}\\par`;
    const { text, facts } = readRtf(bytesOf(revisions), choice);
    expect(text.split('\n')).toEqual(expected);
    expect(facts?.revisions).toEqual([
      { kind: 'deletion', author: '张所长', madeAt: null, text: '乙', line: 0 },
      { kind: 'insertion', author: '张所长', madeAt: null, text: '丙', line: 0 },
    ]);
  });

  it('hands back comments and tells of headers, footnotes, pictures and a missing end', () => {
    const body = `{\\header\\pard ${escaped('青山村文件')}\\par}{\\footer\\pard - {\\field{\\*\\fldinst PAGE}{\\fldrslt 1}} -\\par}\\pard ${escaped('甲。')}\\par ${escaped('乙')}{\\*\\atnid L}{\\*\\atnauthor ${escaped('李律师')}}\\chatn{\\*\\annotation{\\*\\atndate 1}\\pard ${escaped('没有依据')}\\par}{\\footnote\\pard ${escaped('注一')}\\par}{\\pict 00}\\par{`;
    const { text, facts, notes } = readRtf(bytesOf(body), 'keep');
    expect(text).toBe('甲。\n乙');
    expect(facts?.comments).toEqual([{ author: '李律师', madeAt: null, text: '没有依据', quote: '', line: 1, at: 4 }]);
    expect(notes.map(({ code }) => code)).toEqual(['comments', 'cutOff', 'pictures', 'headerFooter', 'footnotes']);
    expect(notes.at(3)?.text).toBe('页眉页脚没有放进正文：青山村文件。');
  });

  it('refuses absurd nesting', () => {
    expect(() => lines('{'.repeat(5_000))).toThrow('FILE_UNSAFE');
  });
});
