import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { submissionParts } from '#backend/exchange/packagePayload.ts';
import { sealPackage } from '#backend/exchange/sealPackage.ts';
import { createSigningKey, fingerprint } from '#backend/exchange/signingKey.ts';
import { verifyCommand } from '#cli/verify.ts';
import { contentHash } from '#core/document/contentHash.ts';
import { parseConvention } from '#core/document/parseConvention.ts';
import { verificationCode } from '#core/document/verificationCode.ts';

const folder = mkdtempSync(join(tmpdir(), '乡约 核对-'));
afterAll(() => rmSync(folder, { recursive: true }));

let counter = 0;
const { document } = parseConvention('溪口村村规民约\n第一条 爱护公物。\n第二条 邻里和睦。\n', {
  newId: () => {
    counter += 1;
    return `a${counter}`;
  },
});
const hash = contentHash(document).sha256;
const key = createSigningKey();
const sealed = sealPackage({
  kind: 'submission',
  id: 'p1',
  createdAt: '2026-11-24T02:00:00.000Z',
  sender: { person: '陈秀兰', office: '溪口村村民委员会', publicKey: key.publicKey },
  privateKey: key.privateKey,
  parts: submissionParts({
    submissionId: 's1',
    conventionId: 'c1',
    kind: 'village',
    village: '溪口村',
    township: '云溪镇',
    versionNumber: 2,
    round: 1,
    reviewingOffice: '云溪司法所',
    deadline: '2026-12-01',
    note: '',
    renderFormat: 1,
    contentHash: hash,
    document,
    comments: [],
    findings: [],
    answers: [],
  }),
});

async function verify(path: string, stdin: Uint8Array = new Uint8Array()) {
  const out: string[] = [];
  const errors: string[] = [];
  const status = await verifyCommand([path], {
    stdin: async () => stdin,
    write: (text) => out.push(text),
    writeError: (text) => errors.push(text),
  });
  return { status, out: out.join(''), errors: errors.join('') };
}

describe('verify', () => {
  it('tells who signed what, and the code on the print', async () => {
    const { status, out } = await verify('-', sealed);
    expect(status).toBe(0);
    expect(out).toContain('溪口村村民委员会 陈秀兰');
    expect(out).toContain(fingerprint(key.publicKey));
    expect(out).toContain(verificationCode(hash));
    expect(out).toContain('时间：2026年11月24日 10:00（北京时间）');
  });

  it('ends with 1 for a package that was touched', async () => {
    const path = join(folder, '改过.xiangyue');
    const touched = new Uint8Array(sealed);
    const middle = Math.floor(touched.length / 2);
    touched[middle] = (touched[middle] ?? 0) ^ 1;
    writeFileSync(path, touched);
    const { status, out, errors } = await verify(path);
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(errors).toMatch(/^.*改过\.xiangyue：校验没有通过：送审包.*\n$/u);
    expect(errors).not.toContain('导入');
  });

  it.each([
    ['an empty file', new Uint8Array(), '-：这个文件是空的。\n'],
    ['a text', new TextEncoder().encode('第一条 爱护公物。'), '-：这个文件不是送审包。送审包是乡约导出的 .xiangyue 文件。\n'],
    ['another ZIP', zipSync({ 'word/document.xml': new Uint8Array(3) }), '-：这个文件不是送审包。送审包是乡约导出的 .xiangyue 文件。\n'],
  ])('ends with 2 for %s', async (_, bytes, errors) => {
    expect(await verify('-', bytes)).toEqual({ status: 2, out: '', errors });
  });

  it('ends with 1 for a package that was cut off', async () => {
    expect(await verify('-', sealed.subarray(0, sealed.length - 40))).toMatchObject({ status: 1, errors: expect.stringContaining('不完整') });
  });

  it('ends with 2 for a file that is not there', async () => {
    expect(await verify(join(folder, '没有'))).toMatchObject({ status: 2, errors: expect.stringContaining('没有这个文件') });
  });
});
