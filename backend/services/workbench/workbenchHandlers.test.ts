import { afterEach, describe, expect, it } from 'vitest';
import { createTestBackend, identity, removeTestFolder, type TestBackend } from '#backend/testing/createTestBackend.ts';
import type { ConventionDocument } from '#core/document/document.ts';

const opened: TestBackend[] = [];
afterEach(async () => {
  for (const backend of opened.splice(0)) {
    await backend.close();
    removeTestFolder(backend.dataFolder);
    if (backend.bugs.length > 0) throw new Error(backend.bugs.join('\n'));
  }
});

async function office(): Promise<TestBackend> {
  const backend = await createTestBackend();
  opened.push(backend);
  await backend.client.installation.register(identity('陈秀兰', '枫林镇人民政府', 'drafter'));
  return backend;
}

function oneArticle(village: string): ConventionDocument {
  return {
    type: 'document',
    attrs: { numberingStyle: 'article', numberingScope: 'document' },
    content: [
      { type: 'title', content: [{ type: 'text', text: `${village}村规民约` }] },
      {
        type: 'article',
        attrs: { id: 'first' },
        content: [{ type: 'paragraph', content: [{ type: 'text', text: '房前屋后的柴草堆放整齐。' }] }],
      },
    ],
  };
}

async function convention({ client }: TestBackend, village: string): Promise<string> {
  const { conventionId } = await client.conventions.create({
    village,
    township: '枫林镇',
    kind: 'village',
    document: oneArticle(village),
  });
  return conventionId;
}

async function sendForReview({ client }: TestBackend, conventionId: string, deadline: string): Promise<void> {
  await client.workflow.perform({ conventionId, action: 'startConsultation', note: '' });
  const { revision } = await client.drafts.get({ conventionId });
  const version = await client.versions.freeze({ conventionId, revision, reason: '送审稿' });
  await client.workflow.perform({ conventionId, action: 'submitForScreening', note: '' });
  await client.submissions.create({ conventionId, versionId: version.id, reviewingOffice: '枫林司法所', deadline, note: '' });
}

describe('the tasks of an office with many conventions', () => {
  it('puts what is late first, however many conventions were worked on since', async () => {
    const backend = await office();
    const late = await convention(backend, '溪口村');
    await sendForReview(backend, late, '2026-12-01');
    backend.clock.advance(10 * 86_400_000);
    for (let index = 1; index <= 210; index += 1) await convention(backend, `第${index}村`);
    const tasks = await backend.client.workbench.tasks();
    expect(tasks).toHaveLength(211);
    expect(tasks[0]).toMatchObject({
      group: 'late',
      title: '收审查意见书',
      place: '溪口村村规民约',
      dueOn: '2026-12-01',
      daysLeft: -3,
      path: `/conventions/${late}`,
    });
  });

  it('counts the comments that wait for a reply for each convention by itself', async () => {
    const backend = await office();
    const { client } = backend;
    const first = await convention(backend, '溪口村');
    const second = await convention(backend, '清溪村');
    const discarded = await convention(backend, '旧村');
    for (const conventionId of [first, second, discarded]) {
      await client.workflow.perform({ conventionId, action: 'startConsultation', note: '' });
    }
    const say = (conventionId: string, words: string) =>
      client.comments.add({ conventionId, channel: 'courtyard', person: '', articleId: null, words, receivedOn: '2026-11-20' });
    await say(first, '写得太笼统。');
    const withdrawn = await say(first, '记错了村。');
    await client.comments.withdraw({ commentId: withdrawn.id, reason: '记重了' });
    const answered = await say(second, '具体到哪几天。');
    await client.comments.reply({ commentId: answered.id, outcome: 'adopted', reason: '' });
    await client.comments.reply({ commentId: answered.id, outcome: 'partlyAdopted', reason: '只写明星期' });
    await say(discarded, '这份不用了。');
    await client.conventions.discard({ conventionId: discarded });
    const tasks = await client.workbench.tasks();
    expect(new Map(tasks.map(({ place, title }) => [place, title]))).toEqual(
      new Map([
        ['溪口村村规民约', '答复群众意见 1 条'],
        ['清溪村村规民约', '征求意见'],
      ]),
    );
  });

  it('keeps what came back from the reviewer among what was returned until it is sent again', async () => {
    const backend = await office();
    const { client } = backend;
    const conventionId = await convention(backend, '溪口村');
    await sendForReview(backend, conventionId, '2026-12-01');
    const versionId = (await client.conventions.get({ conventionId })).newestVersion?.id ?? '';
    await client.opinions.registerPaper({
      conventionId, versionId, opinionNumber: '云司审〔2026〕9号', reviewer: '刘国平', office: '枫林司法所', issuedOn: '2026-11-24', conclusion: 'mustChange', remark: '',
    });
    const seen = async () => (await client.workbench.tasks()).map(({ group, title, remark }) => [group, title, remark]);
    expect(await seen()).toEqual([['returned', '按审查意见修改', '枫林司法所意见：应当修改']]);
    await client.workflow.perform({ conventionId, action: 'returnFromReview', note: '' });
    expect(await seen()).toEqual([['returned', '修改后重新送审', '枫林司法所意见：应当修改']]);
    await client.submissions.create({ conventionId, versionId, reviewingOffice: '枫林司法所', deadline: '2026-12-01', note: '' });
    expect(await seen()).toEqual([['waiting', '收审查意见书', '合法性审查，等枫林司法所']]);
  });
});
