import { createSafeClient } from '@orpc/client';
import { strToU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDocx, run, wordNamespace } from '#backend/documents/import/docx/wordXml.ts';
import { openTestOffice, type TestOffice } from '#backend/testing/openTestOffice.ts';
import { decideSuggestions } from '#core/document/suggestions/decideSuggestions.ts';
import { openSuggestions } from '#core/document/suggestions/openSuggestions.ts';

const by = 'w:id="1" w:author="周明远" w:date="2026-01-31T09:30:00Z"';
const body = [
  `<w:p>${run('溪口村村规民约')}</w:p>`,
  `<w:p>${run('第一条 伤人的')}<w:del ${by}><w:r><w:delText>罚款</w:delText></w:r></w:del><w:ins ${by}>${run('赔偿')}</w:ins>${run('。')}</w:p>`,
  `<w:p>${run('第二条 ')}<w:commentRangeStart w:id="0"/>${run('爱护公物')}<w:commentRangeEnd w:id="0"/>${run('。')}</w:p>`,
].join('');
const comments = `<w:comments ${wordNamespace}><w:comment w:id="0" w:author="刘国平" w:date="2026-01-30T08:00:00Z"><w:p>${run('写具体些')}</w:p></w:comment></w:comments>`;

let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice('drafter');
});
afterAll(() => office.leave());

async function imported(): Promise<string> {
  const file = new File([new Uint8Array(buildDocx(body, { 'word/comments.xml': strToU8(comments) }))], '约.docx');
  const { document, suggestions, fileComments } = await office.client.imports.preview({ file, revisions: 'keep' });
  const place = { village: '溪口村', township: '云溪镇', kind: 'village' as const };
  return (await office.client.conventions.create({ ...place, document, suggestions, fileComments })).conventionId;
}

describe('a draft that was imported with its suggestions', () => {
  it('holds their records and the remarks of the file', async () => {
    const draft = await office.client.drafts.get({ conventionId: await imported() });
    expect(openSuggestions(draft.document).map(({ inserted, deleted }) => [inserted, deleted])).toEqual([['', '罚款'], ['赔偿', '']]);
    expect(draft.suggestions.map(({ author, madeAt }) => [author, madeAt])).toEqual([['周明远', '2026-01-31T09:30'], ['周明远', '2026-01-31T09:30']]);
    const second = draft.document.content[2];
    expect(draft.fileComments).toMatchObject([
      { author: '刘国平', madeAt: '2026-01-30T08:00', text: '写具体些', quote: '爱护公物', isDone: false, articleId: second?.type === 'article' ? second.attrs.id : '' },
    ]);
  });

  it('is made no version, and replaced by none, before they are decided', async () => {
    const conventionId = await imported();
    const { document, revision } = await office.client.drafts.get({ conventionId });
    const { error } = await createSafeClient(office.client).versions.freeze({ conventionId, revision, reason: '送审稿' });
    expect(error).toMatchObject({ code: 'WRONG_STAGE', data: { detail: '还有 2 处修订没有接受或拒绝，先在正文右边的“修订”里处理完' } });
    const decided = decideSuggestions(document, 'accept');
    await office.client.drafts.save({ conventionId, baseRevision: revision, document: decided });
    const version = await office.freeze(conventionId);
    await office.client.drafts.save({ conventionId, baseRevision: revision + 1, document });
    const restored = await createSafeClient(office.client).versions.restore({ versionId: version.id });
    expect(restored.error).toMatchObject({ code: 'WRONG_STAGE' });
    expect((await office.client.drafts.get({ conventionId })).document).toEqual(document);
  });

  it('has its remarks ticked off, and the tick taken back', async () => {
    const conventionId = await imported();
    const states = async () => (await office.client.drafts.get({ conventionId })).fileComments.map(({ isDone }) => isDone);
    const fileCommentId = (await office.client.drafts.get({ conventionId })).fileComments[0]?.id ?? '';
    await office.client.drafts.tickFileComment({ conventionId, fileCommentId, isDone: true });
    expect(await states()).toEqual([true]);
    await office.client.drafts.tickFileComment({ conventionId, fileCommentId, isDone: false });
    expect(await states()).toEqual([false]);
    const { error } = await createSafeClient(office.client).drafts.tickFileComment({ conventionId, fileCommentId: 'gone', isDone: true });
    expect(error).toMatchObject({ code: 'NOT_FOUND' });
  });
});
