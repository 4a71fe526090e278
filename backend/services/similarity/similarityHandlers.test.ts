import { createSafeClient } from '@orpc/client';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestBackend, identity, removeTestFolder, type TestBackend } from '#backend/testing/createTestBackend.ts';
import { plantedArticle, plantedDocument, reworded, seededNumbers } from '#core/comparison/similarity/plantedTexts.ts';
import { renderText } from '#core/document/renderText.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await createTestBackend();
  await backend.client.installation.register(identity('周明远', '云溪镇司法所', 'registrar'));
});
afterAll(async () => {
  await backend.close();
  removeTestFolder(backend.dataFolder);
  if (backend.bugs.length > 0) throw new Error(backend.bugs.join('\n'));
});

const random = seededNumbers(11);
const model = Array.from({ length: 12 }, () => plantedArticle(random, '甲乙村'));
const copyFor = (village: string) => model.map((article) => article.replaceAll('甲乙村', village));
const freshFor = (village: string) => Array.from({ length: 12 }, () => plantedArticle(random, village));
const fileOf = (village: string, articles: readonly string[]) => new File([renderText(plantedDocument(village, articles))], `${village}村规民约.txt`);
const create = (village: string, articles: readonly string[]) =>
  backend.client.conventions.create({ village, township: '云溪镇', kind: 'village', document: plantedDocument(village, articles) });

async function begin(): Promise<string> {
  return (await backend.client.similarity.begin()).runId;
}

describe('comparing many villages', () => {
  it('finds the copies among files, says what each village has of its own, and stores nothing', async () => {
    const runId = await begin();
    const own = plantedArticle(random, '松溪村');
    const edited = copyFor('松溪村').map((article, index) => (index < 3 ? reworded(random, article, 0.1) : article));
    const files = [fileOf('清溪村', copyFor('清溪村')), fileOf('望溪村', copyFor('望溪村')), fileOf('松溪村', [...edited, own]), fileOf('石塘村', freshFor('石塘村'))];
    for (const file of files) {
      expect(await backend.client.similarity.addFile({ runId, file, folder: '村规民约/云溪镇', isTemplate: false })).toEqual({ refusal: null });
    }
    const report = await backend.client.similarity.analyse({ runId });
    expect(report.texts.map(({ name, group }) => [name, group])).toEqual([['清溪村', 0], ['望溪村', 0], ['松溪村', 0], ['石塘村', null]]);
    expect(report.groups).toMatchObject([{ unchanged: 2 }]);
    expect(report.texts[2]).toMatchObject({ articles: 13, closest: { same: 9, near: 3 }, own: 1, template: null });
    expect(await backend.client.similarity.progress({ runId })).toEqual({ share: 1 });
    const { own: ownArticles } = await backend.client.similarity.articles({ runId, text: 2 });
    expect(ownArticles).toEqual([{ label: '第十三条', text: own }]);
    const table = await backend.client.similarity.table({ runId, refused: [{ name: '=坏.docx', reason: '文件已经损坏。' }] });
    const strings = new TextDecoder().decode(unzipSync(new Uint8Array(await table.arrayBuffer()))['xl/sharedStrings.xml'] ?? new Uint8Array());
    for (const expected of ['清溪村', '第 1 组', '雷同的组', own, "'=坏.docx"]) expect(strings).toContain(expected);
    const { comparison, oldName, samePlaceAside } = await backend.client.similarity.compare({ runId, old: 0, new: 2 });
    expect(oldName).toBe('清溪村');
    // Nine articles carry another village's name and nothing else.
    expect(samePlaceAside).toBe(9);
    expect(comparison.counts).toMatchObject({ edit: 12, insert: 1, delete: 0 });
    expect((await backend.client.conventions.list({ offset: 0, limit: 10, discarded: false })).total).toBe(0);
    await backend.client.similarity.end({ runId });
    const { error } = await createSafeClient(backend.client).similarity.progress({ runId });
    expect(error).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('holds the conventions of the application against a template and names the articles that are missing', async () => {
    const copied = await create('竹溪村', copyFor('竹溪村').slice(0, 9));
    await create('梅溪村', freshFor('梅溪村'));
    const runId = await begin();
    expect(await backend.client.similarity.addFile({ runId, file: fileOf('甲乙村', model), folder: '', isTemplate: true })).toEqual({ refusal: null });
    expect(await backend.client.similarity.addConventions({ runId, source: 'draft', offset: 0, limit: 200 })).toEqual({ total: 2, refused: [] });
    const report = await backend.client.similarity.analyse({ runId });
    expect(report.template).toBe(0);
    const village = report.texts.find(({ conventionId }) => conventionId === copied.conventionId);
    expect(village).toMatchObject({ place: '云溪镇', closest: null, template: { same: 9, near: 0, missing: 3 } });
    expect(report.groups).toEqual([]);
    const { missing } = await backend.client.similarity.articles({ runId, text: report.texts.findIndex(({ name }) => name === '竹溪村') });
    expect(missing.map(({ label }) => label)).toEqual(['第十条', '第十一条', '第十二条']);
  });

  it('leaves out what is not in force when only texts in force are asked for, and says so', async () => {
    const runId = await begin();
    const { total, refused } = await backend.client.similarity.addConventions({ runId, source: 'inForce', offset: 0, limit: 200 });
    expect(refused).toHaveLength(total);
    expect(refused[0]).toMatchObject({ refusal: 'notInForce' });
    const { error } = await createSafeClient(backend.client).similarity.analyse({ runId });
    expect(error).toMatchObject({ code: 'BAD_INPUT' });
  });

  it('takes the text that is in force, not the draft that was changed since', async () => {
    const { conventionId } = await create('桃源村', copyFor('桃源村'));
    await backend.client.priorAdoptions.register({
      conventionId, revision: 1, stage: 'published', meeting: null, adoptedOn: '2019-03-05', filedOn: null, filingNumber: '', filedWith: '', postedOn: null, place: '', scans: [],
    });
    const { revision } = await backend.client.drafts.get({ conventionId });
    await backend.client.drafts.save({ conventionId, baseRevision: revision, document: plantedDocument('桃源村', freshFor('桃源村')) });
    const sharedWithModel = async (source: 'inForce' | 'draft') => {
      const runId = await begin();
      await backend.client.similarity.addFile({ runId, file: fileOf('甲乙村', model), folder: '', isTemplate: true });
      await backend.client.similarity.addConventions({ runId, source, offset: 0, limit: 200 });
      const { texts } = await backend.client.similarity.analyse({ runId });
      return texts.find((text) => text.conventionId === conventionId)?.template?.same;
    };
    expect(await sharedWithModel('inForce')).toBe(12);
    expect(await sharedWithModel('draft')).toBe(0);
  });

  it('leaves the template out of the villages that are held against it', async () => {
    const { conventionId } = await create('荷花村', copyFor('荷花村'));
    const runId = await begin();
    await backend.client.similarity.addTemplate({ runId, conventionId });
    await backend.client.similarity.addConventions({ runId, source: 'draft', offset: 0, limit: 200 });
    const { texts, template } = await backend.client.similarity.analyse({ runId });
    expect(texts.filter((text) => text.conventionId === conventionId)).toHaveLength(1);
    expect(template).toBe(0);
  });

  it('refuses a file that is no convention and one that cannot be read, and goes on with the others', async () => {
    const runId = await begin();
    const notice = new File(['设备采购合同\n第一条 甲方向乙方采购水泵三台。\n第二条 货款分两次付清。'], '采购合同.txt');
    expect(await backend.client.similarity.addFile({ runId, file: notice, folder: '', isTemplate: false })).toEqual({ refusal: 'notConvention' });
    const { error } = await createSafeClient(backend.client).similarity.addFile({ runId, file: new File([], '空.docx'), folder: '', isTemplate: false });
    expect(error).toMatchObject({ code: 'FILE_EMPTY' });
    expect(await backend.client.similarity.addFile({ runId, file: fileOf('荷塘村', copyFor('荷塘村')), folder: '', isTemplate: false })).toEqual({ refusal: null });
  });

  it('stops when it is cancelled and can be asked again', async () => {
    const runId = await begin();
    for (const village of ['柳塘村', '莲塘村']) await backend.client.similarity.addFile({ runId, file: fileOf(village, copyFor(village)), folder: '', isTemplate: false });
    const controller = new AbortController();
    const cancelled = createSafeClient(backend.client).similarity.analyse({ runId }, { signal: controller.signal });
    controller.abort();
    expect((await cancelled).error).toMatchObject({ name: 'AbortError' });
    expect((await backend.client.similarity.analyse({ runId })).groups).toHaveLength(1);
  });
});
