import { createHash } from 'node:crypto';
import { link, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { samplePrints } from '#backend/documents/export/samplePrints.ts';
import { convertCommand } from '#cli/convert.ts';
import { contentHash } from '#core/document/contentHash.ts';
import { documentSchema } from '#core/document/document.ts';
import { renderText } from '#core/document/renderText.ts';

const { document } = samplePrints.convention;
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'convert 转换 '));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function convert(args: string[], stdin: Uint8Array = new Uint8Array()): Promise<{ status: number; errors: string; out: string }> {
  let errors = '';
  let out = '';
  const io = {
    stdin: async () => stdin,
    write: (text: string) => {
      out += text;
    },
    writeError: (text: string) => {
      errors += text;
    },
  };
  const status = await convertCommand(args, io);
  return { status, errors, out };
}

function at(name: string): string {
  return join(folder, name);
}

describe('convertCommand', () => {
  it('writes a text whose SHA-256 is the content hash', async () => {
    await writeFile(at('in.json'), JSON.stringify(document));
    expect(await convert([at('in.json'), at('out.txt')])).toEqual({ status: 0, errors: '', out: '' });
    expect(createHash('sha256').update(await readFile(at('out.txt'))).digest('hex')).toBe(contentHash(document).sha256);
  });

  it.each(['.txt', '.docx', '.md'])('keeps the words on the way through %s and back', async (extension) => {
    await writeFile(at('in.json'), JSON.stringify(document));
    expect((await convert([at('in.json'), at(`middle${extension}`)])).status).toBe(0);
    expect(await convert([at(`middle${extension}`), at('out.json')])).toMatchObject({ status: 0, out: '' });
    const back = documentSchema.parse(JSON.parse(await readFile(at('out.json'), 'utf8')));
    // An empty cell at the end of a row is white space at the end of a line.
    expect(renderText(back).replace(/\t+$/gmu, '')).toBe(renderText(document).replace(/\t+$/gmu, ''));
  });

  it('writes a PDF', async () => {
    await writeFile(at('in.json'), JSON.stringify(document));
    expect((await convert([at('in.json'), at('out.pdf')])).status).toBe(0);
    expect((await readFile(at('out.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('reads standard input for -', async () => {
    const result = await convert(['-', at('out.txt')], new TextEncoder().encode(JSON.stringify(document)));
    expect(result.status).toBe(0);
    expect(await readFile(at('out.txt'), 'utf8')).toBe(renderText(document));
  });

  it('replaces an earlier output and leaves no other file', async () => {
    await writeFile(at('in.json'), JSON.stringify(document));
    await writeFile(at('out.txt'), '旧的');
    expect((await convert([at('in.json'), at('out.txt')])).status).toBe(0);
    expect((await readdir(folder)).toSorted()).toEqual(['in.json', 'out.txt']);
  });

  it('does not write over its input, under whatever name', async () => {
    const text = JSON.stringify(document);
    await writeFile(at('in.json'), text);
    await link(at('in.json'), at('same.json'));
    for (const output of ['in.json', 'same.json', './in.json']) {
      const result = await convert([at('in.json'), at(output)]);
      expect(result).toEqual({ status: 2, errors: `${at(output)}：输出文件就是输入文件，没有写入，换一个文件名再试。\n`, out: '' });
    }
    expect(await readFile(at('in.json'), 'utf8')).toBe(text);
  });

  it.each([
    [[], '用法：'],
    [['缺.txt', 'out.pdf'], '没有这个文件'],
    [['坏.json', 'out.pdf'], '不是完整的 JSON 文件'],
    [['别.json', 'out.pdf'], '不是乡约的文本结构'],
    [['空.json', 'out.pdf'], '这个文件是空的'],
    [['别.json', 'out.ofd'], '不能写成这种文件'],
    [['好.json', '缺/out.txt'], '所在的文件夹不存在'],
    [['坏.xiangyue', 'out.txt'], '送审包不完整'],
  ])('ends %j with status 2 and one sentence', async (names, sentence) => {
    await writeFile(at('坏.json'), '{"type":');
    await writeFile(at('别.json'), '{"type":"document"}');
    await writeFile(at('空.json'), '');
    await writeFile(at('好.json'), JSON.stringify(document));
    await writeFile(at('坏.xiangyue'), 'PK');
    const before = await readdir(folder);
    const result = await convert(names.map(at));
    expect(result.status).toBe(2);
    expect(result.errors).toContain(sentence);
    expect(result.errors.trimEnd().split('\n')).toHaveLength(1);
    expect(await readdir(folder)).toEqual(before);
  });
});
