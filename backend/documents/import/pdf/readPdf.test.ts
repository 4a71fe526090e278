import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createTypesetter } from '#backend/documents/export/createTypesetter.ts';
import { samplePrints } from '#backend/documents/export/samplePrints.ts';
import { buildPdf, type PdfText } from '#backend/documents/import/pdf/buildPdf.ts';
import { readPdf } from '#backend/documents/import/pdf/readPdf.ts';
import { renderText } from '#core/document/renderText.ts';
import { DomainError } from '#core/errors.ts';

const size = 16;
/** Lines of a page in a column of so many characters, the first of a paragraph two characters in. */
function column(lines: readonly string[], { x = 80, y = 100, spacing = 28 } = {}): PdfText[] {
  return lines.map((line, index) => {
    const text = line.trimStart();
    return { x: x + (line.length - text.length) * size, y: y + index * spacing, text, size };
  });
}

async function lines(...pages: PdfText[][]): Promise<string[]> {
  return (await readPdf(buildPdf(pages))).text.split('\n');
}

async function failure(bytes: Uint8Array): Promise<{ code: string; detail: string | undefined }> {
  try {
    await readPdf(bytes);
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, detail: error.detail };
    throw error;
  }
  return { code: 'none', detail: undefined };
}

const article = ['　　第一条 村民应当爱护公共财物，不得损坏村里的路灯', '垃圾桶和健身器材，损坏的照价赔偿。', '　　第二条 讲究卫生。', '　　第三条 村民应当尊老爱幼，赡养父母，抚养未成年的', '子女，不得遗弃老人和孩子。'];

describe('the text layer of a PDF', () => {
  it('gives paragraphs again where lines fill their column', async () => {
    expect(await lines(column(article))).toEqual([
      '第一条 村民应当爱护公共财物，不得损坏村里的路灯垃圾桶和健身器材，损坏的照价赔偿。',
      '第二条 讲究卫生。',
      '第三条 村民应当尊老爱幼，赡养父母，抚养未成年的子女，不得遗弃老人和孩子。',
    ]);
  });

  it.each([
    ['that begin at the edge, parted by room', (start: boolean) => ({ indent: 0, above: start ? 10 : 0 })],
    ['that begin at the edge, parted by nothing but their numbers', () => ({ indent: 0, above: 0 })],
    ['that hang', (start: boolean) => ({ indent: start ? 0 : 4, above: 0 })],
  ])('gives paragraphs again %s', async (_what, layout) => {
    const paragraphs = Array.from({ length: 6 }, (_, index) => [`第${'一二三四五六'[index]}条 ${'甲'.repeat(15)}，${'乙'.repeat(8)}`, `${'丙'.repeat(27)}。`, `${'丁'.repeat(8)}。`]);
    let y = 60;
    const texts = paragraphs.flatMap((paragraph) =>
      paragraph.map((text, index) => {
        const { indent, above } = layout(index === 0);
        y += 26 + above;
        return { x: 60 + indent * size, y, text: indent === 0 ? text : text.slice(indent), size };
      }),
    );
    const read = await lines(texts);
    expect(read).toHaveLength(6);
    expect(read[5]).toMatch(/^第六条 甲+，乙+丙+。丁+。$/u);
  });

  it('goes on where a number at the beginning of the next line did not fit', async () => {
    const texts = ['第一条 甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲乙', '2026年起执行。', '第二条 丙。', '第三条 丁。', '第四条 甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲', '戊。'];
    expect(await lines(column(texts))).toEqual([`${texts[0]}${texts[1]}`, texts[2], texts[3], `${texts[4]}${texts[5]}`]);
  });

  it('is read from a Buffer, whose bytes stay what they are', async () => {
    const bytes = Buffer.from(buildPdf([column(article)]));
    const before = Buffer.from(bytes);
    expect((await readPdf(bytes)).text.split('\n')).toHaveLength(3);
    expect(bytes.equals(before)).toBe(true);
  });

  it('is read from fonts with a table of their own', async () => {
    expect((await readPdf(buildPdf([column(article)], '', 'mapped'))).text.split('\n')).toEqual(await lines(column(article)));
  });

  it('is read by place and not in the order in which it was drawn', async () => {
    expect(await lines(column(article).reverse())).toEqual(await lines(column(article)));
  });

  it('goes on over the end of a page, without headers, footers and page numbers', async () => {
    const [first = '', second = '', ...rest] = article;
    const framed = (texts: PdfText[], number: number) => [{ x: 240, y: 40, text: '青山村民委员会文件', size: 10 }, ...texts, { x: 280, y: 800, text: `— ${number} —`, size: 10 }];
    const { text, notes } = await readPdf(buildPdf([framed(column(['　　为推进村民自治，制定本公约。', first]), 1), framed(column([second, ...rest]), 2)]));
    expect(text.split('\n')).toEqual(['为推进村民自治，制定本公约。', ...(await lines(column(article)))]);
    expect(notes.map((note) => note.text)).toEqual(['页眉页脚和页码没有放进正文：青山村民委员会文件；— 1 —；— 2 —。']);
  });

  it('keeps a line of the text that comes again at the foot of pages', async () => {
    const page = () => column(['　　第一条 甲甲甲甲甲甲甲甲甲甲甲甲。', '　　违者批评教育。'], { y: 600 });
    expect((await lines(page(), page())).filter((line) => line === '违者批评教育。')).toHaveLength(2);
  });

  it('is read one column after the other, what runs over both where it stands', async () => {
    const text = (label: string) => Array.from({ length: 8 }, (_, index) => (index % 4 === 0 ? `　　${label}${index}甲甲甲甲甲甲甲甲` : index % 4 === 3 ? '乙乙乙乙。' : '丙丙丙丙丙丙丙丙丙丙丙丙'));
    const { text: read, notes } = await readPdf(
      buildPdf([[{ x: 150, y: 60, text: '青山村村规民约征求意见稿全文公布', size: 18 }, ...column(text('左'), { x: 80 }), ...column(text('右'), { x: 320 })]]),
    );
    const middle = '丙'.repeat(24);
    expect(read.split('\n')).toEqual([
      '青山村村规民约征求意见稿全文公布',
      ...['左0', '左4', '右0', '右4'].map((label) => `${label}甲甲甲甲甲甲甲甲${middle}乙乙乙乙。`),
    ]);
    expect(notes.map(({ code }) => code)).toEqual(['columns']);
  });

  it('parts the cells of a table by tabs and a number from its article by a space', async () => {
    const row = (y: number, ...cells: string[]) => cells.map((text, index) => ({ x: 80 + index * 150, y, text, size }));
    expect(await lines([...row(100, '项目', '标准', '说明'), ...row(130, '酒席', '十桌'), ...row(160, '礼金', '二百元', '以内'), ...row(220, '第一条', '甲。'), ...row(250, '第二条', '乙。')])).toEqual([
      '项目\t标准\t说明', '酒席\t十桌', '礼金\t二百元\t以内', '第一条 甲。', '第二条 乙。',
    ]);
  });

  it.each([
    ['in the middle of their cells', 30],
    ['at the top of their cells', 0],
  ])('puts the lines of a cell together where the others stand %s', async (_what, shift) => {
    const cell = (x: number, y: number, text: string) => ({ x, y, text, size });
    const rowsOf = (y: number, name: string, number: string, ...words: string[]) => [
      cell(80, y + (words.length - 1) * shift * 0.35, name),
      cell(180, y + (words.length - 1) * shift * 0.35, number),
      ...words.map((text, index) => cell(260, y + index * 21, text)),
    ];
    expect(
      await lines([
        ...column(['　　第一条 积分标准如下：'], { y: 60 }),
        ...rowsOf(100, '项目', '分值', '说明'),
        ...rowsOf(150, '志愿服务', '5分', '参加村里组织的环境整治', '和治安巡逻'),
        ...rowsOf(221, '孝老爱亲', '3分', '受到表彰'),
        ...column(['　　第二条 本约自公布之日起施行。'], { y: 300 }),
      ]),
    ).toEqual(['第一条 积分标准如下：', '项目\t分值\t说明', '志愿服务\t5分\t参加村里组织的环境整治和治安巡逻', '孝老爱亲\t3分\t受到表彰', '第二条 本约自公布之日起施行。']);
  });

  it('leaves out slanting watermarks and what is drawn twice to look bold, and puts radicals right', async () => {
    expect(
      await lines([
        { x: 80, y: 100, text: '第一条 ⼈⺠公约', size },
        { x: 80.4, y: 100, text: '第一条 ⼈⺠公约', size },
        { x: 100, y: 500, text: '内部资料', size: 60, angle: 45 },
      ]),
    ).toEqual(['第一条 人民公约']);
  });

  it('is that of a convention that this program printed', async () => {
    const resourceFolder = new URL('../../../../resources', import.meta.url).pathname;
    const { text } = await readPdf(createTypesetter({ resourceFolder }).setDocument(samplePrints.convention));
    const plain = (words: string) => words.replace(/\s/gu, '');
    const printed = text.split('\n').map(plain);
    for (const line of renderText(samplePrints.convention.document).split('\n').filter((text) => text !== '')) expect(printed).toContain(plain(line));
  });

  it('says which pages have none', async () => {
    const { notes } = await readPdf(buildPdf([column(article), []]));
    expect(notes.map((note) => note.text)).toEqual(['第 2 页没有读到文字，可能是空白页或图片。']);
  });
});

describe('a PDF that cannot be read', () => {
  const sound = buildPdf([column(article)]);
  const encrypted = buildPdf([column(article)], `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <${'61'.repeat(32)}> /U <${'62'.repeat(32)}> >>`);

  it.each([
    ['without a text layer', buildPdf([[]]), 'FILE_WITHOUT_TEXT', '像是扫描件或图片'],
    ['under a password', encrypted, 'FILE_ENCRYPTED', undefined],
    ['that is cut off', sound.slice(0, sound.length - 300), 'FILE_DAMAGED', 'PDF 的结构读不懂'],
    ['that is only a head', sound.slice(0, 40), 'FILE_DAMAGED', 'PDF 的结构读不懂'],
    ['of no sense', new TextEncoder().encode('%PDF-1.7\n%%EOF'), 'FILE_DAMAGED', 'PDF 的结构读不懂'],
    ['that swells', swelling(1), 'FILE_UNSAFE', '压缩得异常厉害'],
    ['that swells twice', swelling(2), 'FILE_UNSAFE', '压缩得异常厉害'],
    ['of too many pages', buildPdf(Array.from({ length: 501 }, () => [])), 'FILE_TOO_LARGE', '超过 500 页'],
  ])('is refused: one %s', async (_what, bytes, code, detail) => {
    expect(await failure(bytes)).toEqual({ code, detail });
  });

  it('is read when only its table of contents is wrong', async () => {
    const bytes = new Uint8Array(Buffer.from(Buffer.from(sound).toString('latin1').replace(/startxref\n\d+/u, 'startxref\n7'), 'latin1'));
    expect((await readPdf(bytes)).text).toContain('第一条');
  });
});

function swelling(layers: number): Uint8Array {
  let content: Buffer = Buffer.alloc(80 * 1024 * 1024);
  for (let layer = 0; layer < layers; layer += 1) content = deflateSync(content);
  const filters = '/FlateDecode '.repeat(layers);
  return new Uint8Array(Buffer.concat([Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Length ${content.length} /Filter [${filters}] >>\nstream\n`), content, Buffer.from('\nendstream\nendobj\n')]));
}
