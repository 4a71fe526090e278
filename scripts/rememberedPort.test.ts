import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rememberedPort, rememberPort } from '#scripts/rememberedPort.ts';

describe('the port that a data folder was served on', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), '乡约 端口-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function listen(port: number) {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return { port: (server.address() as AddressInfo).port, close: () => new Promise((resolve) => server.close(resolve)) };
  }

  it('is any the first time', async () => {
    expect(await rememberedPort(folder)).toBe(0);
  });

  it('is the same again, and any when somebody else has it by now', async () => {
    const first = await listen(0);
    rememberPort(folder, `http://127.0.0.1:${first.port}`);
    expect(await rememberedPort(folder)).toBe(0);
    await first.close();
    expect(await rememberedPort(folder)).toBe(first.port);
  });

  it.each(['', 'abc', '80', '70000', '-1'])('is any when %j was written down', async (text) => {
    writeFileSync(join(folder, 'port'), text);
    expect(await rememberedPort(folder)).toBe(0);
  });
});
