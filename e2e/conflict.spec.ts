import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ContractClient } from '#contract/contract.ts';
import type { ConventionDocument } from '#core/document/document.ts';
import { renderText } from '#core/document/renderText.ts';
import { openConvention } from '#e2e/pages/openConvention.ts';
import { openInBrowser, type BrowserApplication } from '#e2e/support/application.ts';

let application: BrowserApplication;
let page: Page;
let client: ContractClient;
let conventionId: string;

function documentOf(...words: string[]): ConventionDocument {
  return {
    type: 'document',
    attrs: { numberingStyle: 'article', numberingScope: 'document' },
    content: [
      { type: 'title', content: [{ type: 'text', text: '清溪村村规民约' }] },
      ...words.map((text, index) => ({
        type: 'article' as const,
        attrs: { id: `a${index + 1}` },
        content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
      })),
    ],
  };
}

beforeAll(async () => {
  application = await openInBrowser();
  ({ page } = application);
  client = await application.client();
  await client.installation.register({ person: '陈秀兰', office: '清溪村村民委员会', roles: ['drafter'], withSample: false });
});

afterAll(async () => {
  await application.close();
});

beforeEach(async () => {
  const document = documentOf('爱护公物。', '按时缴费。', '尊老爱幼。');
  ({ conventionId } = await client.conventions.create({ village: '清溪村', township: '枫林镇', kind: 'village', document }));
  await openConvention(application, conventionId);
  await page.locator('.convention-text').waitFor();
  // Meanwhile another window saves.
  const { revision } = await client.drafts.get({ conventionId });
  const theirs = documentOf('爱护公共设施。', '按时缴纳水费。', '尊老爱幼。');
  await client.drafts.save({ conventionId, baseRevision: revision, document: theirs });
});

async function typeAtEnd(articleId: string, words: string): Promise<void> {
  await page.locator(`[data-id="${articleId}"] p`).click();
  await page.keyboard.press('End');
  await page.keyboard.type(words);
}

async function linesOnDisk(): Promise<string[]> {
  return renderText((await client.drafts.get({ conventionId })).document).trim().split('\n').slice(1);
}

describe('two windows on one draft', () => {
  it('what only one of them changed is kept from each; nothing is overwritten before it is confirmed', async () => {
    await typeAtEnd('a3', '互相帮助。');
    const dialog = page.getByRole('dialog', { name: '这份草案在另一处也改过' });
    await dialog.waitFor();
    expect(await linesOnDisk()).toEqual(['第一条　爱护公共设施。', '第二条　按时缴纳水费。', '第三条　尊老爱幼。']);
    await dialog.getByText('没有两边都改的条款').waitFor();
    await dialog.getByRole('button', { name: '合并并保存' }).click();
    await expect.poll(linesOnDisk, { timeout: 15_000 }).toEqual(['第一条　爱护公共设施。', '第二条　按时缴纳水费。', '第三条　尊老爱幼。互相帮助。']);
    await page.getByText(/^已保存/u).waitFor();
  });

  it('an article that both changed is chosen, and the merge is undone in one step', async () => {
    await typeAtEnd('a1', '人人有责。');
    const dialog = page.getByRole('dialog', { name: '这份草案在另一处也改过' });
    await dialog.getByRole('group', { name: '第一条' }).getByRole('radio', { name: '另一处写的' }).check();
    await dialog.getByRole('button', { name: '合并并保存' }).click();
    await expect.poll(linesOnDisk, { timeout: 15_000 }).toEqual(['第一条　爱护公共设施。', '第二条　按时缴纳水费。', '第三条　尊老爱幼。']);
    await page.locator('.convention-text').focus();
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(linesOnDisk, { timeout: 15_000 }).toEqual(['第一条　爱护公物。人人有责。', '第二条　按时缴费。', '第三条　尊老爱幼。']);
  });

  it('leaving with a conflict asks first, and staying keeps the words', async () => {
    await typeAtEnd('a2', '不得拖欠。');
    const conflict = page.getByRole('dialog', { name: '这份草案在另一处也改过' });
    await conflict.getByRole('button', { name: '先不合并' }).click();
    await page.getByRole('link', { name: /^工作台/u }).click();
    const leaving = page.getByRole('dialog', { name: '还有改动没有保存' });
    await leaving.getByRole('button', { name: '留在这里' }).click();
    await page.locator('[data-id="a2"]', { hasText: '按时缴费。不得拖欠。' }).waitFor();
    await page.getByRole('button', { name: '去合并' }).click();
    await conflict.getByRole('button', { name: '合并并保存' }).click();
    await expect.poll(async () => (await linesOnDisk())[1], { timeout: 15_000 }).toBe('第二条　按时缴费。不得拖欠。');
  });
});
