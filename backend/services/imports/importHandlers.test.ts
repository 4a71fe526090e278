import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createSafeClient } from '@orpc/client';
import Database from 'better-sqlite3';
import { zipSync, type Zippable } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildLegacyWord } from '#backend/documents/import/legacyWordFile.ts';
import { createTestBackend, identity, removeTestFolder, type TestBackend } from '#backend/testing/createTestBackend.ts';
import { errorText } from '#contract/errorTexts.ts';
import { limits } from '#contract/limits.ts';
import type { ErrorCode } from '#core/errors.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await createTestBackend();
  await backend.client.installation.register(identity('陈秀兰', '溪口村村民委员会', 'drafter'));
});
afterAll(async () => {
  await backend.close();
  removeTestFolder(backend.dataFolder);
  if (backend.bugs.length > 0) throw new Error(backend.bugs.join('\n'));
});

const encode = (text: string) => new TextEncoder().encode(text);
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const wordNamespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const body = `<w:document ${wordNamespace}><w:body>${paragraph('溪口村村规民约')}${paragraph('第一条 爱护公共财物。')}</w:body></w:document>`;

function docx(parts: Zippable = {}): Uint8Array {
  return zipSync({
    '[Content_Types].xml': encode('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': encode('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'),
    'word/document.xml': encode(body),
    ...parts,
  });
}

const whole = docx();
const flagsOfFirstEntry = Buffer.from(whole).indexOf(Buffer.from('504b0102', 'hex')) + 8;
const passworded = Uint8Array.from(whole);
passworded[flagsOfFirstEntry] = 1;

const damaged: [string, string, Uint8Array, ErrorCode][] = [
  ['an empty file', '旧公约.docx', new Uint8Array(), 'FILE_EMPTY'],
  ['a Word file with a password', '旧公约.docx', buildLegacyWord('甲', { streams: ['EncryptedPackage', 'EncryptionInfo'] }), 'FILE_ENCRYPTED'],
  ['a zip with a password', '旧公约.docx', passworded, 'FILE_ENCRYPTED'],
  ['a file that was cut off', '旧公约.docx', whole.subarray(0, Math.floor(whole.length * 0.6)), 'FILE_DAMAGED'],
  ['a picture that calls itself a Word file', '旧公约.docx', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'FILE_KIND_MISMATCH'],
  ['a kind that is not read', '旧公约.ofd', encode('OFD'), 'FILE_KIND_UNSUPPORTED'],
  ['a zip bomb', '旧公约.docx', docx({ 'word/media/image1.png': new Uint8Array(64 * 1024 * 1024) }), 'FILE_UNSAFE'],
  ['a path that climbs out', '旧公约.docx', docx({ '../../evil.xml': encode('x') }), 'FILE_UNSAFE'],
  ['a broken part', '旧公约.docx', docx({ 'word/document.xml': encode(`${body.slice(0, -30)}<`) }), 'FILE_DAMAGED'],
  ['a missing part', '旧公约.docx', zipSync({ '_rels/.rels': encode('<x/>'), 'word/styles.xml': encode('<x/>') }), 'FILE_DAMAGED'],
  ['no words', '旧公约.txt', encode(' \n\n　'), 'FILE_WITHOUT_TEXT'],
  ['bytes in no encoding', '旧公约.txt', Uint8Array.of(0x81, 0xff, 0x01, 0x02, 0x80, 0x81, 0xff), 'FILE_ENCODING_UNKNOWN'],
  ['more than the limit', '旧公约.docx', new Uint8Array(limits.importBytes + 1), 'FILE_TOO_LARGE'],
];

function leftBehind() {
  const sqlite = new Database(join(backend.dataFolder, 'xiangyue.sqlite'), { readonly: true });
  const count = (table: string) => sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  const folder = join(backend.dataFolder, '附件');
  const left = {
    conventions: count('convention'),
    attachments: count('attachment'),
    files: existsSync(folder) ? readdirSync(folder, { recursive: true }) : [],
  };
  sqlite.close();
  return left;
}

describe('an import', () => {
  it.each(damaged)('of %s says what is wrong, leaves nothing behind and spoils no other import', async (_what, name, bytes, code) => {
    const { error } = await createSafeClient(backend.client).imports.preview({ file: new File([new Uint8Array(bytes)], name) });
    expect(error).toMatchObject({ code });
    expect(error?.message).toMatch(/。$/u);
    expect(error?.message).not.toMatch(/undefined|Error|\{/u);
    expect(leftBehind()).toEqual({ conventions: 0, attachments: 0, files: [] });
    const next = await backend.client.imports.preview({ pasted: '溪口村村规民约\n第一条 爱护公共财物。' });
    expect(next.document.content).toHaveLength(2);
  });

  it('of pasted words keeps nothing until it is taken over', async () => {
    await backend.client.imports.preview({ pasted: '溪口村村规民约\n第一条 爱护公共财物。' });
    expect(leftBehind()).toEqual({ conventions: 0, attachments: 0, files: [] });
  });

  it('of a file with revisions lists them and reads the side that was chosen', async () => {
    const revised = `<w:document ${wordNamespace}><w:body>${paragraph('溪口村村规民约')}<w:p><w:r><w:t>第一条 爱护</w:t></w:r><w:del w:id="1" w:author="陈秀兰"><w:r><w:delText>集体</w:delText></w:r></w:del><w:ins w:id="2" w:author="陈秀兰"><w:r><w:t>公共</w:t></w:r></w:ins><w:r><w:t>财物。</w:t></w:r></w:p></w:body></w:document>`;
    const bytes = new Uint8Array(docx({ 'word/document.xml': encode(revised) }));
    const file = () => new File([bytes], '旧公约.docx');
    const first = await backend.client.imports.preview({ file: file() });
    expect(first.facts.revisions.map(({ kind, text, line }) => [kind, text, line])).toEqual([['deletion', '集体', 1], ['insertion', '公共', 1]]);
    expect(first.source).toContain('爱护公共财物');
    const rejected = await backend.client.imports.preview({ file: file(), revisions: 'reject' });
    expect(rejected.source).toContain('爱护集体财物');
  });

  it('of a text in two possible encodings shows both and reads the one that was chosen', async () => {
    const bytes = Uint8Array.from([0xba, 0xec, 0xb0, 0xd7, 0xcf, 0xb2, 0xca, 0xc2, 0xb4, 0xd3, 0xbc, 0xf2]);
    const file = () => new File([bytes], '旧公约.txt');
    const { facts, source } = await backend.client.imports.preview({ file: file() });
    expect(source).toBe('红白喜事从简');
    expect(facts.encodings.map(({ name, chosen }) => [name, chosen])).toEqual([['gb18030', true], ['big5', false]]);
    const other = await backend.client.imports.preview({ file: file(), encoding: 'big5' });
    expect(other.source).toBe(facts.encodings[1]?.sample);
  });

  it('of a pasted page reads what it shows', async () => {
    const pastedHtml = '<h1>溪口村村规民约</h1><ol><li>爱护公共财物。</li><li>讲究卫生。</li></ol>';
    const { source, document, attachment } = await backend.client.imports.preview({ pastedHtml });
    expect(source).toBe('溪口村村规民约\n1. 爱护公共财物。\n2. 讲究卫生。');
    expect(document.content).toHaveLength(3);
    expect(attachment).toBeNull();
  });

  it('of a whole file keeps the original under its hash, on the record, and once', async () => {
    const file = () => new File([new Uint8Array(whole)], '旧公约.docx');
    const first = await backend.client.imports.preview({ file: file() });
    const second = await backend.client.imports.preview({ file: file() });
    expect(second.attachment).toBe(first.attachment);
    expect(leftBehind()).toMatchObject({ conventions: 0, attachments: 3 });
    const actions = await backend.client.audit.list({ limit: 10 });
    expect(actions.map(({ action }) => action)).toContain('attachment.kept');
    expect((await backend.client.audit.verify()).brokenAt).toBeNull();
  });

  it('of words typed from a picture keeps the picture, and keeps no other file in its place', async () => {
    const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const before = leftBehind().attachments;
    const { attachment } = await backend.client.imports.keepOriginal({ file: new File([picture], '墙上的公约.png') });
    const { document } = await backend.client.imports.preview({ pasted: '溪口村村规民约\n第一条 爱护公共财物。' });
    const { conventionId } = await backend.client.conventions.create({ village: '溪口村', township: '云溪镇', kind: 'village', document, attachment });
    expect((await backend.client.conventions.get({ conventionId })).articleCount).toBe(1);
    const { error } = await createSafeClient(backend.client).imports.keepOriginal({ file: new File(['公约'], '公约.png') });
    expect(error).toMatchObject({ code: 'FILE_KIND_UNSUPPORTED' });
    expect(leftBehind().attachments).toBe(Number(before) + 1);
  });

  it('that takes too long is stopped, leaves nothing behind, and others are answered meanwhile', async () => {
    const hurried = await createTestBackend({ patience: { readConvention: 1 } });
    await hurried.client.installation.register(identity('陈秀兰', '溪口村村民委员会', 'drafter'));
    const reading = createSafeClient(hurried.client).imports.preview({ file: new File([new Uint8Array(whole)], '旧公约.docx') });
    const { total } = await hurried.client.conventions.list({ offset: 0, limit: 10, discarded: false });
    const { error } = await reading;
    expect(total).toBe(0);
    expect(error).toMatchObject({ code: 'FILE_TOO_SLOW', message: errorText('FILE_TOO_SLOW') });
    expect(existsSync(join(hurried.dataFolder, '附件'))).toBe(false);
    await hurried.close();
    removeTestFolder(hurried.dataFolder);
    expect(hurried.bugs).toEqual([]);
  });
});
