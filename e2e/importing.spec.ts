import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ContractClient } from '#contract/contract.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import { importPreview } from '#e2e/pages/importScreen.ts';
import { openInBrowser, type BrowserApplication } from '#e2e/support/application.ts';
import { doubtfulText, revisedDocx, scannedPdf, villageFolder } from '#e2e/support/importSamples.ts';
import { pictureOfFailure } from '#e2e/support/pictureOfFailure.ts';

const allConventions = { offset: 0, limit: 50, discarded: false };

let application: BrowserApplication;
let page: Page;
let client: ContractClient;
let preview: ReturnType<typeof importPreview>;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), '乡约 导入-'));
  application = await openInBrowser();
  ({ page } = application);
  preview = importPreview(page);
  client = await application.client();
  await client.installation.register({ person: '陈秀兰', office: '云溪镇人民政府', roles: ['drafter'], withSample: false });
});
pictureOfFailure(() => ({ importing: application?.page }));
afterAll(async () => {
  await application?.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  const { conventions } = await client.conventions.list(allConventions);
  for (const { id } of conventions) await client.conventions.discard({ conventionId: id });
  await page.goto('about:blank');
  await page.goto(`${application.host.origin}/#/import`);
  await page.getByRole('button', { name: '选择文件', exact: true }).waitFor();
});

async function titles(discarded = false): Promise<string[]> {
  const { conventions } = await client.conventions.list({ ...allConventions, discarded });
  return conventions.map(({ title, village }) => `${village} ${title}`).sort();
}

/** The articles of the only convention, as they are stored. */
async function storedArticles(): Promise<string[]> {
  const { conventions } = await client.conventions.list(allConventions);
  expect(conventions).toHaveLength(1);
  const { document } = await client.drafts.get({ conventionId: conventions[0]?.id ?? '' });
  return articlesOf(document).map(({ article }) => JSON.stringify(article.content).replaceAll(/"text":"([^"]*)"|[^"]|"/gu, '$1'));
}

/** The file that was kept last. */
function keptAttachment(): Buffer {
  const root = join(application.dataFolder, '附件');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => join(root, name)).filter((path) => statSync(path).isFile());
  const [newest] = files.sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
  return readFileSync(newest ?? '');
}

async function chooseFile(path: string): Promise<void> {
  await application.chooseFile(() => page.getByRole('button', { name: '选择文件', exact: true }).click(), path);
}

const old = '溪口村村规民约\n\n第一章 总则\n第一条 爱护公物。\n损坏的照价赔偿。\n第二条 尊老爱幼。\n第二章 附则\n第三条 本公约自公布之日起施行。';

describe('the preview of an import', () => {
  it('links each article to its lines and each line to its article, by mouse and by keyboard', async () => {
    await preview.readWords(old);
    await preview.part('第一条').click();
    expect(await preview.chosenLines()).toEqual([4, 5]);
    await preview.line(6).click();
    expect(await preview.chosenPart()).toBe('第二条');

    await preview.lines.focus();
    await page.keyboard.press('ArrowUp');
    expect(await preview.chosenPart()).toBe('第一条');
    await page.keyboard.press('Home');
    expect(await preview.result.getByRole('button', { pressed: true }).count()).toBe(0);
    await page.keyboard.press('ArrowDown');
    expect(await preview.chosenPart()).toContain('总则');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await preview.chosenLines()).toEqual([6]);
    await page.keyboard.press('Enter');
    expect(await preview.lines.evaluate((list) => list === document.activeElement)).toBe(true);
  });

  it('marks what is doubtful at its line, and leads there from the list', async () => {
    await preview.readWords(`${old}\n第 1 页`);
    const doubts = page.getByRole('region', { name: '没有读懂或要留意的' });
    await doubts.getByRole('button', { name: '看第 9 行' }).click();
    expect(await preview.line(9).getAttribute('aria-selected')).toBe('true');
    expect(await preview.line(9).innerText()).toContain('没有放进正文');
  });

  it('lets a person say what a line is, take the last word back, and return to the automatic reading', async () => {
    await preview.readWords(old);
    const isNow = async (size: string) => expect.poll(preview.size).toContain(size);
    await isNow('2 章 3 条');
    await preview.line(5).click();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await isNow('2 章 4 条');
    await page.getByRole('button', { name: '另起一条', pressed: true }).waitFor();
    await preview.line(6).click();
    await page.getByRole('button', { name: '接上一条' }).click();
    await isNow('2 章 3 条');
    await page.getByRole('button', { name: '撤销上一次改动' }).click();
    await isNow('2 章 4 条');
    await page.getByRole('button', { name: '恢复自动' }).click();
    await isNow('2 章 3 条');
    await preview.line(7).click();
    await page.getByRole('button', { name: '不是正文' }).click();
    await isNow('1 章 3 条');
    await preview.line(5).click();
    await page.getByRole('button', { name: '是标题' }).click();
    await preview.takeOver();
    expect(await storedArticles()).toEqual(['爱护公物。', '尊老爱幼。', '本公约自公布之日起施行。']);
  });

  it('offers the other reading of a text that can be read in two ways', async () => {
    await preview.readWords('溪口村村规民约\n一、公共卫生\n1. 不乱倒垃圾。\n2. 房前屋后自己打扫。\n二、邻里和睦\n1. 不打架。\n2. 有事好商量。\n三、尊老爱幼\n1. 孝敬老人。\n2. 爱护儿童。');
    await page.getByText('也可以读成：3 条（按 一、二、 分条）').waitFor();
    await page.getByRole('button', { name: '换一种读法' }).click();
    await page.getByText(/^也可以读成：6 条/u).waitFor();
    await preview.takeOver();
    expect(await storedArticles()).toHaveLength(3);
  });
});

describe('before a text is shown', () => {
  it.each([
    ['保留', '依法赔偿'],
    ['拒绝', '罚款五百元'],
  ])('a person is asked about revisions and comments, and %s is followed', async (choice, words) => {
    await chooseFile(await revisedDocx(folder));
    await page.getByRole('group', { name: /2 处修订、1 条批注/u }).getByLabel(choice, { exact: true }).check();
    await page.getByText('罚款没有依据。').waitFor();
    await page.getByRole('button', { name: '接着读' }).click();
    await expect.poll(() => preview.result.innerText()).toContain(words);
  });

  it('a person is asked which of two encodings gives words', async () => {
    await chooseFile(doubtfulText(folder));
    await page.getByRole('group', { name: /2 种读法/u }).getByText('红白喜事从简').waitFor();
    await page.getByRole('button', { name: '接着读' }).click();
    await preview.line(2).waitFor();
    expect(await preview.line(2).innerText()).toContain('红白喜事从简');
  });

  it('what was copied in Word or on a page is read with its numbers', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(async () => {
      const html = '<h1>溪口村村规民约</h1><ol><li>爱护公物。</li><li>尊老爱幼。</li></ol>';
      const parts = { 'text/html': html, 'text/plain': '溪口村村规民约\n爱护公物。\n尊老爱幼。' };
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(Object.entries(parts).map(([type, words]) => [type, new Blob([words], { type })])))]);
    });
    await page.getByLabel('没有文件的，把文字粘贴在这里').focus();
    await page.keyboard.press('Control+v');
    await page.getByText('编号、表格等格式一并带来了').waitFor();
    await page.getByRole('button', { name: '读取文字' }).click();
    await preview.line(2).waitFor();
    expect(await preview.line(2).innerText()).toMatch(/1[.、]\s*爱护公物/u);
  });

  it('a picture stands beside the field into which it is typed, and the words stay when one goes back', async () => {
    const path = join(folder, '墙上的公约.png');
    writeFileSync(path, await page.screenshot());
    await chooseFile(path);
    await expect.poll(() => page.getByRole('img', { name: /墙上的公约/u }).evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    await page.getByLabel('录入的文字').fill('溪口村村规民约\n第一条 爱护公物。');
    await page.getByRole('button', { name: '读取文字' }).click();
    await preview.part('第一条').waitFor();
    await page.getByRole('button', { name: '重新选择' }).click();
    expect(await page.getByLabel('录入的文字').inputValue()).toContain('第一条 爱护公物。');
    await page.getByRole('button', { name: '读取文字' }).click();
    await preview.takeOver();
    expect(await storedArticles()).toEqual(['爱护公物。']);
    expect(readFileSync(path).equals(keptAttachment())).toBe(true);
  });

  it('a scanned PDF stands there page by page', async () => {
    await chooseFile(scannedPdf(folder));
    await page.getByText('第 1 页，共 1 页。').waitFor();
    await page.getByLabel('录入的文字').waitFor();
    expect(await page.getByRole('button', { name: '读取文字' }).isDisabled()).toBe(true);
  });
});

describe('an import', () => {
  it('is taken back from the notice, into the recycle bin and nothing else with it', async () => {
    await client.conventions.create({ village: '新桥村', township: '云溪镇', kind: 'village' });
    await preview.readWords(old);
    await preview.takeOver();
    expect(await titles()).toHaveLength(2);
    await page.getByRole('button', { name: '撤销导入' }).click();
    await page.getByText('《溪口村村规民约》的导入已经撤销').waitFor();
    await expect.poll(() => titles()).toEqual([expect.stringMatching(/^新桥村/u)]);
    expect(await titles(true)).toContain('溪口村 溪口村村规民约');
  });

  it('of a folder takes every file for itself, says what went how, and is taken back as one', async () => {
    await client.conventions.create({ village: '清溪村', township: '云溪镇', kind: 'village' });
    await application.chooseFile(() => page.getByRole('button', { name: '选择文件夹' }).click(), villageFolder(folder));
    await page.getByText('共 4 份：已导入 2 份，没有导入 2 份').waitFor();
    const row = (name: RegExp) => page.getByRole('row', { name });
    expect(await row(/^溪口村村规民约\.txt/u).innerText()).toMatch(/溪口村\s+3 条/u);
    expect(await row(/^村规民约\.txt/u).innerText()).toMatch(/清溪村\s+这个村已经有一份\s+2 条/u);
    expect(await row(/^坏文件\.docx/u).innerText()).toContain('文件损坏');
    expect(await titles()).toEqual(['清溪村 村规民约', '清溪村 清溪村村规民约', '溪口村 溪口村村规民约'].sort());

    await row(/^购销合同\.txt/u).getByRole('button', { name: /^打开核对/u }).click();
    await preview.result.waitFor();
    await page.getByRole('button', { name: '重新选择' }).click();

    await page.getByRole('link', { name: '打开《溪口村村规民约》' }).click();
    await page.locator('.ProseMirror').waitFor();
    await page.goBack();
    await page.getByRole('button', { name: '撤回这一批（2 份）' }).click();
    await page.getByText('已经撤回 2 份').waitFor();
    expect(await titles()).toEqual(['清溪村 清溪村村规民约']);
    await page.getByRole('button', { name: '收起，再选文件' }).click();
    await page.getByRole('button', { name: '选择文件', exact: true }).waitFor();
  });

  it('of many files says how far it is and stops between two of them', async () => {
    const held = Promise.withResolvers<void>();
    let asked = 0;
    await page.route('**/rpc/imports/preview', async (route) => {
      asked += 1;
      if (asked === 2) await held.promise;
      await route.continue().catch(() => undefined);
    });
    await application.chooseFile(() => page.getByRole('button', { name: '选择文件夹' }).click(), villageFolder(folder));
    await page.getByText('正在读第 2 份，共 4 份').waitFor();
    await page.getByRole('button', { name: '停下' }).click();
    held.resolve();
    await page.getByText(/^共 4 份：.*停下没有读 3 份/u).waitFor();
    expect(asked).toBe(2);
    expect(await titles()).toEqual([]);
    await page.unroute('**/rpc/imports/preview');
    await page.getByRole('button', { name: '收起，再选文件' }).click();
  });
});
