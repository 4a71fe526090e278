import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ContractClient } from '#contract/contract.ts';
import { renderText } from '#core/document/renderText.ts';
import type { ConventionDocument } from '#core/document/document.ts';
import { openConvention } from '#e2e/pages/openConvention.ts';
import { openInBrowser, type BrowserApplication } from '#e2e/support/application.ts';

let application: BrowserApplication;
let page: Page;
let client: ContractClient;
let conventionId: string;

function text(words: string) {
  return { type: 'text' as const, text: words };
}

function article(id: string, words: string, more: ConventionDocument['content'] = []) {
  return [{ type: 'article' as const, attrs: { id }, content: [{ type: 'paragraph' as const, content: [text(words)] }] }, ...more];
}

const document: ConventionDocument = {
  type: 'document',
  attrs: { numberingStyle: 'article', numberingScope: 'document' },
  content: [
    { type: 'title', content: [text('清溪村村规民约')] },
    ...article('a1', '爱护公物。'),
    {
      type: 'article',
      attrs: { id: 'a2' },
      content: [
        { type: 'paragraph', content: [text('违反'), { type: 'articleReference', attrs: { target: 'a1' } }, text('的，如下处理：')] },
        {
          type: 'itemList',
          attrs: { marker: 'parenthesizedChinese' },
          content: [{ type: 'item', attrs: { id: 'i1' }, content: [{ type: 'paragraph', content: [text('批评教育')] }] }],
        },
      ],
    },
  ],
};

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
  ({ conventionId } = await client.conventions.create({ village: '清溪村', township: '枫林镇', kind: 'village', document }));
  await openConvention(application, conventionId);
  await page.locator('.convention-text').focus();
});

async function copyAll(): Promise<Record<'text/plain' | 'text/html', string>> {
  await page.keyboard.press('ControlOrMeta+a');
  return page.evaluate(() => {
    const clipboardData = new DataTransfer();
    window.document
      .querySelector('.convention-text')
      ?.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return { 'text/plain': clipboardData.getData('text/plain'), 'text/html': clipboardData.getData('text/html') };
  });
}

async function paste(kinds: Partial<Record<'text/plain' | 'text/html', string>>): Promise<void> {
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    for (const [kind, value] of Object.entries(given)) clipboardData.setData(kind, value);
    window.document
      .querySelector('.convention-text')
      ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, kinds);
}

/** Until the screen says 已保存, which it does only when nothing is left to save. */
async function storedText(revision: number): Promise<string> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.getByText(/^已保存/u).waitFor();
  expect(await revisionNow()).toBeGreaterThan(revision);
  return renderText((await client.drafts.get({ conventionId })).document);
}

async function revisionNow(): Promise<number> {
  return (await client.drafts.get({ conventionId })).revision;
}

describe('the clipboard', () => {
  it('carries numbers and references to other programs, as text and as markup', async () => {
    const copied = await copyAll();
    expect(copied['text/plain']).toBe('清溪村村规民约\n第一条　爱护公物。\n第二条　违反第一条的，如下处理：\n（一）批评教育');
    const words = copied['text/html'].replace(/<[^>]+>/gu, '');
    expect(words).toBe('清溪村村规民约第一条　爱护公物。第二条　违反第一条的，如下处理：（一）批评教育');
  });

  it('brings a copy back as it was, with its numbers computed anew', async () => {
    const copied = await copyAll();
    const revision = await revisionNow();
    await paste(copied);
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('。');
    const stored = await storedText(revision);
    expect(stored).toBe('清溪村村规民约\n第一条　爱护公物。\n第二条　违反第一条的，如下处理：\n（一）批评教育。\n');
  });

  it('takes numbered lines of other programs as articles after the present one', async () => {
    const revision = await revisionNow();
    await page.locator('[data-id="a1"] p').click();
    await paste({ 'text/plain': '第八条 新的一条。\r\n第二款。\r\n第九条：又一条。', 'text/html': '<p class="MsoNormal"><b>第八条</b> 新的一条。</p>' });
    const stored = await storedText(revision);
    expect(stored).toBe(
      '清溪村村规民约\n第一条　爱护公物。\n第二条　新的一条。\n第二款。\n第三条　又一条。\n第四条　违反第一条的，如下处理：\n（一）批评教育\n',
    );
  });

  it('takes plain lines as paragraphs, and in a title as one line', async () => {
    const revision = await revisionNow();
    await page.locator('.convention-text h1').click();
    await page.keyboard.press('End');
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await paste({ 'text/plain': '（修订\n草案）' });
    expect(await storedText(revision)).toMatch(/^清溪村村规民约（修订草案）\n第一条/u);
  });
});
