import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { articlesOf } from '#core/document/articlesOf.ts';
import { importFile } from '#e2e/pages/importScreen.ts';
import { register } from '#e2e/pages/welcome.ts';
import { workspace } from '#e2e/pages/workspace.ts';
import type { Application } from '#e2e/support/application.ts';
import { pressOn, tabTo } from '#e2e/support/keyboard.ts';
import { openApplication } from '#e2e/support/openApplication.ts';
import { pictureOfFailure } from '#e2e/support/pictureOfFailure.ts';
import { storedData } from '#e2e/support/storedData.ts';
import { setTypeSize } from '#e2e/support/typeSize.ts';

// One text's way from an old file to a registered convention and on to its amendment: each step goes on where the one before stopped.
let application: Application;
const files = mkdtempSync(join(tmpdir(), '乡约 登记-'));

beforeAll(async () => {
  application = await openApplication();
});
pictureOfFailure(() => ({ drafter: application?.page }));
afterAll(async () => {
  await application?.close();
  rmSync(files, { recursive: true, force: true });
});

const articles = ['爱护公共财物。', '不乱倒垃圾。', '红白喜事从简。'];
/** One white pixel. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj0KgAAAABJRU5ErkJggg==', 'base64');
const dialogName = '登记已施行的文本';

it('1 imports the text that hangs on the wall', async () => {
  const path = join(files, '溪口村村规民约.txt');
  writeFileSync(path, ['溪口村村规民约', ...articles.map((words, index) => `第${'一二三'.charAt(index)}条 ${words}`)].join('\n'));
  await register(application.page, '陈秀兰', '云溪镇溪口村村民委员会', ['起草', '备案']);
  await importFile(application, path);
  await workspace(application.page).editor.waitFor();
  expect(articlesOf(storedData(application.dataFolder).draft())).toHaveLength(3);
});

it('2 registers it as in force without a mouse, in the largest type: what is known, with scans, and the rest left open', async () => {
  const { page } = application;
  const { keyboard } = page;
  await setTypeSize(page, '特大字号');
  await pressOn(page, page.getByRole('button', { name: '办理', exact: true }));
  const entry = page.getByRole('menuitem', { name: dialogName });
  await entry.waitFor();
  const isOnEntry = () => entry.evaluate((element) => element === document.activeElement);
  for (let presses = 0; !(await isOnEntry()) && presses < 10; presses += 1) await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: dialogName });
  // In which order the parts of a date are typed depends on the browser's language.
  const enterDay = async (label: string, day: string) => {
    await tabTo(page, dialog.getByLabel(label));
    await dialog.getByLabel(label).fill(day);
  };
  await enterDay('表决日期', '2019-03-05');
  await tabTo(page, dialog.getByLabel('表决的会议'));
  await keyboard.press('ArrowDown');
  await enterDay('公布日期', '2019-03-01');
  await dialog.getByText('公布日期不能早于表决日期').waitFor();
  expect(await dialog.getByRole('button', { name: '登记', exact: true }).isDisabled()).toBe(true);
  await enterDay('公布日期', '2019-03-15');
  await tabTo(page, dialog.getByLabel('公布的地方'));
  await keyboard.type('村务公开栏');
  const record = join(files, '2019年村民会议表决记录.pdf');
  writeFileSync(record, '%PDF-1.7\n会议记录');
  const photo = join(files, '墙上的照片.png');
  writeFileSync(photo, picture);
  const add = dialog.getByRole('button', { name: '添上扫描件或照片' });
  for (const path of [record, photo]) await application.chooseFile(() => pressOn(page, add), path);
  await dialog.getByText('墙上的照片.png').waitFor();
  expect(await dialog.getByLabel('“2019年村民会议表决记录.pdf”是什么').inputValue()).toBe('voteRecord');
  expect(await dialog.getByLabel('“墙上的照片.png”是什么').inputValue()).toBe('publicationPhoto');
  await pressOn(page, dialog.getByRole('button', { name: '登记', exact: true }));
  await dialog.waitFor({ state: 'hidden' });
  await setTypeSize(page, '标准字号');
  await page.getByRole('list', { name: '办理流程' }).locator('[aria-current="step"]').filter({ hasText: '公布' }).waitFor();
  await page.getByText('登记的已施行文本，未经本系统审查').waitFor();
  expect(storedData(application.dataFolder).versions()).toMatchObject([{ number: 1, reason: '登记已施行的文本', isCleared: false }]);
});

it('3 shows it as published and registered, with no step before it claimed', async () => {
  const { page } = application;
  await page.getByRole('link', { name: '村规民约' }).first().click();
  const row = page.getByRole('row').filter({ hasText: '溪口村村规民约' });
  await row.getByText('公布', { exact: true }).waitFor();
  await row.getByText('登记', { exact: true }).waitFor();
  await page.getByRole('link', { name: '工作台' }).click();
  const progress = page.getByRole('region', { name: '各村进度' });
  await progress.getByText('已公布', { exact: true }).waitFor();
  expect(await progress.getByText('没有在本机办').count()).toBe(6);
  expect(await progress.getByText('办完').count()).toBe(0);
  await progress.getByRole('link', { name: '溪口村村规民约' }).click();
  await workspace(page).editor.waitFor();
});

it('4 prints it with what is known and without a clearance', async () => {
  const { page } = application;
  await page.getByRole('link', { name: '打印预览' }).click();
  await page.getByRole('region', { name: '预览' }).locator('canvas').first().waitFor();
  const side = page.getByRole('complementary', { name: '打印和保存' });
  await side.getByText('这一版是登记的已施行文本，每页印着“未经本系统审查”。').waitFor();
  const word = await application.savedFile(() => side.getByRole('button', { name: '存为 Word' }).click(), files);
  const parts = unzipSync(readFileSync(word));
  const text = Object.entries(parts)
    .filter(([name]) => /^word\/(?:document|footer\d*)\.xml$/u.test(name))
    .map(([, bytes]) => new TextDecoder().decode(bytes).replaceAll(/<[^>]+>/gu, ''))
    .join('\n');
  for (const words of ['未经本系统审查', '表决日期：2019年3月5日', '溪口村村民会议', '备案日期：不详', '公布日期：2019年3月15日']) expect(text).toContain(words);
  const [version] = storedData(application.dataFolder).versions();
  for (const claim of ['合法性审查', '校验码', version?.verificationCode ?? '']) expect(text).not.toContain(claim);
  await page.getByRole('link', { name: '回到正文' }).click();
  await workspace(page).editor.waitFor();
});

it('5 shows what was registered, by whom, and takes a correction that keeps text and scans', async () => {
  const { page } = application;
  const entry = '已施行文本的登记情况';
  await workspace(page).menu(entry);
  const facts = page.getByRole('dialog', { name: entry });
  await facts.getByText('由陈秀兰在').waitFor();
  await facts.getByText('2019年3月5日，村民会议').waitFor();
  await facts.getByText('不详，编号：不详，单位：不详').waitFor();
  await facts.getByRole('button', { name: '墙上的照片.png' }).click();
  await expect.poll(() => facts.getByRole('img', { name: '墙上的照片.png' }).evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
  const saved = await application.savedFile(() => facts.getByRole('button', { name: '存一份' }).click(), files);
  expect(readFileSync(saved)).toEqual(picture);
  await facts.getByRole('button', { name: '更正' }).click();
  const correction = page.getByRole('dialog', { name: '更正登记' });
  await correction.getByLabel('备案编号').fill('云政备〔2019〕8号');
  await correction.getByRole('button', { name: '更正', exact: true }).click();
  await correction.waitFor({ state: 'hidden' });
  await workspace(page).menu(entry);
  await facts.getByText('编号：云政备〔2019〕8号').waitFor();
  await facts.getByText('2019年村民会议表决记录.pdf').waitFor();
  await facts.getByRole('button', { name: '关闭' }).click();
  expect(storedData(application.dataFolder).versions()).toHaveLength(1);
});

it('6 goes on to its amendment like any other', async () => {
  const { page } = application;
  const desk = workspace(page);
  await desk.step('开始修订');
  await page.getByRole('button', { name: '下一步：开始征求意见' }).waitFor();
  await desk.cursorAtEnd('第三条');
  await page.keyboard.type('提倡厚养薄葬。');
  await desk.waitUntilSaved();
  await desk.freeze('征求意见稿');
  expect(storedData(application.dataFolder).versions()).toMatchObject([{ number: 2, reason: '征求意见稿' }, { number: 1 }]);
});
