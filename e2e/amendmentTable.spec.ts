import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ContractClient } from '#contract/contract.ts';
import { article, chapter, conventionDocument } from '#core/document/documentBuilders.ts';
import { openInBrowser, type BrowserApplication } from '#e2e/support/application.ts';
import { axeFaultsInBothSizes } from '#e2e/support/axeFaultsInBothSizes.ts';
import { expectVisibleFocus, pressOn, tabTo } from '#e2e/support/keyboard.ts';
import { pictureOfFailure } from '#e2e/support/pictureOfFailure.ts';

// One amendment's way from its reasons to the papers that are handed in: each step goes on where the one before stopped.
let application: BrowserApplication;
let page: Page;
let client: ContractClient;
let conventionId: string;
const files = mkdtempSync(join(tmpdir(), '乡约 对照表-'));

const old = conventionDocument('清溪村村规民约', [
  chapter('c1', '环境卫生', article('a1', '不得乱倒垃圾，违者罚款五百元。'), article('a2', '养犬应当拴养。')),
  chapter('c2', '移风易俗', article('a3', '红白喜事从简。')),
]);
const fresh = conventionDocument('清溪村村规民约', [
  chapter('c1', '环境卫生', article('a1', '不得乱倒垃圾，违者批评教育。'), article('a2', '养犬应当拴养，外出牵绳。')),
  chapter('c2', '移风易俗', article('a3', '红白喜事从简。')),
]);

beforeAll(async () => {
  application = await openInBrowser();
  ({ page } = application);
  client = await application.client();
  await client.installation.register({ person: '陈秀兰', office: '清溪村村民委员会', roles: ['drafter'], withSample: false });
  ({ conventionId } = await client.conventions.create({ village: '清溪村', township: '枫林镇', kind: 'village', document: old }));
  const { revision } = await client.drafts.get({ conventionId });
  await client.versions.freeze({ conventionId, revision, reason: '旧公约' });
  await client.drafts.save({ conventionId, baseRevision: revision, document: fresh });
  const { today } = await client.installation.status();
  const { id } = await client.comments.add({ conventionId, channel: 'courtyard', person: '', articleId: 'a2', words: '狗不牵绳吓着孩子', receivedOn: today });
  await client.comments.reply({ commentId: id, outcome: 'adopted', reason: '' });
});
pictureOfFailure(() => ({ amending: application?.page }));
afterAll(async () => {
  await application?.close();
  rmSync(files, { recursive: true, force: true });
});

const region = () => page.getByRole('region', { name: '两版对照' });
const change = (name: string) => region().getByRole('article', { name });
const tableDialog = () => page.getByRole('dialog', { name: '条文对照表' });
const statementDialog = () => page.getByRole('dialog', { name: '修订说明' });

async function expectNoFaults(): Promise<void> {
  expect(await axeFaultsInBothSizes(page)).toEqual({ standard: [], largest: [] });
}

/** Presses a button that stands in front of the one that has the focus. */
async function pressBackOn(target: Locator): Promise<void> {
  await tabTo(page, target, 'Shift+Tab');
  await page.keyboard.press('Enter');
}

function wordsIn(path: string, part: string): string {
  return strFromU8(unzipSync(readFileSync(path))[part] ?? new Uint8Array()).replace(/<[^>]+>/gu, '');
}

it('1 shows what the comments suggest as a reason of a change, and takes it on a word', async () => {
  await page.goto(`${application.host.origin}/#/conventions/${conventionId}/compare`);
  await page.reload();
  const dogs = change('第二条，修改');
  const suggestion = dogs.getByRole('listitem').filter({ hasText: '可能的理由' });
  await suggestion.getByText('群众提出：狗不牵绳吓着孩子。').waitFor();
  await expectNoFaults();
  await pressOn(page, suggestion.getByRole('button', { name: '采用' }));
  await dogs.getByRole('listitem').filter({ hasText: /^理由/u }).getByText('群众意见第 1 号（屋场会').waitFor();
  expect(await dogs.getByText('可能的理由').count()).toBe(0);
  await expectVisibleFocus(page);
});

it('2 lets the drafter write a reason with its basis, correct it, take it off and have it back', async () => {
  const rubbish = change('第一条，修改');
  await pressBackOn(rubbish.getByRole('button', { name: '写理由' }));
  const dialog = page.getByRole('dialog', { name: '写修改理由' });
  expect(await dialog.getByRole('button', { name: '保存理由' }).isDisabled()).toBe(true);
  await dialog.getByLabel('理由', { exact: true }).fill('村里没有罚款权。');
  await dialog.getByLabel('依据').fill('《行政处罚法》第十七条');
  await pressOn(page, dialog.getByRole('button', { name: '保存理由' }));
  const written = rubbish.getByRole('listitem').filter({ hasText: '村里没有罚款权。' });
  await written.getByText('依据：《行政处罚法》第十七条').waitFor();
  await written.getByRole('button', { name: '更改' }).click();
  await page.getByRole('dialog', { name: '更改修改理由' }).getByLabel('来源').fill('起草组');
  await page.getByRole('button', { name: '保存理由' }).click();
  await written.getByText('来源：起草组').waitFor();
  await written.getByRole('button', { name: '去掉' }).click();
  await written.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '撤回' }).click();
  await written.waitFor();
});

it('3 makes the table of changes: previewed as it is printed, and saved as Word and Excel with the reasons', async () => {
  await pressBackOn(page.getByRole('button', { name: '条文对照表' }));
  await tableDialog().getByText('第 1 页，共 1 页').waitFor({ state: 'attached' });
  await expect.poll(() => tableDialog().locator('.pdf-page').innerText()).toContain('村里没有罚款权。');
  await expectNoFaults();
  const word = await application.savedFile(() => tableDialog().getByRole('button', { name: '存为 Word' }).click(), files);
  expect(word).toContain('清溪村村规民约条文对照表.docx');
  expect(wordsIn(word, 'word/document.xml')).toContain('村里没有罚款权。依据：《行政处罚法》第十七条起草组');
  await tableDialog().getByText('三栏').click();
  await tableDialog().getByText('写成〔删去：……〕').click();
  const excel = await application.savedFile(() => tableDialog().getByRole('button', { name: '存为 Excel' }).click(), files);
  const words = wordsIn(excel, 'xl/sharedStrings.xml');
  expect(words).toContain('违者〔删去：罚款五百元〕。');
  expect(words).not.toContain('起草组');
  await tableDialog().getByRole('button', { name: '关闭' }).click();
});

it('4 writes the amendment statement from the changes and reasons, keeps what the drafter makes of it, and prints that', async () => {
  await pressOn(page, page.getByRole('button', { name: '修订说明' }));
  const field = statementDialog().getByLabel('说明');
  await field.waitFor();
  expect(await field.inputValue()).toContain('修改第一条，理由是村里没有罚款权，依据是《行政处罚法》第十七条。');
  await expectNoFaults();
  await field.fill('一、修订的原因\n村民提出旧公约里的罚款不合法。');
  expect(await statementDialog().getByRole('button', { name: '存为 Word' }).isDisabled()).toBe(true);
  await pressOn(page, statementDialog().getByRole('button', { name: '保存', exact: true }));
  await statementDialog().getByText(/^陈秀兰.*保存。/u).waitFor();
  const word = await application.savedFile(() => statementDialog().getByRole('button', { name: '存为 Word' }).click(), files);
  expect(wordsIn(word, 'word/document.xml')).toContain('关于《清溪村村规民约》的修订说明一、修订的原因村民提出旧公约里的罚款不合法。清溪村村民委员会');
  await statementDialog().getByRole('button', { name: '关闭' }).click();
});

it('5 still knows the reasons and the statement once the draft is the second version', async () => {
  const { revision } = await client.drafts.get({ conventionId });
  const second = await client.versions.freeze({ conventionId, revision, reason: '修订稿' });
  const first = (await client.versions.list({ conventionId })).find(({ number }) => number === 1);
  await page.goto(`${application.host.origin}/#/conventions/${conventionId}/compare?old=${first?.id}&new=${second.id}`);
  await page.reload();
  await change('第一条，修改').getByText('村里没有罚款权。').waitFor();
  await page.getByRole('button', { name: '修订说明' }).click();
  await expect.poll(() => statementDialog().getByLabel('说明').inputValue()).toContain('村民提出旧公约里的罚款不合法。');
});
