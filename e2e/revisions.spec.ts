import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommentRangeEnd, CommentRangeStart, CommentReference, DeletedTextRun, Document, InsertedTextRun, Packer, Paragraph, TextRun } from 'docx';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContractClient } from '#contract/contract.ts';
import { renderText } from '#core/document/renderText.ts';
import { openSuggestions } from '#core/document/suggestions/openSuggestions.ts';
import { importPreview } from '#e2e/pages/importScreen.ts';
import { workspace } from '#e2e/pages/workspace.ts';
import { openInBrowser, type BrowserApplication } from '#e2e/support/application.ts';
import { pictureOfFailure } from '#e2e/support/pictureOfFailure.ts';

const when = '2026-01-31T09:30:00Z';
let application: BrowserApplication;
let page: Page;
let client: ContractClient;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), '乡约 修订-'));
  application = await openInBrowser();
  ({ page } = application);
  client = await application.client();
  await client.installation.register({ person: '陈秀兰', office: '云溪镇人民政府', roles: ['drafter'], withSample: false });
});
pictureOfFailure(() => ({ revisions: application?.page }));
afterAll(async () => {
  await application?.close();
  rmSync(folder, { recursive: true, force: true });
});

function commented(id: number, text: string) {
  return [new CommentRangeStart(id), new TextRun(text), new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })];
}

/** Three revisions of two people and two comments, as a reviewer sends a Word file back. */
async function revisedFile(): Promise<string> {
  const by = { author: '周明远', date: when };
  const document = new Document({
    comments: {
      children: [
        { id: 0, author: '刘国平', date: new Date(when), children: [new Paragraph('这一句没有依据。')] },
        { id: 1, author: '刘国平', date: new Date(when), children: [new Paragraph('写明哪一天。')] },
      ],
    },
    sections: [
      {
        children: [
          new Paragraph('溪口村村规民约'),
          new Paragraph({ children: [new TextRun('第一条 爱护公物，'), ...commented(0, '损坏的照价赔偿'), new TextRun('。')] }),
          new Paragraph({
            children: [
              new TextRun('第二条 养狗要拴好，伤人的'),
              new DeletedTextRun({ text: '罚款五百元', id: 1, ...by }),
              new InsertedTextRun({ text: '依法赔偿', id: 2, ...by }),
              new TextRun('。'),
            ],
          }),
          new Paragraph({
            children: [
              new TextRun('第三条 本公约'),
              new InsertedTextRun({ text: '经村民会议通过后', id: 3, author: '李律师', date: when }),
              ...commented(1, '施行'),
              new TextRun('。'),
            ],
          }),
        ],
      },
    ],
  });
  const path = join(folder, '溪口村（改）.docx');
  writeFileSync(path, await Packer.toBuffer(document));
  return path;
}

async function storedDraft() {
  const { conventions } = await client.conventions.list({ offset: 0, limit: 10, discarded: false });
  return client.drafts.get({ conventionId: conventions[0]?.id ?? '' });
}

describe('a Word file with revisions and comments that are kept', () => {
  it('brings them into the draft, where each is decided, undone and ticked off, and no version is made before', async () => {
    const draft = workspace(page);
    await page.goto('about:blank');
    await page.goto(`${application.host.origin}/#/import`);
    await page.getByRole('button', { name: '选择文件', exact: true }).waitFor();
    await application.chooseFile(() => page.getByRole('button', { name: '选择文件', exact: true }).click(), await revisedFile());
    await page.getByRole('group', { name: /3 处修订、2 条批注/u }).getByLabel('保留', { exact: true }).check();
    await page.getByRole('button', { name: '接着读' }).click();
    await importPreview(page).takeOver();

    const panel = page.getByRole('region', { name: '修订', exact: true });
    await panel.getByRole('heading', { name: '待处理的修订 3' }).waitFor();
    await page.getByRole('tab', { name: '修订 3', selected: true }).waitFor();
    expect(await draft.article('第二条').locator('del').innerText()).toBe('罚款五百元');
    expect(await draft.article('第二条').locator('ins').innerText()).toBe('依法赔偿');
    await panel.getByText('李律师，2026年1月31日 09:30').waitFor();

    // No version of a text that can be read in two ways.
    await draft.menu('存为一版');
    const dialog = page.getByRole('dialog', { name: '存为一版' });
    await dialog.getByLabel('存这一版的原因').fill('送审稿');
    await dialog.getByRole('button', { name: '存为一版' }).click();
    await dialog.getByText(/还有 3 处修订没有接受或拒绝/u).waitFor();
    await dialog.getByRole('button', { name: '取消' }).click();
    await dialog.waitFor({ state: 'hidden' });

    // One accepted by mouse, one rejected by the keyboard alone.
    await panel.getByRole('article', { name: '添：依法赔偿' }).getByRole('button', { name: '接受' }).click();
    await panel.getByRole('heading', { name: '待处理的修订 2' }).waitFor();
    await panel.getByRole('article', { name: '添：经村民会议通过后' }).getByRole('button', { name: '拒绝' }).focus();
    await page.keyboard.press('Enter');
    await panel.getByRole('heading', { name: '待处理的修订 1' }).waitFor();
    expect(await draft.article('第三条').innerText()).toContain('本公约施行');
    expect(await draft.article('第二条').locator('ins').count()).toBe(0);

    // The last decision alone is taken back.
    await draft.editor.focus();
    await page.keyboard.press('Control+z');
    await panel.getByRole('heading', { name: '待处理的修订 2' }).waitFor();
    await panel.getByRole('button', { name: '全部接受' }).click();
    await panel.getByText('修订都处理完了。').waitFor();

    const remarks = page.getByRole('region', { name: '原稿批注' });
    const remark = remarks.getByRole('article', { name: '原稿批注：这一句没有依据。' });
    expect(await remark.innerText()).toContain('损坏的照价赔偿');
    await remark.getByRole('button', { name: '第一条' }).waitFor();
    await remark.getByRole('button', { name: '已处理' }).click();
    await remarks.getByRole('heading', { name: '原稿批注 2，待处理 1' }).waitFor();
    await expect.poll(async () => (await storedDraft()).fileComments.map(({ isDone }) => isDone)).toEqual([true, false]);
    await remark.getByRole('button', { name: '改为未处理' }).click();
    await remarks.getByRole('heading', { name: '原稿批注 2，待处理 2' }).waitFor();

    await draft.freeze('送审稿');
    const { document, suggestions } = await storedDraft();
    expect(openSuggestions(document)).toEqual([]);
    expect(suggestions.map(({ author }) => author).toSorted()).toEqual(['周明远', '周明远', '李律师'].toSorted());
    expect(renderText(document)).toBe('溪口村村规民约\n第一条　爱护公物，损坏的照价赔偿。\n第二条　养狗要拴好，伤人的依法赔偿。\n第三条　本公约经村民会议通过后施行。\n');
  });
});
