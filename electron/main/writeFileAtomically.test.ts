import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFileAtomically } from '#electron/main/writeFileAtomically.ts';

describe('writeFileAtomically', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), '乡约 保存-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('replaces an existing file and leaves nothing beside it', async () => {
    const path = join(folder, '公约.txt');
    writeFileSync(path, '旧');
    await writeFileAtomically(path, new TextEncoder().encode('新'));
    expect(readFileSync(path, 'utf8')).toBe('新');
    expect(readdirSync(folder)).toEqual(['公约.txt']);
  });

  it('fails without a trace where the file cannot be put in place', async () => {
    const path = join(folder, '公约.txt');
    mkdirSync(join(path, '里面'), { recursive: true });
    await expect(writeFileAtomically(path, new Uint8Array(1))).rejects.toThrow(/rename/u);
    expect(readdirSync(folder)).toEqual(['公约.txt']);
  });
});
