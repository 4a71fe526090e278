import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importFile } from '#e2e/pages/importScreen.ts';
import { receivePackage } from '#e2e/pages/packages.ts';
import { reviewDesk } from '#e2e/pages/reviewDesk.ts';
import { register } from '#e2e/pages/welcome.ts';
import { workspace } from '#e2e/pages/workspace.ts';
import type { Application } from '#e2e/support/application.ts';
import { storedData } from '#e2e/support/storedData.ts';
import { openApplication } from '#e2e/support/openApplication.ts';
import { oldConventionDocx } from '#e2e/support/oldConventionDocx.ts';
import { pictureOfFailure } from '#e2e/support/pictureOfFailure.ts';
import { projectRoot } from '#scripts/projectRoot.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import { renderText } from '#core/document/renderText.ts';

// One person's way through the application, told in eight steps: each goes on where the one before stopped.
let drafter: Application;
let reviewer: Application;
const files = mkdtempSync(join(tmpdir(), '乡约 往来-'));

beforeAll(async () => {
  drafter = await openApplication();
  reviewer = await openApplication();
});

pictureOfFailure(() => ({ drafter: drafter?.page, reviewer: reviewer?.page }));

afterAll(async () => {
  await drafter?.close();
  await reviewer?.close();
  rmSync(files, { recursive: true, force: true });
});

const stored = () => storedData(drafter.dataFolder);

async function openConvention(page: Page): Promise<void> {
  await page.getByRole('link', { name: /村规民约/u }).first().click();
  await page.getByRole('link', { name: '溪口村村规民约' }).first().click();
  await workspace(page).editor.waitFor();
}

it('1 asks at the first start who works here', async () => {
  await register(drafter.page, '陈秀兰', '云溪镇溪口村村民委员会', ['起草']);
  await register(reviewer.page, '刘国平', '云溪镇司法所', ['审查']);
  expect(await drafter.page.getByRole('navigation').getByRole('link').count()).toBe(3);
});

it('2 reads an old Word file into chapters, articles and computed numbers', async () => {
  await importFile(drafter, await oldConventionDocx(files));
  await workspace(drafter.page).editor.waitFor();
  const document = stored().draft();
  expect(articlesOf(document)).toHaveLength(19);
  expect(document.content.filter((part) => part.type === 'chapter')).toHaveLength(6);
  expect(await workspace(drafter.page).article('第十九条').textContent()).toContain('自公布之日起施行');
});

it('3 saves what is typed, split, added, moved and taken back', async () => {
  const { page } = drafter;
  const desk = workspace(page);
  await desk.cursorAtEnd('第六条');
  await page.keyboard.type('爱护古树名木。');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('不在道路上打谷晒粮。');
  await expect.poll(() => renderText(stored().draft())).toContain('第七条　不在道路上打谷晒粮。');
  expect(articlesOf(stored().draft())).toHaveLength(20);
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => renderText(stored().draft())).toContain('第六条　不在道路上打谷晒粮。');
  await page.keyboard.press('Control+z');
  await expect.poll(() => renderText(stored().draft())).toContain('第七条　不在道路上打谷晒粮。');
  await page.keyboard.press('Control+y');
  await expect.poll(() => renderText(stored().draft())).toContain('第六条　不在道路上打谷晒粮。');
  await desk.waitUntilSaved();
});

it('4 finds what is unlawful while one types, and takes over the suggested wording with one undoable click', async () => {
  const { page } = drafter;
  const desk = workspace(page);
  await desk.cursorAtEnd('第六条');
  await page.keyboard.type('违者罚款三百元。');
  const mark = desk.article('第六条').locator('[data-rule="village-fine"]');
  await mark.waitFor();
  await page.keyboard.press('Control+z');
  await mark.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+y');
  await mark.waitFor();
  const card = page.getByRole('article').filter({ hasText: '第六条' }).filter({ hasText: '三百元' });
  await expect.poll(() => card.innerText()).toContain('行政处罚法');
  await card.getByRole('button', { name: '采用', exact: true }).click();
  await mark.waitFor({ state: 'detached' });
  await expect.poll(() => renderText(stored().draft())).not.toContain('三百元');
  await page.keyboard.press('Control+z');
  await mark.waitFor();
  await page.keyboard.press('Control+y');
  await expect.poll(() => renderText(stored().draft())).not.toContain('三百元');
});

it('5 enters villagers’ comments, answers them and prints the table', async () => {
  const { page } = drafter;
  const desk = workspace(page);
  await desk.step('开始征求意见');
  await desk.openPanel('意见');
  await page.getByRole('button', { name: '登记意见' }).click();
  const dialog = page.getByRole('dialog', { name: '登记群众意见' });
  await dialog.getByLabel('意见内容').fill('罚款没有依据，建议改成批评教育。');
  await dialog.getByLabel('针对哪一条').selectOption({ label: '第三条' });
  await dialog.getByLabel('怎么收到的').selectOption({ label: '屋场会' });
  await dialog.getByRole('button', { name: /登记|保存/u }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '答复', exact: true }).click();
  const reply = page.getByRole('dialog', { name: '答复意见' });
  await reply.getByRole('radio', { name: '采纳', exact: true }).check();
  await reply.getByLabel('怎么改的（可以不填）').fill('改为批评教育。');
  await reply.getByRole('button', { name: /答复|保存/u }).click();
  await reply.waitFor({ state: 'hidden' });
  expect(stored().comments()).toEqual([
    { channel: 'courtyard', articleLabel: '第三条', outcome: 'adopted', reason: '改为批评教育。' },
  ]);
  const table = await drafter.savedFile(() => page.getByRole('button', { name: '存为 Word' }).click(), files);
  const xml = new TextDecoder().decode(unzipSync(readFileSync(table))['word/document.xml']);
  expect(xml).toContain('罚款没有依据，建议改成批评教育。');
});

it('6 freezes versions and compares two of them article by article', async () => {
  const { page } = drafter;
  const desk = workspace(page);
  await desk.freeze('征求意见稿');
  await desk.cursorAtEnd('第一条');
  await page.keyboard.type('自觉践行社会主义核心价值观。');
  await expect.poll(() => renderText(stored().draft())).toContain('核心价值观');
  await desk.freeze('送审稿');
  expect(stored().versions()).toMatchObject([
    { number: 2, reason: '送审稿' },
    { number: 1, reason: '征求意见稿' },
  ]);
  await page.getByRole('link', { name: '版本', exact: true }).click();
  await page.getByRole('button', { name: /^第 1 版/u }).click();
  await page.getByRole('region', { name: '第 1 版' }).getByRole('button', { name: '比较', exact: true }).click();
  const comparison = page.getByRole('region', { name: '两版对照' });
  await comparison.getByText('修改', { exact: true }).first().waitFor();
  await expect.poll(() => comparison.locator('ins').allInnerTexts()).toEqual(['自觉践行社会主义核心价值观。']);
  await page.getByRole('link', { name: '回到正文' }).click();
  await desk.editor.waitFor();
});

let submissionFile: string;
let opinionFile: string;

function verify(path: string) {
  return spawnSync(process.execPath, [join(projectRoot, 'cli', 'main.ts'), 'verify', path], { encoding: 'utf8' });
}

it('7a sends a signed package, which the other installation verifies, annotates and answers with a signed opinion', async () => {
  const desk = workspace(drafter.page);
  await desk.step('送乡镇审核');
  await drafter.page.getByRole('button', { name: '下一步：送合法性审查' }).waitFor();
  await desk.step('送合法性审查');
  const dialog = drafter.page.getByRole('dialog', { name: '送合法性审查' });
  submissionFile = await drafter.savedFile(() => dialog.getByRole('button', { name: '签名并生成送审包' }).click(), files);
  await drafter.page.getByRole('button', { name: '完成' }).click();

  const desk2 = reviewDesk(reviewer.page);
  await reviewer.page.getByRole('link', { name: /合法性审查/u }).first().click();
  await receivePackage(reviewer, () => reviewer.page.getByRole('button', { name: '打开送审包' }).click(), submissionFile);
  await desk2.annotateWhole('第三条', {
    kind: '不合法',
    text: '村民委员会没有行政处罚权。',
    law: '行政处罚法',
    article: '第十七条',
    suggestion: '由村民委员会批评教育',
  });
  for (const aspect of ['主体', '权限', '程序', '内容', '文字']) await desk2.finishAspect(aspect);
  await desk2.conclude('不合法');
  opinionFile = await reviewer.savedFile(() => reviewer.page.getByRole('button', { name: '存为意见包' }).click(), files);
  expect(verify(submissionFile)).toMatchObject({ status: 0, stdout: expect.stringContaining('云溪镇溪口村村民委员会 陈秀兰') });
  expect(verify(opinionFile)).toMatchObject({ status: 0, stdout: expect.stringContaining('结论：不合法') });
});

it('7b shows the opinion beside the text, and the text gets through in the second round', async () => {
  const { page } = drafter;
  const desk = workspace(page);
  await desk.openPanel('批注');
  await receivePackage(drafter, () => page.getByRole('button', { name: '导入意见书' }).click(), opinionFile);
  await desk.openPanel('批注');
  await page.getByText('第 1 轮意见书：不合法').waitFor();
  const annotation = page.getByRole('article').filter({ hasText: '村民委员会没有行政处罚权。' });
  await annotation.getByRole('button', { name: '答复', exact: true }).click();
  await annotation.getByRole('radio', { name: '已修改', exact: true }).check();
  await annotation.getByRole('button', { name: '记下答复' }).click();
  await annotation.getByRole('button', { name: '更正答复' }).waitFor();

  await desk.step('按审查意见修改');
  await desk.article('第三条').locator('p').first().click({ clickCount: 3 });
  await page.keyboard.type('严禁赌博、偷盗、打架斗殴；违法的，报告公安机关依法处理。');
  await expect.poll(() => renderText(stored().draft())).toContain('报告公安机关依法处理');
  await desk.waitUntilSaved();
  await page.getByText('草案在存版后又改过，先存为一版').waitFor();
  await desk.freeze('按审查意见修改');
  await desk.step('重新送审');
  const dialog = page.getByRole('dialog', { name: '重新送审' });
  const second = await drafter.savedFile(() => dialog.getByRole('button', { name: '签名并生成送审包' }).click(), files);
  await page.getByRole('button', { name: '完成' }).click();

  const desk2 = reviewDesk(reviewer.page);
  await reviewer.page.getByRole('link', { name: /合法性审查/u }).first().click();
  await receivePackage(reviewer, () => reviewer.page.getByRole('button', { name: '打开送审包' }).click(), second);
  for (const aspect of ['主体', '权限', '程序', '内容', '文字']) await desk2.finishAspect(aspect);
  await desk2.conclude('合法');
  const clearing = await reviewer.savedFile(() => reviewer.page.getByRole('button', { name: '存为意见包' }).click(), files);

  await desk.openPanel('批注');
  await receivePackage(drafter, () => page.getByRole('button', { name: '导入意见书' }).click(), clearing);
  await desk.openPanel('批注');
  await page.getByText('现在的草案就是审查通过的文本。').waitFor();
});

it('8 previews, prints and saves the cleared version, and its code is recognised', async () => {
  const { page } = drafter;
  const [newestVersion] = stored().versions();
  if (newestVersion === undefined) throw new Error('No version');
  expect(newestVersion).toMatchObject({ number: 3, isCleared: true });
  await page.getByRole('link', { name: '打印预览' }).click();
  const preview = page.getByRole('region', { name: '预览' });
  await preview.locator('canvas').first().waitFor();
  const side = page.getByRole('complementary', { name: '打印和保存' });
  await side.getByText(newestVersion.verificationCode).waitFor();
  const pdf = await drafter.savedFile(() => side.getByRole('button', { name: '存为 PDF' }).click(), files);
  const bytes = readFileSync(pdf);
  expect(bytes.toString('latin1')).toMatch(/pdfaid:part(>|=")2/u);
  const word = await drafter.savedFile(() => side.getByRole('button', { name: '存为 Word' }).click(), files);
  const xml = new TextDecoder().decode(unzipSync(readFileSync(word))['word/document.xml']);
  expect(xml).toContain('报告公安机关依法处理');
  expect(xml).toContain(newestVersion.verificationCode);

  await page.getByRole('link', { name: '设置' }).click();
  await page.getByLabel(/墙上的打印件/u).fill(newestVersion.verificationCode.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: '核对', exact: true }).click();
  await page.getByText(/对上了：溪口村《溪口村村规民约》第 3 版/u).waitFor();

  await openConvention(page);
  const desk = workspace(page);
  await desk.cursorAtEnd('第一条');
  await page.keyboard.type('再加一句。');
  await desk.openPanel('批注');
  await page.getByText('草案在审查以后改过，现在的文本还没有通过审查。改动要重新送审。').waitFor();
  await page.getByRole('button', { name: '下一步：重新送审' }).waitFor();
});
