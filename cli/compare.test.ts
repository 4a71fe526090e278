import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
      { id: 'a', rows: [{ op: 'same', old: [1], new: [0] }, { op: 'move', edited: true, old: [0], new: [1] }] },
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
    { what: 'an output file', args: ['-', 'x', '--out', 'y.docx'], says: '没有写入任何内容' },
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
