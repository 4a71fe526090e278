import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compareCommand } from '#cli/compare.ts';
import { runCommand } from '#cli/testing/runCommand.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compare 比较 '));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const compare = (args: string[], stdin?: string) => runCommand(compareCommand, args, stdin);

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const old = `新玉峰村村规民约

第一条 为加强村民自治，制定本村规民约。
第二条 生活垃圾要倒入指定垃圾池，乱倒一次罚款五十元。
第三条 子女应当赡养老人。
第四条 每户每年向村里交公益金一百元。

新玉峰村村民委员会
2019年5月1日
`;
const now = `新玉峰村村规民约

一、为加强村民自治，制定本村规民约。
二、党员干部带头遵守本村规民约，接受群众监督。
三、生活垃圾要倒入指定垃圾桶，乱倒的由保洁员劝导。
四、子女应当赡养老人。

新玉峰村村民委员会
2026年5月1日
`;

describe('compare OLD NEW', () => {
  it('prints the rows as JSON, whatever style the numbers have', async () => {
    const { status, out, errors } = await compare([await file('旧 稿.txt', old), await file('新 稿.txt', now), '--json']);
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(JSON.parse(out)).toEqual({
      rows: [
        { op: 'same', old: [0], new: [0] },
        { op: 'insert', old: [], new: [1] },
        { op: 'edit', old: [1], new: [2] },
        { op: 'same', old: [2], new: [3] },
        { op: 'delete', old: [3], new: [] },
      ],
    });
  });

  it('tells a person in Chinese what changed', async () => {
    const { out } = await compare([await file('old.txt', old), '-'], now);
    expect(out).toContain('未改 2 处，修改 1 处，新增 1 处，删去 1 处。');
    expect(out).toContain('修改 第二条 → 三：生活垃圾要倒入指定〔删：垃圾池〕〔增：垃圾桶〕');
    expect(out).toContain('删去 第四条：每户每年向村里交公益金一百元。');
  });
});

describe('compare --pairs', () => {
  it('answers each line by one line and strips printed numbers of either style', async () => {
    const lines = [
      { id: 'a', old: ['第一条 爱护公物', '第二条 讲究卫生'], new: ['1.讲究卫生', '2.爱护公物，损坏的照价赔偿'] },
      { id: 7, old: [], new: ['一、爱国'] },
    ];
    const { status, out } = await compare(['--pairs', '-'], `${lines.map((line) => JSON.stringify(line)).join('\n')}\n\n`);
    expect(status).toBe(0);
    expect(out.trim().split('\n').map((line) => JSON.parse(line))).toEqual([
      { id: 'a', rows: [{ op: 'move', old: [1], new: [0] }, { op: 'edit', old: [0], new: [1] }] },
      { id: 7, rows: [{ op: 'insert', old: [], new: [0] }] },
    ]);
  });
});

describe('bad input', () => {
  it.each([
    { what: 'no files', args: [], says: '用法' },
    { what: 'one file', args: ['-'], says: '用法' },
    { what: 'standard input twice', args: ['-', '-'], says: '标准输入只能读一次' },
    { what: 'an unknown option', args: ['-', 'x', '--josn'], says: '没有 --josn 这个选项' },
    { what: 'an output of another kind', args: ['-', 'x', '--out', 'y.txt'], says: 'y.txt：不能写成这种文件，对照表的后缀为 .docx、.pdf 或 .xlsx' },
    { what: 'no output name', args: ['-', 'x', '--out'], says: '--out 后面要写文件名' },
    { what: 'an output of many pairs', args: ['--pairs', '-', '--out', 'y.docx'], says: '用法' },
    { what: 'a missing file', args: ['不存在.txt', '-'], says: '不存在.txt：没有这个文件' },
    { what: 'an empty text', args: ['-', 'x'], says: '-：' },
    { what: 'a line that is not JSON', args: ['--pairs', '-'], stdin: '{"id":', says: '- 第 1 行：不是完整的 JSON' },
    { what: 'a line without a side', args: ['--pairs', '-'], stdin: '\n{"id":"a","old":[]}', says: '- 第 2 行：“new”不对' },
  ])('is answered by status 2 and one Chinese sentence: $what', async ({ args, stdin, says }) => {
    const { status, out, errors } = await compare(args, stdin ?? '');
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(errors).toContain(says);
    expect(errors.trim().split('\n')).toHaveLength(1);
  });
});

describe('compare --out', () => {
  const signatures = { pdf: '%PDF', docx: 'PK', xlsx: 'PK' };

  it.each(['pdf', 'docx', 'xlsx'] as const)('writes the table of changes as .%s and prints nothing', async (format) => {
    const path = join(folder, `对照 表.${format}`);
    const { status, out, errors } = await compare([await file('old.txt', old), await file('new.txt', now), '--out', path]);
    expect({ status, out, errors }).toEqual({ status: 0, out: '', errors: '' });
    expect((await readFile(path)).toString('latin1', 0, 4)).toContain(signatures[format]);
  });

  it('holds the wording of both sides, with empty columns for reasons and sources', async () => {
    const path = join(folder, '对照表.docx');
    await compare([await file('old.txt', old), await file('new.txt', now), '--out', path, '--json']);
    const words = strFromU8(unzipSync(await readFile(path))['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/gu, '');
    expect(words).toContain('《新玉峰村村规民约》条文对照表');
    expect(words).toContain('原条文修订后条文修订理由与依据来源');
    expect(words).toContain('每户每年向村里交公益金一百元。〔删去〕');
  });

  it('never takes the place of a file that it reads', async () => {
    const path = await file('old.pdf', old);
    const { status, errors } = await compare([await file('new.txt', now), path, '--out', path]);
    expect(status).toBe(2);
    expect(errors).toContain('输出文件就是输入文件');
    expect((await readFile(path)).toString()).toBe(old);
  });
});
