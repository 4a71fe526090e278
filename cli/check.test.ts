import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkCommand } from '#cli/check.ts';
import { runCommand } from '#cli/testing/runCommand.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check 预审 '));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const check = (args: string[], stdin?: string) => runCommand(checkCommand, args, stdin);

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const faulty = `新玉峰村村规民约

第一条 为加强村民自治，制定本村规民约。
第二条 生活垃圾要倒入指定垃圾池，乱倒一次罚款五十元。
第三条 邻里和睦，互相帮助。
本村规民约自公布之日起施行。
`;
const lawful = `新玉峰村村规民约

第一条 坚持男女平等，铸牢中华民族共同体意识。
第二条 生活垃圾倒入指定垃圾池。
第三条 本村规民约自公布之日起施行。
`;

describe('check', () => {
  it('prints one JSON object a file with offsets that give the quote', async () => {
    const path = await file('村规.txt', faulty);
    const { status, out } = await check([path, '--json']);
    expect(status).toBe(1);
    const result = JSON.parse(out);
    expect(result).toMatchObject({ file: path, articles: 3 });
    expect(result.findings[0]).toEqual({
      rule: 'village-fine',
      severity: 'unlawful',
      article: 1,
      start: expect.any(Number),
      end: expect.any(Number),
      quote: expect.stringContaining('罚款'),
      message: expect.any(String),
      basis: expect.arrayContaining([{ law: '行政处罚法', article: '第十七条' }]),
      suggestion: expect.any(String),
    });
    const text = '生活垃圾要倒入指定垃圾池，乱倒一次罚款五十元。';
    expect(text.slice(result.findings[0].start, result.findings[0].end)).toBe(result.findings[0].quote);
  });

  it('names missing topics as findings on the whole document', async () => {
    const { out } = await check([await file('村规.txt', faulty), '--json']);
    expect(JSON.parse(out).findings.filter((finding: { part?: string }) => finding.part === 'document').map((finding: { rule: string }) => finding.rule)).toContain('theme-missing');
  });

  it('prints a Chinese report and ends with 0 where nothing is unlawful', async () => {
    const { status, out } = await check([await file('村规.txt', lawful)]);
    expect(status).toBe(0);
    expect(out).toContain('没有预审提示');
  });

  it('judges clauses one by one', async () => {
    const lines = ['{"id":"甲","text":"打架的罚款一百元。"}', '{"id":2,"text":"村委会不得罚款。"}'].join('\n');
    const { status, out } = await check(['--clauses', '-'], lines);
    const results = out.trim().split('\n').map((line) => JSON.parse(line));
    expect(status).toBe(1);
    expect(results.map(({ id, findings }) => [id, findings.length > 0])).toEqual([
      ['甲', true],
      [2, false],
    ]);
    expect(results[0].findings[0].article).toBe(0);
  });

  it.each([
    [['--xlsx', 'out.xlsx', 'a.txt'], '还不能写成表格'],
    [['--other', 'a.txt'], '没有 --other 这个选项'],
    [[], '用法'],
    [['没有.txt'], '没有这个文件'],
  ])('refuses %j with one Chinese sentence', async (args, sentence) => {
    const { status, out, errors } = await check(args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(errors).toContain(sentence);
    expect(errors.trim().split('\n')).toHaveLength(1);
  });

  it('names the line of a clause file that is not JSON', async () => {
    const { status, errors } = await check(['--clauses', '-'], '{"id":1,"text":"和睦"}\n{');
    expect(status).toBe(2);
    expect(errors).toContain('第 2 行');
  });

  it('goes on with the other files when one cannot be read', async () => {
    const { status, out } = await check(['没有.txt', await file('村规.txt', lawful), '--json']);
    expect(status).toBe(2);
    expect(JSON.parse(out).articles).toBe(3);
  });
});
