import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient, createSafeClient, ORPCError } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCHandler } from '@orpc/server/message-port';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rpcOptions } from '#backend/hosting/rpcOptions.ts';
import { createTestBackend, identity, removeTestFolder, type TestBackend } from '#backend/testing/createTestBackend.ts';
import { testDocument } from '#backend/testing/openTestOffice.ts';
import type { ContractClient } from '#contract/contract.ts';
import { errorText } from '#contract/errorTexts.ts';
import { applicationOf } from '#server/applicationOf.ts';
import { startServer } from '#server/startServer.ts';
import type { ErrorCode } from '#core/errors.ts';
import type { Role } from '#core/workflow/workflow.ts';

type Link = { client: ContractClient; close(): Promise<void> };

async function overHttp({ backend }: TestBackend): Promise<Link> {
  const server = await startServer({ application: applicationOf(backend), rendererFolder: import.meta.dirname, port: 0 });
  const entered = await fetch(server.url, { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const link = new HttpLink({ url: `${server.origin}/rpc`, headers: { cookie, origin: server.origin } });
  return { client: createORPCClient(link), close: server.close };
}

async function overPort({ backend }: TestBackend): Promise<Link> {
  const { port1, port2 } = new MessageChannel();
  new RPCHandler(backend.router, rpcOptions).upgrade(port1, { context: backend.context() });
  port1.start();
  const client: ContractClient = createORPCClient(new PortLink({ port: port2 }));
  port2.start();
  return {
    client,
    async close() {
      port1.close();
      port2.close();
    },
  };
}

const transports = { HTTP: overHttp, 'a message port': overPort };

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function connect(open: (backend: TestBackend) => Promise<Link>, ...roles: Role[]) {
  const backend = await createTestBackend();
  closing.push(async () => {
    await backend.close();
    removeTestFolder(backend.dataFolder);
  });
  const link = await open(backend);
  closing.push(link.close);
  if (roles.length > 0) await backend.client.installation.register(identity('陈秀兰', '溪口村村民委员会', ...roles));
  return { backend, client: link.client };
}

const text = (words: string) => [{ type: 'paragraph', content: [{ type: 'text', text: words }] }];
const article = (id: string, content: unknown[] = text('爱护公共财物。')) => ({ type: 'article', attrs: { id }, content });
const document = (...content: unknown[]) => ({
  type: 'document',
  attrs: { numberingStyle: 'article', numberingScope: 'document' },
  content: [{ type: 'title', content: [{ type: 'text', text: '溪口村村规民约' }] }, ...content],
});

/** Three levels of items: the contract knows two. */
const subitemList = (content: unknown[]) => ({ type: 'subitemList', attrs: { marker: 'arabic' }, content: [{ type: 'subitem', attrs: { id: 's' }, content }] });
const threeLevels = {
  type: 'itemList',
  attrs: { marker: 'chinese' },
  content: [{ type: 'item', attrs: { id: 'i' }, content: [...text('一级'), subitemList([...text('二级'), subitemList(text('三级'))])] }],
};

const place = { village: '溪口村', township: '云溪镇', kind: 'village' };
const page = { offset: 0, limit: 10, discarded: false };
const comment = { conventionId: 'c', channel: 'box', person: '', articleId: null, words: '路灯坏了。', receivedOn: '2026-11-20' };

const prior = {
  conventionId: 'c', revision: 1, stage: 'published', meeting: null, adoptedOn: null, filedOn: null, filingNumber: '', filedWith: '', postedOn: null, place: '', scans: [],
};

const reason = { conventionId: 'c', place: 'a', kind: 'drafter', sourceId: '', reason: '于法无据。', basis: '', origin: '' };

type Case = { name: string; call: string; input: unknown; code: ErrorCode; detail: string };
const wrong = (name: string, call: string, input: unknown, code: ErrorCode, detail: string): Case => ({ name, call, input, code, detail });
const format = '内容的格式不对';
const tooLong = '内容太长，或数字太大';
const tooSmall = '有必填的空没有填，或数字太小';

/** For a drafter whose backend holds nothing yet. */
const refusedCalls: Case[] = [
  wrong('a field that the contract does not know', 'conventions.get', { conventionId: 'c', colour: 'red' }, 'BAD_INPUT', format),
  wrong('an actor named by the caller', 'conventions.get', { conventionId: 'c', actor: 'administrator' }, 'BAD_INPUT', format),
  wrong('roles named by the caller', 'drafts.save', { conventionId: 'c', baseRevision: 1, document: document(article('a')), roles: ['administrator'] }, 'BAD_INPUT', format),
  wrong('nothing at all', 'conventions.get', undefined, 'BAD_INPUT', format),
  wrong('words beyond the limit', 'comments.add', { ...comment, words: '长'.repeat(5_001) }, 'BAD_INPUT', tooLong),
  wrong('no words', 'comments.add', { ...comment, words: ' 　' }, 'BAD_INPUT', tooSmall),
  wrong('a channel that does not exist', 'comments.add', { ...comment, channel: 'pigeon' }, 'BAD_INPUT', format),
  wrong('a day that does not exist', 'comments.add', { ...comment, receivedOn: '2026-02-30' }, 'BAD_INPUT', format),
  wrong('a negative offset', 'conventions.list', { ...page, offset: -1 }, 'BAD_INPUT', tooSmall),
  wrong('a page of ten thousand', 'conventions.list', { ...page, limit: 10_000 }, 'BAD_INPUT', tooLong),
  wrong('a document with two titles', 'conventions.create', { ...place, document: document({ type: 'title' }, article('a')) }, 'BAD_INPUT', format),
  wrong('a document with an id used twice', 'conventions.create', { ...place, document: document(article('a'), article('a')) }, 'BAD_INPUT', format),
  wrong('three levels of items', 'conventions.create', { ...place, document: document(article('a', [...text('如下：'), threeLevels])) }, 'BAD_INPUT', format),
  wrong('no file where a file belongs', 'packages.inspect', { file: 'C:\\送审.xiangyue' }, 'BAD_INPUT', format),
  wrong('a convention that does not exist', 'conventions.get', { conventionId: 'c' }, 'NOT_FOUND', '这份村规民约'),
  wrong('a draft that does not exist', 'drafts.get', { conventionId: 'c' }, 'NOT_FOUND', '这份村规民约的草案'),
  wrong('a version that does not exist', 'versions.get', { versionId: 'v' }, 'NOT_FOUND', '这个版本'),
  wrong('a comment on a convention that does not exist', 'comments.add', comment, 'NOT_FOUND', '这份村规民约'),
  wrong('a review that does not exist', 'reviews.get', { reviewId: 'r' }, 'NOT_FOUND', '这次审查'),
  wrong('a kept file that does not exist', 'conventions.create', { ...place, attachment: 'a'.repeat(64) }, 'NOT_FOUND', '导入的原件'),
  wrong('a backup outside the folder', 'backups.restore', { name: '../xiangyue.sqlite' }, 'NOT_FOUND', '这份备份'),
  wrong('a registration in a stage that nothing is registered in', 'priorAdoptions.register', { ...prior, stage: 'voting' }, 'BAD_INPUT', format),
  wrong('a registration with thirteen scans', 'priorAdoptions.register', { ...prior, scans: Array.from({ length: 13 }, () => ({ kind: 'voteRecord', sha256: 'a'.repeat(64) })) }, 'BAD_INPUT', tooLong),
  wrong('a vote of the future', 'priorAdoptions.register', { ...prior, adoptedOn: '2026-11-25' }, 'BAD_INPUT', '表决日期不能在今天以后'),
  wrong('a filing before the vote', 'priorAdoptions.register', { ...prior, adoptedOn: '2019-03-05', filedOn: '2019-03-04' }, 'BAD_INPUT', '备案日期不能早于表决日期'),
  wrong('a scan that is no scan', 'priorAdoptions.register', { ...prior, scans: [{ kind: 'voteRecord', file: new File(['会议记录'], '记录.jpg') }] }, 'BAD_INPUT', '“记录.jpg”不是 PDF 或图片'),
  wrong('a registration of a convention that does not exist', 'priorAdoptions.register', prior, 'NOT_FOUND', '这份村规民约'),
  wrong('a scan that does not exist', 'priorAdoptions.scan', { conventionId: 'c', sha256: 'a'.repeat(64) }, 'NOT_FOUND', '这份扫描件'),
  wrong('a reason for a place without a name', 'comparisons.addReason', { ...reason, place: '' }, 'BAD_INPUT', tooSmall),
  wrong('a reason from a source that does not exist', 'comparisons.addReason', { ...reason, kind: 'rumour' }, 'BAD_INPUT', format),
  wrong('a table of changes of a convention that does not exist', 'comparisons.table', { conventionId: 'c', format: 'pdf', hasSource: true, showUnchanged: false, deletions: 'struck' }, 'NOT_FOUND', '这份村规民约的草案'),
  wrong('a table of changes in a format that it does not have', 'comparisons.table', { conventionId: 'c', format: 'doc', hasSource: true, showUnchanged: false, deletions: 'struck' }, 'BAD_INPUT', format),
  wrong('a comparison of villages that is gone', 'similarity.analyse', { runId: 'r' }, 'NOT_FOUND', '这次雷同比对的结果'),
  wrong('a source of texts that does not exist', 'similarity.addConventions', { runId: 'r', source: 'bin', offset: 0, limit: 10 }, 'BAD_INPUT', format),
  wrong('a text of a negative number', 'similarity.compare', { runId: 'r', old: -1, new: 0 }, 'BAD_INPUT', tooSmall),
  wrong('a procedure that does not exist', 'conventions.destroy', { conventionId: 'c' }, 'NOT_FOUND', '这个操作'),
  wrong('a name that every object has', 'constructor', {}, 'NOT_FOUND', '这个操作'),
  wrong('a step of another office', 'reviews.issue', { reviewId: 'r' }, 'NOT_ALLOWED', '这一步由审查岗位办理'),
];

/** Calls a procedure by name with whatever input, as a page that does not keep to the types could. */
async function refusal(client: ContractClient, call: string, input: unknown) {
  let target: unknown = client;
  for (const name of call.split('.')) target = Reflect.get(Object(target), name);
  if (typeof target !== 'function') throw new Error(`No ${call}`);
  try {
    await Reflect.apply(target, undefined, [input]);
  } catch (error) {
    if (error instanceof ORPCError) return { code: String(error.code), message: error.message, status: error.status };
    throw error;
  }
  return undefined;
}

const installationSchema = z.object({ public_key: z.string(), private_key: z.string() });

describe.each(Object.entries(transports))('over %s', (_name, open) => {
  it('files, instants and Chinese text go both ways unchanged', async () => {
    const { client } = await connect(open, 'drafter');
    const words = '溪口村村规民约\n第一条 爱护“公共财物”，𠮷家坪的也一样。\n第二条 不乱倒垃圾。\n';
    const preview = await client.imports.preview({ file: new File([words], '溪口村 旧公约（二）.txt') });
    expect(preview.source).toBe(words);
    expect(preview.attachment).toMatch(/^[0-9a-f]{64}$/u);
    const { conventionId } = await client.conventions.create({ village: '溪口村', township: '云溪镇', kind: 'village', document: preview.document });
    const draft = await client.drafts.get({ conventionId });
    expect(draft).toEqual({ document: preview.document, revision: 1, savedAt: '2026-11-24T02:00:00.000Z', suggestions: [], fileComments: [] });
    const file = await client.documents.convention({ conventionId, format: 'txt' });
    expect(file.name).toBe('溪口村村规民约（草案）.txt');
    expect(file.type).toContain('text/plain');
    expect(await file.text()).toContain('第一条　爱护“公共财物”，𠮷家坪的也一样。');
    const pdf = await client.documents.convention({ conventionId, format: 'pdf' });
    expect(new TextDecoder('latin1').decode(new Uint8Array(await pdf.arrayBuffer()).subarray(0, 5))).toBe('%PDF-');
  });

  it.each(refusedCalls)('$name is refused as $code with its Chinese sentence', async ({ call, input, code, detail }) => {
    const { backend, client } = await connect(open, 'drafter');
    expect(await refusal(client, call, input)).toMatchObject({ code, message: errorText(code, detail) });
    expect(backend.bugs).toEqual([]);
    expect(await client.conventions.list(page)).toEqual({ total: 0, conventions: [] });
  });

  it('scans of stamped papers go in with a registration and come back unchanged', async () => {
    const { client } = await connect(open, 'registrar');
    const { conventionId } = await client.conventions.create({ village: '溪口村', township: '云溪镇', kind: 'village', document: (await client.imports.preview({ pasted: '溪口村村规民约\n第一条 爱护公物。' })).document });
    const bytes = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2, 250]);
    const scans = [
      { kind: 'voteRecord' as const, file: new File(['%PDF-1.7\n会议记录'], '会议记录（二〇一九）.pdf') },
      { kind: 'publicationPhoto' as const, file: new File([bytes], '公开栏.jpg') },
    ];
    await client.priorAdoptions.register({ conventionId, revision: 1, stage: 'published', meeting: null, adoptedOn: '2019-03-05', filedOn: null, filingNumber: '', filedWith: '', postedOn: null, place: '', scans });
    const kept = (await client.priorAdoptions.get({ conventionId }))?.scans ?? [];
    expect(kept.map(({ kind, name, mediaType }) => [kind, name, mediaType])).toEqual([
      ['voteRecord', '会议记录（二〇一九）.pdf', 'application/pdf'],
      ['publicationPhoto', '公开栏.jpg', 'image/jpeg'],
    ]);
    const back = await client.priorAdoptions.scan({ conventionId, sha256: kept[1]?.sha256 ?? '' });
    expect([back.name, back.type, new Uint8Array(await back.arrayBuffer())]).toEqual(['公开栏.jpg', 'image/jpeg', bytes]);
  });

  it('reasons of a change, its table and its statement go both ways', async () => {
    const { client } = await connect(open, 'drafter');
    const { conventionId } = await client.conventions.create({ village: '溪口村', township: '云溪镇', kind: 'village', document: testDocument('溪口村村规民约', '乱倒垃圾的，罚款五十元。') });
    const { id: oldVersionId } = await client.versions.freeze({ conventionId, revision: 1, reason: '第一稿' });
    await client.drafts.save({ conventionId, baseRevision: 1, document: testDocument('溪口村村规民约', '乱倒垃圾的，批评教育。') });
    const pair = { conventionId, oldVersionId };
    const written = await client.comparisons.addReason({ ...pair, place: 'article-1', kind: 'drafter', sourceId: '', reason: '村委会无权罚款。', basis: '《行政处罚法》第十七条', origin: '' });
    expect(await client.comparisons.reasons(pair)).toMatchObject({ reasons: [written], refusal: null });
    const table = await client.comparisons.table({ ...pair, format: 'xlsx', hasSource: true, showUnchanged: false, deletions: 'struck' });
    expect(table.name).toBe('溪口村村规民约条文对照表.xlsx');
    expect([...new Uint8Array(await table.arrayBuffer()).subarray(0, 2)]).toEqual([0x50, 0x4b]);
    const { text } = await client.comparisons.statement(pair);
    expect(text).toContain('修改第一条，理由是村委会无权罚款，依据是《行政处罚法》第十七条。');
    expect(await client.comparisons.saveStatement({ ...pair, text, revision: 0 })).toMatchObject({ revision: 1, savedAt: '2026-11-24T02:00:00.000Z' });
  });

  it('nothing but the welcome is answered before somebody is registered', async () => {
    const { client } = await connect(open);
    expect((await client.installation.status()).installation).toBeNull();
    for (const [call, input] of [['conventions.list', page], ['backups.create', undefined], ['legality.rules', undefined]] as const) {
      expect(await refusal(client, call, input)).toMatchObject({ code: 'NOT_REGISTERED', message: errorText('NOT_REGISTERED') });
    }
  });

  it('a file of 25 megabytes is refused as too large and leaves nothing behind', async () => {
    const { backend, client } = await connect(open, 'drafter');
    const { error } = await createSafeClient(client).imports.preview({ file: new File([new Uint8Array(25 * 1024 * 1024)], '旧公约.docx') });
    expect(error).toMatchObject({ code: 'FILE_TOO_LARGE', message: errorText('FILE_TOO_LARGE', '超过 20 兆') });
    const sqlite = new Database(join(backend.dataFolder, 'xiangyue.sqlite'), { readonly: true });
    expect(sqlite.prepare('SELECT * FROM attachment').all()).toEqual([]);
    sqlite.close();
  });

  it('a bug is logged under the reference that the person sees, and neither SQL nor a stack leaves the backend', async () => {
    const { backend, client } = await connect(open, 'drafter');
    const sqlite = new Database(join(backend.dataFolder, 'xiangyue.sqlite'));
    sqlite.pragma('foreign_keys = OFF');
    sqlite.exec('DROP TABLE comment');
    sqlite.close();
    const { conventionId } = await client.conventions.create({ village: '溪口村', township: '云溪镇', kind: 'village' });
    const { error } = await createSafeClient(client).comments.list({ conventionId });
    if (!(error instanceof ORPCError)) throw new Error('No error arrived');
    const reference = /（编号 ([0-9A-F]{8})）/u.exec(error.message)?.[1] ?? '';
    expect(error.code).toBe('INTERNAL_SERVER_ERROR');
    expect(JSON.stringify(error.toJSON())).not.toMatch(/select|comment|sqlite|\.ts|at /iu);
    expect(backend.bugs).toHaveLength(1);
    expect(backend.bugs[0]).toContain(reference);
    expect(backend.bugs[0]).toContain('no such table');
  });

  it('the key that signs packages never leaves the backend', async () => {
    const { backend, client } = await connect(open, 'drafter');
    const sqlite = new Database(join(backend.dataFolder, 'xiangyue.sqlite'), { readonly: true });
    const key = installationSchema.parse(sqlite.prepare('SELECT public_key, private_key FROM installation').get());
    sqlite.close();
    const status = JSON.stringify(await client.installation.status());
    expect(status).toContain(key.public_key);
    expect(status).not.toContain(key.private_key);
  });

  it('a call that its caller gives up stops its work, and the next one is answered', async () => {
    const { backend, client } = await connect(open, 'drafter');
    const controller = new AbortController();
    const many = Array.from({ length: 9_000 }, (_, index) => `第${index + 1}条 爱护公共财物，损坏的照价赔偿。`).join('\n');
    const given = new File([`溪口村村规民约\n${many}`], '不要了.txt');
    const running = createSafeClient(client).imports.preview({ file: given }, { signal: controller.signal });
    await client.installation.status();
    controller.abort();
    expect((await running).error).toMatchObject({ name: 'AbortError' });
    const preview = await client.imports.preview({ file: new File(['溪口村村规民约\n第一条 爱护公共财物。'], '要的.txt') });
    expect(preview.document.content).toHaveLength(2);
    const sqlite = new Database(join(backend.dataFolder, 'xiangyue.sqlite'), { readonly: true });
    expect(sqlite.prepare('SELECT name FROM attachment').all()).toEqual([{ name: '要的.txt' }]);
    sqlite.close();
    expect(backend.bugs).toEqual([]);
  });

  it('a comparison of many villages is given up on request, goes on afterwards, and hands its workbook over', async () => {
    const { backend, client } = await connect(open, 'registrar');
    const { runId } = await client.similarity.begin();
    for (const village of ['清溪村', '望溪村', '石塘村']) {
      const rules = ['爱护公物', '讲究卫生', '尊老爱幼', '红白喜事从简'].map((rule, index) => `第${index + 1}条 ${village}村民要${rule}。`);
      const file = new File([`${village}村规民约\n${rules.join('\n')}\n`], `${village}村规民约.txt`);
      expect(await client.similarity.addFile({ runId, file, folder: '云溪镇', isTemplate: false })).toEqual({ refusal: null });
    }
    const controller = new AbortController();
    const running = createSafeClient(client).similarity.analyse({ runId }, { signal: controller.signal });
    controller.abort();
    expect((await running).error).toMatchObject({ name: 'AbortError' });
    expect((await client.similarity.analyse({ runId })).groups).toMatchObject([{ unchanged: 3 }]);
    const table = await client.similarity.table({ runId, refused: [] });
    expect([table.name, new TextDecoder('latin1').decode(new Uint8Array(await table.arrayBuffer()).subarray(0, 2))]).toEqual(['雷同比对.xlsx', 'PK']);
    expect(backend.bugs).toEqual([]);
  });
});
