import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  Footer,
  Header,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  type IParagraphOptions,
} from 'docx';
import { strToU8, zipSync, type Zippable } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { buildLegacyWord } from '#backend/documents/import/legacyWordFile.ts';
import { readConventionFile } from '#backend/documents/import/readConventionFile.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import { parseConvention } from '#core/document/parseConvention.ts';
import { DomainError } from '#core/errors.ts';

const rules = ['遵守国家法律，维护村内秩序。', '邻里团结，互相帮助。', '保护环境，垃圾分类投放。', '红白喜事从简办理。'];

function level(index: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string, start?: number) {
  return { level: index, format, text, alignment: AlignmentType.LEFT, ...(start === undefined ? {} : { start }) };
}

const numbering = {
  config: [
    { reference: 'articles', levels: [level(0, LevelFormat.CHINESE_COUNTING, '第%1条'), level(1, LevelFormat.CHINESE_COUNTING, '（%2）')] },
    { reference: 'outline', levels: [level(0, LevelFormat.CHINESE_COUNTING, '%1、'), level(1, LevelFormat.DECIMAL, '%2.'), level(2, LevelFormat.DECIMAL, '%1.%3')] },
    { reference: 'late', levels: [level(0, LevelFormat.DECIMAL, '%1、', 5)] },
    { reference: 'bullets', levels: [level(0, LevelFormat.BULLET, '\uF06C')] },
  ],
};

type Block = string | IParagraphOptions | Paragraph | Table;

async function wordFile(blocks: readonly Block[], more: Partial<ConstructorParameters<typeof Document>[0]> = {}): Promise<Uint8Array> {
  const children = blocks.map((block) =>
    block instanceof Paragraph || block instanceof Table ? block : new Paragraph(typeof block === 'string' ? block : block),
  );
  const document = new Document({ numbering, sections: [{ children }], ...more });
  return new Uint8Array(await Packer.toBuffer(document));
}

function numbered(text: string, reference: string, level = 0, instance = 0): IParagraphOptions {
  return { text, numbering: { reference, level, instance } };
}

async function read(name: string, bytes: Uint8Array) {
  return readConventionFile({ name, bytes });
}

async function failure(name: string, bytes: Uint8Array): Promise<{ code: string; detail: string | undefined }> {
  try {
    await read(name, bytes);
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, detail: error.detail };
    throw error;
  }
  return { code: 'none', detail: undefined };
}

function articleCount(text: string): number {
  let count = 0;
  return articlesOf(parseConvention(text, { newId: () => `i${(count += 1)}` }).document).length;
}

describe('Word documents', () => {
  it('prints automatic numbers of articles and items', async () => {
    const bytes = await wordFile([
      '青山村村规民约',
      numbered('村民应当做到：', 'articles'),
      numbered('爱护公物；', 'articles', 1),
      numbered('讲究卫生。', 'articles', 1),
      numbered('尊老爱幼。', 'articles'),
      numbered('应当劝阻：', 'articles'),
      numbered('乱扔垃圾的；', 'articles', 1),
    ]);
    const { text, mediaType } = await read('约.docx', bytes);
    expect(text.split('\n')).toEqual([
      '青山村村规民约',
      '第一条 村民应当做到：',
      '（一） 爱护公物；',
      '（二） 讲究卫生。',
      '第二条 尊老爱幼。',
      '第三条 应当劝阻：',
      '（一） 乱扔垃圾的；',
    ]);
    expect(mediaType).toContain('wordprocessingml');
    expect(articleCount(text)).toBe(3);
  });

  it('starts lower levels anew below the next number above and combines levels', async () => {
    const bytes = await wordFile([
      numbered('治安', 'outline'),
      numbered('不打架。', 'outline', 1),
      numbered('细则', 'outline', 2),
      numbered('不赌博。', 'outline', 1),
      numbered('卫生', 'outline'),
      numbered('勤打扫。', 'outline', 1),
    ]);
    const { text } = await read('约.docx', bytes);
    expect(text.split('\n')).toEqual(['一、 治安', '1. 不打架。', '一.1 细则', '2. 不赌博。', '二、 卫生', '1. 勤打扫。']);
  });

  it('starts at the number that the list says and prints picture bullets as a dot', async () => {
    const bytes = await wordFile([numbered('甲。', 'late'), numbered('乙。', 'late'), numbered('丙。', 'bullets')]);
    expect((await read('约.docx', bytes)).text.split('\n')).toEqual(['5、 甲。', '6、 乙。', '● 丙。']);
  });

  it('restarts a second instance of a list', async () => {
    const bytes = await wordFile([
      numbered('甲。', 'articles', 0, 1),
      numbered('乙。', 'articles', 0, 1),
      numbered('丙。', 'articles', 0, 2),
    ]);
    expect((await read('约.docx', bytes)).text.split('\n')).toEqual(['第一条 甲。', '第二条 乙。', '第一条 丙。']);
  });

  it('takes soft returns as line ends and cells as parted by tabs', async () => {
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
    const bytes = await wordFile([
      { children: [new TextRun('第一条 甲。'), new TextRun({ text: '第二条 乙。', break: 1 })] },
      new Table({ rows: [new TableRow({ children: [cell('项目'), cell('标准')] }), new TableRow({ children: [cell('酒席'), cell('十桌')] })] }),
    ]);
    expect((await read('约.docx', bytes)).text.split('\n')).toEqual(['第一条 甲。', '第二条 乙。', '项目\t标准', '酒席\t十桌']);
  });

  it('opens a table that is only layout', async () => {
    const bytes = await wordFile([
      new Table({ rows: [new TableRow({ children: [new TableCell({ children: rules.map((rule) => new Paragraph(rule)) })] })] }),
    ]);
    expect((await read('约.docx', bytes)).text.split('\n')).toEqual(rules);
  });

  it('keeps insertions, drops deletions and counts them and the comments', async () => {
    const mark = { author: '审查员', date: '2026-01-01T00:00:00Z' };
    const bytes = await wordFile(
      [
        {
          children: [
            new CommentRangeStart(0),
            new TextRun('第一条 罚款'),
            new CommentRangeEnd(0),
            new TextRun({ children: [new CommentReference(0)] }),
            new DeletedTextRun({ text: '五百元', id: 1, ...mark }),
            new InsertedTextRun({ text: '改为批评教育', id: 2, ...mark }),
          ],
        },
      ],
      { comments: { children: [{ id: 0, author: '审查员', children: [new Paragraph('没有依据')] }] } },
    );
    const { text, notes } = await read('约.docx', bytes);
    expect(text).toBe('第一条 罚款改为批评教育');
    expect(notes.map((note) => note.text)).toEqual([
      '文件里有 2 处修订，还没有接受或拒绝：文字按修订后的样子读出，插入的在，删除的不在。',
      '文件里有 1 条批注，没有放进正文。',
    ]);
  });

  it('tells of headers and footers instead of mixing them in', async () => {
    const document = new Document({
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('青山村文件')] }) },
          footers: { default: new Footer({ children: [new Paragraph('第一页')] }) },
          children: [new Paragraph('第一条 甲。')],
        },
      ],
    });
    const { text, notes } = await read('约.docx', new Uint8Array(await Packer.toBuffer(document)));
    expect(text).toBe('第一条 甲。');
    expect(notes.map(({ code }) => code)).toEqual(['headerFooter']);
    expect(notes[0]?.text).toContain('青山村文件');
  });

  const wordXml = (body: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:body>${body}</w:body></w:document>`;
  const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
  const bare = (body: string, parts: Zippable = {}) => zipSync({ 'word/document.xml': strToU8(wordXml(body)), ...parts });

  it('keeps text boxes once, joins paragraphs whose mark was deleted and leaves page fields out', async () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent><w:p>${run('框中文字')}</w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>${run('框中文字')}</w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const field = (code: string, result: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const bytes = bare(
      `<w:p>${run('第一条 甲。')}${box}</w:p><w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('第二条')}</w:p><w:p>${run('乙。')}${field('PAGE', '7')}${field('REF x', '丙')}</w:p>`,
    );
    expect((await read('约.docx', bytes)).text.split('\n')).toEqual(['第一条 甲。', '框中文字', '第二条乙。丙']);
  });

  it('leaves hidden text out', async () => {
    const hidden = (value: string) => `<w:r><w:rPr><w:vanish${value}/></w:rPr><w:t>暗</w:t></w:r>`;
    expect((await read('约.docx', bare(`<w:p>${run('甲')}${hidden('')}${hidden(' w:val="0"')}</w:p>`))).text).toBe('甲暗');
  });

  it('takes numbers that a paragraph style brings along', async () => {
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const bytes = bare(
      `<w:p><w:pPr><w:pStyle w:val="b"/></w:pPr>${run('甲。')}</w:p><w:p><w:pPr><w:pStyle w:val="b"/></w:pPr>${run('乙。')}</w:p><w:p><w:pPr><w:pStyle w:val="b"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>${run('丙。')}</w:p>`,
      {
        'word/styles.xml': strToU8(
          `<w:styles ${w}><w:style w:type="paragraph" w:styleId="a"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="条二"/><w:basedOn w:val="a"/></w:style></w:styles>`,
        ),
        'word/numbering.xml': strToU8(
          `<w:numbering ${w}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="第%1条　"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
        ),
      },
    );
    expect((await read('约.docx', bytes)).text.split('\n')).toEqual(['第一条　甲。', '第二条　乙。', '丙。']);
  });

  it('refuses what is no sound Word document, naming the part', async () => {
    const good = await wordFile(['第一条 甲。']);
    const broken = zipSync({ 'word/document.xml': strToU8('<w:document xmlns:w="x"><w:body>') });
    const entities = zipSync({ 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>') });
    const deep = zipSync({ 'word/document.xml': strToU8(wordXml('<w:p>'.repeat(1000) + '</w:p>'.repeat(1000))) });
    const bomb = zipSync({ 'word/document.xml': strToU8(wordXml('')), 'word/media/a.bin': new Uint8Array(30 * 1024 * 1024) });
    const climbing = zipSync({ 'word/document.xml': strToU8(wordXml('')), '../evil.xml': strToU8('a') });
    const many = zipSync(Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`word/${index}.xml`, strToU8('a')])));
    const changed = Uint8Array.from(zipSync({ 'word/document.xml': [strToU8(wordXml(`<w:p>${run('甲')}</w:p>`)), { level: 0 }] }));
    changed[200] = (changed[200] ?? 0) ^ 1;
    const cases: [Uint8Array, string, string | undefined][] = [
      [good.slice(0, good.length - 400), 'FILE_DAMAGED', '压缩目录'],
      [good.slice(0, 10), 'FILE_DAMAGED', '压缩目录'],
      [broken, 'FILE_DAMAGED', '正文部分'],
      [changed, 'FILE_DAMAGED', '正文部分'],
      [entities, 'FILE_UNSAFE', '正文部分'],
      [deep, 'FILE_UNSAFE', '正文部分'],
      [bomb, 'FILE_UNSAFE', undefined],
      [climbing, 'FILE_UNSAFE', '路径'],
      [many, 'FILE_UNSAFE', '2001'],
      [zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), 'FILE_KIND_MISMATCH', '表格'],
      [zipSync({ 'a.txt': strToU8('a') }), 'FILE_KIND_MISMATCH', '压缩包'],
      [bare(''), 'FILE_WITHOUT_TEXT', undefined],
      [bare('<w:p><w:r><w:drawing/></w:r></w:p>'), 'FILE_WITHOUT_TEXT', '图片'],
      [buildLegacyWord('甲', { streams: ['EncryptedPackage', 'EncryptionInfo'] }), 'FILE_ENCRYPTED', undefined],
      [new Uint8Array(), 'FILE_EMPTY', undefined],
      [new Uint8Array(20 * 1024 * 1024 + 1), 'FILE_TOO_LARGE', '20'],
    ];
    for (const [bytes, code, detail] of cases) {
      const found = await failure('约.docx', bytes);
      expect(found).toMatchObject({ code });
      expect(found.detail ?? '').toContain(detail ?? '');
    }
  });
});

describe('old Word documents', () => {
  it('reads the text', async () => {
    const { text, notes } = await read('约.DOC', buildLegacyWord('青山村村规民约\n第一条 爱护“公物”。\n第二条 讲究卫生。'));
    expect(text.trim().split('\n')).toEqual(['青山村村规民约', '第一条 爱护“公物”。', '第二条 讲究卫生。']);
    expect(notes).toEqual([]);
  });

  it('says when no numbers are found', async () => {
    const { notes } = await read('约.doc', buildLegacyWord('爱护公物。'));
    expect(notes.map(({ code }) => code)).toEqual(['numbersUnknown']);
  });

  it('refuses encrypted, truncated and circular files and other kinds', async () => {
    const good = buildLegacyWord('第一条 甲。');
    expect(await failure('约.doc', buildLegacyWord('甲', { encrypted: true }))).toMatchObject({ code: 'FILE_ENCRYPTED' });
    expect(await failure('约.doc', buildLegacyWord('甲', { circular: true }))).toMatchObject({ code: 'FILE_DAMAGED' });
    expect(await failure('约.doc', good.slice(0, 3000))).toMatchObject({ code: 'FILE_DAMAGED' });
    expect(await failure('约.doc', good.slice(0, 600))).toMatchObject({ code: 'FILE_DAMAGED' });
    expect(await failure('约.doc', buildLegacyWord('甲', { streams: ['Workbook'] }))).toMatchObject({ code: 'FILE_KIND_MISMATCH' });
  });
});

describe('text files', () => {
  const convention = '青山村村规民约\n第一条 村民应当爱护公物，不得损坏。\n第二条 村民应当讲究卫生。\n';

  it.each([
    'utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5',
  ])('reads %s', async (encoding) => {
    const source = encoding === 'big5' ? '青山村村規民約\n第一條 村民應當愛護公物，不得損壞。\n第二條 村民應當講究衛生，人人有責。\n' : convention;
    const result = await read('约.txt', new Uint8Array(iconv.encode(source, encoding)));
    expect(result.text).toBe(source);
    expect(result.facts.encodings).toEqual([]);
  });

  it('reads byte order marks', async () => {
    for (const [encoding, mark] of [['utf-16le', [0xff, 0xfe]], ['utf-16be', [0xfe, 0xff]], ['utf-8', [0xef, 0xbb, 0xbf]]] satisfies [string, number[]][]) {
      const bytes = Uint8Array.from([...mark, ...iconv.encode(convention, encoding)]);
      expect((await read('约.txt', bytes)).text).toBe(convention);
    }
  });

  it('refuses what is no text and what claims to be one', async () => {
    expect(await failure('约.txt', Uint8Array.from([0x80, 0xff, 0xff, 0x81, 0x20, 0xff]))).toMatchObject({ code: 'FILE_ENCODING_UNKNOWN' });
    expect(await failure('约.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47))).toMatchObject({ code: 'FILE_KIND_MISMATCH', detail: '实际是图片' });
    expect(await failure('约.docx', Uint8Array.from([0x80, 0xff, 0xff, 0x81, 0x20, 0xff]))).toMatchObject({ code: 'FILE_DAMAGED', detail: '文件头读不懂' });
    expect(await failure('约.txt', strToU8(' \n\t '))).toMatchObject({ code: 'FILE_WITHOUT_TEXT' });
    for (const name of ['约.png', '约.xyz', '约.odt', '约.ofd']) {
      expect(await failure(name, strToU8('a'))).toMatchObject({ code: 'FILE_KIND_UNSUPPORTED' });
    }
  });

  it('judges a name without ending by the contents', async () => {
    expect((await read('', strToU8(convention))).text).toBe(convention);
    expect((await read('-', await wordFile(['第一条 甲。']))).text).toBe('第一条 甲。');
    expect((await read('青山村村规民约2.0版', strToU8(convention))).text).toBe(convention);
    expect(await failure('', Uint8Array.of(0x89, 0x50, 0x4e, 0x47))).toMatchObject({ code: 'FILE_KIND_UNSUPPORTED' });
  });

  it('takes the marks of Markdown and of web pages off', async () => {
    const markdown = '# 青山村村规民约\n\n## 第一章 总则\n\n**第一条** 甲。\n\n> 第二条 乙。\n\n| 项目 | 标准 |\n| --- | --- |\n| 酒席 | 十桌 |\n';
    expect((await read('约.md', strToU8(markdown))).text.split('\n').filter((line) => line !== '')).toEqual([
      '青山村村规民约', '第一章 总则', '第一条 甲。', '第二条 乙。', '项目\t标准', '酒席\t十桌',
    ]);
    const page = '<html><head><title>站</title><style>p{}</style></head><body><h1>青山村村规民约</h1><p>第一条&nbsp;甲&#12290;<br>第二条 乙。</p><script>1</script></body></html>';
    const { text, mediaType } = await read('约.html', strToU8(page));
    expect(text.split('\n').map((line) => line.trim()).filter((line) => line !== '')).toEqual(['青山村村规民约', '第一条 甲。', '第二条 乙。']);
    expect(mediaType).toBe('text/html');
  });
});

describe('a file under another ending', () => {
  const rtf = strToU8('{\\rtf1\\ansi\\ansicpg936 \\u31532?\\u19968?\\u26465? \\u30002?\\u12290?\\par}');
  const page = strToU8('<html><body><p>第一条 甲。</p></body></html>');
  const plain = strToU8('第一条 甲。');

  it.each([
    ['约.doc', rtf, ' RTF 文档'],
    ['约.doc', page, '网页'],
    ['约.docx', plain, '纯文本'],
    ['约.txt', rtf, ' RTF 文档'],
    ['约.docx', buildLegacyWord('第一条 甲。'), '旧版 Word 文档（.doc）'],
    ['约.rtf', buildLegacyWord('第一条 甲。'), '旧版 Word 文档（.doc）'],
  ])('%s is read as what it is and the doubt is said: %#', async (name, bytes, actual) => {
    const { text, notes } = await read(name, bytes);
    expect(text.trim()).toBe('第一条 甲。');
    expect(notes[0]).toEqual({
      code: 'kindDiffers',
      text: `文件名的后缀是 .${name.split('.')[1]}，内容其实是${actual}，已按${actual}读出，对照原件看一遍。`,
    });
  });

  it('of a Word file is read as what it is too', async () => {
    const { text, notes, mediaType } = await read('约.doc', await wordFile(['第一条 甲。']));
    expect(text).toBe('第一条 甲。');
    expect(notes.map(({ code }) => code)).toEqual(['kindDiffers']);
    expect(mediaType).toContain('wordprocessingml');
  });

  it('of WPS is read where it is a Word file and refused by name where it is not', async () => {
    for (const bytes of [buildLegacyWord('第一条 甲。'), await wordFile(['第一条 甲。'])]) {
      const { text, notes } = await read('约.wps', bytes);
      expect(text.trim()).toBe('第一条 甲。');
      expect(notes).toEqual([]);
    }
    expect(await failure('约.wps', buildLegacyWord('甲', { streams: ['CONTENTS'] }))).toEqual({ code: 'FILE_KIND_UNSUPPORTED', detail: 'WPS 专用格式' });
  });

  it.each([
    ['quoted-printable', 'gb2312', (words: string) => [...iconv.encode(words, 'gbk')].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('').replace(/(.{60})/gu, '$1=\r\n')],
    ['base64', 'utf-8', (words: string) => Buffer.from(words).toString('base64')],
    ['8bit', 'utf-8', (words: string) => Buffer.from(words).toString('latin1')],
  ])('of a web archive in %s is read as the page in it', async (transfer, charset, encode) => {
    const archive = `From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="=_x"\r\n\r\n--=_x\r\nContent-Type: text/html;\r\n\tcharset="${charset}"\r\nContent-Transfer-Encoding: ${transfer}\r\n\r\n${encode('<p>第一条 甲。</p><p>第二条 乙。</p>')}\r\n--=_x\r\nContent-Type: image/png\r\n\r\nabc\r\n--=_x--`;
    const bytes = new Uint8Array(Buffer.from(archive, 'latin1'));
    const { text, notes } = await read('约.doc', bytes);
    expect(text.split('\n')).toEqual(['第一条 甲。', '第二条 乙。']);
    expect(notes.map(({ code }) => code)).toEqual(['kindDiffers']);
    expect((await read('约.mht', bytes)).notes).toEqual([]);
  });

  it('of an XML document is refused by name, unless it calls itself a text', async () => {
    const xml = strToU8('<?xml version="1.0"?><w:wordDocument xmlns:w="x"><w:body/></w:wordDocument>');
    expect(await failure('约.doc', xml)).toEqual({ code: 'FILE_KIND_MISMATCH', detail: '实际是 XML 文件' });
    expect((await read('约.html', strToU8('<?xml version="1.0"?><html><body><p>第一条 甲。</p></body></html>'))).text).toBe('第一条 甲。');
  });

  it('of a page that is shown as text keeps its tags', async () => {
    expect((await read('约.txt', page)).text).toContain('<p>');
  });
});
