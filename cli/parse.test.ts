import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCommand } from '#cli/parse.ts';

const source = `清水湾村村规民约
（草案）
为了推进村民自治，制定本村规民约。
第一章 总则
第一条 村民应当做到：
（一）爱护公物；
（二）讲究卫生。
第二章 附则
第三条 违反第一条的，批评教育。
清水湾村村民委员会
附件一：积分标准
项目\t分值
义务劳动\t3
- 2 -
`;

const expected = {
  title: '清水湾村村规民约',
  subtitle: ['（草案）'],
  kind: 'village',
  style: 'article',
  preamble: ['为了推进村民自治，制定本村规民约。'],
  chapters: [
    { heading: '总则', articles: [0], label: '第一章', paragraphs: [] },
    { heading: '附则', articles: [1], label: '第二章', paragraphs: [] },
  ],
  articles: [
    { number: 1, label: '第一条', text: '村民应当做到：\n（一）爱护公物；\n（二）讲究卫生。' },
    { number: 2, label: '第三条', text: '违反第一条的，批评教育。' },
  ],
  verse: [],
  closing: ['清水湾村村民委员会'],
  annexes: [{ heading: '附件一：积分标准', text: '项目\t分值\n义务劳动\t3' }],
  warnings: ['像是页眉、页脚或页码，没有放进正文：- 2 -', '原文的编号在这里跳过了，已按顺序重排：第三条'],
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), '乡约 解析 '));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function run(args: string[], stdin: Uint8Array = new Uint8Array()) {
  let output = '';
  let errors = '';
  const status = await parseCommand(args, {
    stdin: async () => stdin,
    write: (text) => {
      output += text;
    },
    writeError: (text) => {
      errors += text;
    },
  });
  return { status, output, errors };
}

describe('parse', () => {
  it('prints the parts of a file as one JSON object', async () => {
    const path = join(folder, '约.txt');
    await writeFile(path, source);
    const { status, output, errors } = await run([path]);
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(JSON.parse(output)).toEqual(expected);
  });

  it('reads standard input in GB18030', async () => {
    const { status, output } = await run(['-'], new Uint8Array(iconv.encode(source, 'gb18030')));
    expect(status).toBe(0);
    expect(JSON.parse(output)).toEqual(expected);
  });

  it.each([
    ['a missing file', ['没有.txt'], '没有.txt：没有这个文件。\n'],
    ['nothing', [], '用法：parse 文件，减号表示从标准输入读取。\n'],
    ['an empty input', ['-'], '-：这个文件是空的，没有导入任何内容。换一个文件再试。\n'],
  ])('refuses %s with one sentence', async (_, args, sentence) => {
    expect(await run(args)).toEqual({ status: 2, output: '', errors: sentence });
  });
});
