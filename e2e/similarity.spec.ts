import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContractClient } from '#contract/contract.ts';
import { plantedArticle, plantedDocument, reworded, seededNumbers } from '#core/comparison/similarity/plantedTexts.ts';
import { renderText } from '#core/document/renderText.ts';
import { openInBrowser, type BrowserApplication } from '#e2e/support/application.ts';
import { axeFaults } from '#e2e/support/axeFaults.ts';
import { pressOn, tabTo } from '#e2e/support/keyboard.ts';
import { layoutFaults } from '#e2e/support/layoutFaults.ts';
import { pictureOfFailure } from '#e2e/support/pictureOfFailure.ts';
import { setTypeSize } from '#e2e/support/typeSize.ts';

let application: BrowserApplication;
let page: Page;
let client: ContractClient;
let folder: string;

const random = seededNumbers(23);
const model = Array.from({ length: 12 }, () => plantedArticle(random, '甲乙村'));
const ownArticle = plantedArticle(random, '松溪村');
const copyFor = (village: string) => model.map((article) => article.replaceAll('甲乙村', village));
const textOf = (village: string, articles: readonly string[]) => renderText(plantedDocument(village, articles));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), '乡约 雷同-'));
  const villages = join(folder, '云溪镇');
  mkdirSync(villages);
  writeFileSync(join(villages, '清溪村村规民约.txt'), textOf('清溪村', copyFor('清溪村')));
  writeFileSync(join(villages, '望溪村村规民约.txt'), textOf('望溪村', copyFor('望溪村')));
  const edited = copyFor('松溪村').map((article, index) => (index < 3 ? reworded(random, article, 0.1) : article));
  writeFileSync(join(villages, '松溪村村规民约.txt'), textOf('松溪村', [...edited, ownArticle]));
  writeFileSync(join(villages, '石塘村村规民约.txt'), textOf('石塘村', Array.from({ length: 12 }, () => plantedArticle(random, '石塘村'))));
  writeFileSync(join(villages, '采购合同.txt'), '设备采购合同\n第一条 甲方向乙方采购水泵三台。');
  writeFileSync(join(folder, '县范本.txt'), textOf('甲乙村', model));
  const many = join(folder, '全县');
  mkdirSync(many);
  for (let index = 0; index < 1_500; index += 1) writeFileSync(join(many, `${index}.txt`), textOf('清溪村', copyFor('清溪村')));
  application = await openInBrowser();
  ({ page } = application);
  client = await application.client();
  await client.installation.register({ person: '周明远', office: '云溪镇司法所', roles: ['drafter', 'registrar'], withSample: false });
  await page.goto('about:blank');
  await page.goto(`${application.host.origin}/#/conventions`);
});
pictureOfFailure(() => ({ similarity: application?.page }));
afterAll(async () => {
  await application?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What axe and the laws of layout find fault with, at the largest type and at the usual one. */
async function faults(): Promise<string[]> {
  const found = await axeFaults(page);
  for (const size of ['特大字号', '大字号'] as const) {
    await setTypeSize(page, size);
    found.push(...(await page.evaluate(layoutFaults)).map((fault) => `${size}: ${fault}`));
  }
  return found;
}

describe('comparing the texts of many villages', () => {
  it('leads by keyboard from the list of conventions to a folder that is compared with itself', async () => {
    await pressOn(page, page.getByRole('link', { name: '雷同比对' }));
    await page.getByRole('heading', { name: '雷同比对', level: 1 }).waitFor();
    expect(await faults()).toEqual([]);
    await tabTo(page, page.getByRole('button', { name: '选择文件夹' }));
    await application.chooseFile(() => page.keyboard.press('Enter'), join(folder, '云溪镇'));
    await page.getByText('已选 5 份').waitFor();
    await pressOn(page, page.getByRole('button', { name: '开始比对' }));
    await page.getByText('比了 4 份：1 组雷同，共 3 份。').waitFor();
    await page.getByRole('heading', { name: '没有比的 1 份' }).waitFor();
    await page.getByText('看起来不是村规民约或居民公约，没有比。').waitFor();
    expect(await faults()).toEqual([]);
  });

  it('opens the group and two of its texts article by article, and finds the result again on the way back', async () => {
    await pressOn(page, page.getByRole('button', { name: '展开第 1 组' }));
    await page.getByText('其中 2 份除村名和数字外一字不差').waitFor();
    await pressOn(page, page.getByRole('link', { name: /把松溪村和.+对照着看/u }).first());
    const sheet = page.getByRole('region', { name: '两版对照' });
    await sheet.getByText('新增').first().waitFor();
    await sheet.locator('ins').first().waitFor();
    await page.getByText('有 9 条只是村名、乡镇名或数字不同，比对时算相同').waitFor();
    expect(await faults()).toEqual([]);
    await page.getByRole('link', { name: '回到比对结果' }).click();
    await page.getByText('比了 4 份：1 组雷同，共 3 份。').waitFor();
  });

  it('tells what is the village’s own and what it leaves out', async () => {
    await page.getByRole('button', { name: '看条文：松溪村' }).click();
    await page.getByRole('heading', { name: '别处没有的条文' }).waitFor();
    await page.getByText(ownArticle.slice(0, 20)).waitFor();
    expect(await faults()).toEqual([]);
    const path = await application.savedFile(() => page.getByRole('button', { name: '存为表格' }).click(), folder);
    await page.getByRole('button', { name: '知道了' }).click();
    const parts = unzipSync(readFileSync(path));
    const strings = new TextDecoder().decode(parts['xl/sharedStrings.xml'] ?? new Uint8Array());
    expect(strings).toContain(ownArticle);
    expect(strings).toContain('看起来不是村规民约或居民公约，没有比。');
    await page.getByLabel('按村名或乡镇查找').fill('石塘');
    await page.getByText('没有相像的').waitFor();
    expect(await page.getByRole('button', { name: /^看条文/u }).count()).toBe(1);
  });

  it('holds the conventions of this computer against a template, and says what to do when there are none', async () => {
    await page.getByRole('button', { name: '重新选文本' }).click();
    await page.getByLabel('本机现在的草案').check();
    await page.getByRole('button', { name: '开始比对' }).click();
    await page.getByRole('alert').waitFor();
    await client.conventions.create({ village: '竹溪村', township: '云溪镇', kind: 'village', document: plantedDocument('竹溪村', copyFor('竹溪村').slice(0, 9)) });
    await page.getByRole('button', { name: '重新选文本' }).click();
    await page.getByLabel('本机现在的草案').check();
    await application.chooseFile(() => page.getByRole('button', { name: '选择范本' }).click(), join(folder, '县范本.txt'));
    await page.getByText('县范本.txt').waitFor();
    await page.getByRole('button', { name: '开始比对' }).click();
    await page.getByText('比了 1 份，没有雷同的组。').waitFor();
    await page.getByText('9 条中相同 9 条').waitFor();
    await page.getByRole('button', { name: '看条文：竹溪村' }).click();
    await page.getByRole('heading', { name: '范本有、这里没有的条文' }).waitFor();
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: '重新选文本' }).click();
    await page.getByLabel('范本是本机的一份草案').check();
    await page.getByLabel('按村名或标题查找范本').fill('竹溪');
    await page.getByLabel('选作范本的村规民约').selectOption({ label: '竹溪村村规民约　云溪镇' });
    expect(await faults()).toEqual([]);
    await application.chooseFile(() => page.getByRole('button', { name: '选择文件夹' }).click(), join(folder, '云溪镇'));
    await page.getByRole('button', { name: '开始比对' }).click();
    await page.getByText('比了 4 份：1 组雷同，共 3 份。').waitFor();
    await page.getByText('12 条中相同 9 条').first().waitFor();
  });

  it('stops at once when it is told to, and is ready for the next comparison', async () => {
    await page.getByRole('button', { name: '重新选文本' }).click();
    await application.chooseFile(() => page.getByRole('button', { name: '选择文件夹' }).click(), join(folder, '全县'));
    await page.getByText('已选 1500 份').waitFor();
    await page.getByRole('button', { name: '开始比对' }).click();
    await page.getByRole('progressbar', { name: '读文本的进度' }).waitFor();
    await page.getByText(/^正在读第 \d+ 份，共 1500 份$/u).waitFor();
    await pressOn(page, page.getByRole('button', { name: '停下' }));
    await page.getByRole('button', { name: '选择文件夹' }).waitFor();
    expect(await page.getByText('正在读').count()).toBe(0);
    await page.getByLabel('本机现在的草案').check();
    await page.getByRole('button', { name: '开始比对' }).click();
    await page.getByText('能比的文本不到两份').waitFor();
    // A refusal, and the question that comes before anybody is registered, reach the browser's console as well.
    expect(application.pageErrors.filter((error) => !/status of 40[03]/u.test(error))).toEqual([]);
  });
});
