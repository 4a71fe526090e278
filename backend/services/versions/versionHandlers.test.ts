import { ORPCError } from '@orpc/client';
import { afterEach, describe, expect, it } from 'vitest';
import { createTestBackend, identity, removeTestFolder, type TestBackend } from '#backend/testing/createTestBackend.ts';
import { article, conventionDocument } from '#core/document/documentBuilders.ts';
import type { ConventionDocument } from '#core/document/document.ts';
import { renderText } from '#core/document/renderText.ts';

const opened: TestBackend[] = [];
afterEach(async () => {
  for (const backend of opened.splice(0)) {
    await backend.close();
    removeTestFolder(backend.dataFolder);
    if (backend.bugs.length > 0) throw new Error(backend.bugs.join('\n'));
  }
});

async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ORPCError) return String(error.code);
    throw error;
  }
  return 'done';
}

const garbage = '垃圾应当分类投放到指定地点，不得乱倒乱扔。';
const dogs = '养犬应当拴养，外出牵绳，伤人的依法赔偿。';
const feasts = '红事新办，彩礼从简，宴席不超过十五桌。';

function doc(...texts: (string | undefined)[]): ConventionDocument {
  return conventionDocument('清溪村村规民约', texts.flatMap((text, index) => (text === undefined ? [] : [article(`a${index + 1}`, text)])));
}

async function office(document: ConventionDocument) {
  const backend = await createTestBackend();
  opened.push(backend);
  const { client } = backend;
  await client.installation.register(identity('陈秀兰', '清溪村村民委员会', 'drafter', 'registrar'));
  const { conventionId } = await client.conventions.create({ village: '清溪村', township: '枫林镇', kind: 'village', document });
  const save = async (next: ConventionDocument) => {
    const { revision } = await client.drafts.get({ conventionId });
    await client.drafts.save({ conventionId, baseRevision: revision, document: next });
  };
  const freeze = async (reason: string) => client.versions.freeze({ conventionId, revision: (await client.drafts.get({ conventionId })).revision, reason });
  const lines = async () => renderText((await client.drafts.get({ conventionId })).document).trim().split('\n').slice(1);
  const numbers = async () => (await client.versions.list({ conventionId })).map(({ number, reason }) => `${number} ${reason}`);
  /** Restores the row of the comparison that holds this old article, 0-based. */
  const restore = async (versionId: string, index: number) => {
    const { rows } = await client.versions.compare({ conventionId, oldVersionId: versionId });
    const row = rows.find(({ old }) => old.includes(index));
    return client.versions.restoreArticles({
      versionId,
      articleIds: row?.oldArticles.map(({ id }) => id) ?? [],
      replaced: row?.newArticles.map(({ id, text }) => ({ id, text })) ?? [],
    });
  };
  return { client, conventionId, save, freeze, lines, numbers, restore };
}

describe('an article of an old version put back into the draft', () => {
  it('changes that article alone, and the draft it was put into is kept as a version', async () => {
    const { save, freeze, lines, numbers, restore } = await office(doc(garbage, dogs));
    const first = await freeze('征求意见稿');
    await save(doc(`${garbage}违者批评教育。`, `${dogs}按规定免疫。`));
    expect(await restore(first.id, 1)).toMatchObject({ keptAs: 2 });
    expect(await lines()).toEqual([`第一条　${garbage}违者批评教育。`, `第二条　${dogs}`]);
    expect(await numbers()).toEqual(['2 恢复第 1 版条文之前的草案', '1 征求意见稿']);
  });

  it('makes no further version while what it replaces stands in one already', async () => {
    const { save, freeze, lines, numbers, restore } = await office(doc(garbage, dogs));
    const first = await freeze('征求意见稿');
    await save(doc(`${garbage}违者批评教育。`, `${dogs}按规定免疫。`));
    await restore(first.id, 1);
    expect(await restore(first.id, 0)).toMatchObject({ keptAs: null });
    expect(await lines()).toEqual([`第一条　${garbage}`, `第二条　${dogs}`]);
    expect(await numbers()).toHaveLength(2);
  });

  it('comes back where it stood when it was deleted, without a version, since nothing is replaced', async () => {
    const { save, freeze, lines, restore } = await office(doc(garbage, dogs, feasts));
    const first = await freeze('征求意见稿');
    await save(doc(garbage, undefined, feasts));
    expect(await restore(first.id, 1)).toMatchObject({ keptAs: null });
    expect(await lines()).toEqual([`第一条　${garbage}`, `第二条　${dogs}`, `第三条　${feasts}`]);
  });

  it('is refused when the draft says something else by now, and changes nothing', async () => {
    const { client, conventionId, save, freeze, lines } = await office(doc(garbage, dogs));
    const first = await freeze('征求意见稿');
    await save(doc(garbage, `${dogs}按规定免疫。`));
    const { rows } = await client.versions.compare({ conventionId, oldVersionId: first.id });
    const row = rows.find(({ op }) => op === 'edit');
    await save(doc(garbage, `${dogs}按规定登记。`));
    const call = client.versions.restoreArticles({
      versionId: first.id,
      articleIds: ['a2'],
      replaced: row?.newArticles.map(({ id, text }) => ({ id, text })) ?? [],
    });
    expect(await codeOf(call)).toBe('CONFLICT');
    expect((await lines())[1]).toBe(`第二条　${dogs}按规定登记。`);
  });
});

describe('a whole version put back', () => {
  it('becomes the draft, the draft before it is kept, and the version itself stays as it is', async () => {
    const { client, save, freeze, lines, numbers } = await office(doc(garbage, dogs));
    const first = await freeze('征求意见稿');
    await save(doc(garbage, feasts));
    await client.versions.restore({ versionId: first.id });
    expect(await lines()).toEqual([`第一条　${garbage}`, `第二条　${dogs}`]);
    expect(await numbers()).toEqual(['2 换回第 1 版之前的草案', '1 征求意见稿']);
    const { document, contentHash } = await client.versions.get({ versionId: first.id });
    expect({ document, contentHash }).toEqual({ document: doc(garbage, dogs), contentHash: first.contentHash });
  });
});

describe('how much a version changed', () => {
  it('is told against the version before it, for the draft against the newest, and not at all for the first', async () => {
    const { client, conventionId, save, freeze } = await office(doc(garbage, dogs));
    const first = await freeze('征求意见稿');
    await save(doc(garbage, dogs, feasts));
    const second = await freeze('送审稿');
    await save(doc(garbage, dogs));
    expect(await client.versions.measure({ conventionId, versionId: first.id })).toBeNull();
    expect(await client.versions.measure({ conventionId, versionId: second.id })).toMatchObject({
      against: 1,
      changes: { inserted: 1, deleted: 0, charactersAdded: feasts.length },
    });
    expect(await client.versions.measure({ conventionId })).toMatchObject({ against: 2, changes: { inserted: 0, deleted: 1 } });
  });

  it('is told of two texts that are kept nowhere', async () => {
    const { client } = await office(doc(garbage));
    const { counts } = await client.versions.compareTexts({ old: doc(garbage, dogs), new: doc(garbage) });
    expect(counts).toMatchObject({ same: 1, delete: 1 });
  });
});

describe('what became of a version', () => {
  it('stands with it in the order in which it happened', async () => {
    const { client, conventionId, freeze } = await office(doc(garbage, dogs));
    const first = await freeze('征求意见稿');
    expect(await client.versions.marks({ conventionId })).toEqual([]);
    await client.workflow.perform({ conventionId, action: 'startConsultation', note: '' });
    await client.workflow.perform({ conventionId, action: 'submitForScreening', note: '' });
    await client.submissions.create({ conventionId, versionId: first.id, reviewingOffice: '枫林镇司法所', deadline: '2026-12-31', note: '' });
    const marks = await client.versions.marks({ conventionId });
    expect(marks).toMatchObject([{ versionId: first.id, marks: [{ kind: 'submission', round: 1, office: '枫林镇司法所' }] }]);
  });

  it('tells of a text that was in force before what was registered last', async () => {
    const { client, conventionId } = await office(doc(garbage, dogs));
    const facts = { stage: 'published', meeting: 'assembly', filedOn: '2019-03-12', filingNumber: '枫备〔2019〕8号', filedWith: '', postedOn: '2019-03-15', place: '公开栏' } as const;
    const revisionOf = async () => (await client.drafts.get({ conventionId })).revision;
    await client.priorAdoptions.register({ conventionId, ...facts, scans: [], adoptedOn: '2019-03-01', revision: await revisionOf() });
    await client.priorAdoptions.register({ conventionId, ...facts, scans: [], adoptedOn: '2019-03-05', revision: await revisionOf() });
    const [only, ...others] = await client.versions.marks({ conventionId });
    expect(others).toEqual([]);
    expect(only?.marks).toMatchObject([
      { kind: 'vote', at: '2019-03-05', passed: true },
      { kind: 'filing', at: '2019-03-12', filingNumber: '枫备〔2019〕8号' },
      { kind: 'publication', at: '2019-03-15', place: '公开栏' },
      { kind: 'registration' },
    ]);
  });
});
