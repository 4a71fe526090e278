import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { importPreview } from '#e2e/pages/importScreen.ts';
import { receivePackage } from '#e2e/pages/packages.ts';
import { reviewDesk } from '#e2e/pages/reviewDesk.ts';
import { workspace } from '#e2e/pages/workspace.ts';
import { openInBrowser, type Application } from '#e2e/support/application.ts';
import { fillOffice } from '#e2e/support/fillOffice.ts';
import { villageFolder } from '#e2e/support/importSamples.ts';
import { oldConventionDocx } from '#e2e/support/oldConventionDocx.ts';
import { palettePng } from '#e2e/support/palettePng.ts';
import { projectRoot } from '#scripts/projectRoot.ts';

// The pictures of the manual and of README.md: one walk through the application, on two hosts with data folders of their own.

const folder = join(projectRoot, 'docs', 'images');

/** Takes one picture when the fonts are there; notices in the corner come and go and stay out of it. */
async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const png = await page.screenshot({ animations: 'disabled', style: '.notices { visibility: hidden }' });
  writeFileSync(join(folder, `${name}.png`), palettePng(png));
  process.stdout.write(`docs/images/${name}.png\n`);
}

async function openOwnConvention(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^村规民约/u }).first().click();
  await page.getByRole('link', { name: '溪口村村规民约' }).first().click();
  await workspace(page).editor.waitFor();
}

async function firstStart({ page }: Application, person: string, office: string, role: string): Promise<void> {
  await page.getByLabel('姓名').fill(person);
  await page.getByLabel('单位').fill(office);
  for (const name of ['起草', '审查', '备案', '管理']) {
    await page.getByRole('checkbox', { name }).setChecked(name === role);
  }
}

async function enter({ page }: Application): Promise<void> {
  await page.getByRole('button', { name: '开始使用' }).click();
  await page.getByRole('heading', { name: '工作台' }).waitFor();
}

/** Replaces an article's text as a person does, and waits until it is on disk. */
async function rewrite(page: Page, number: string, words: string): Promise<void> {
  const desk = workspace(page);
  await desk.article(number).locator('p').first().click({ clickCount: 3 });
  await page.keyboard.type(words);
  await desk.waitUntilSaved();
}

async function comment(page: Page, words: string, article: string, channel: string): Promise<void> {
  await page.getByRole('button', { name: '登记意见' }).click();
  const dialog = page.getByRole('dialog', { name: '登记群众意见' });
  await dialog.getByLabel('意见内容').fill(words);
  await dialog.getByLabel('针对哪一条').selectOption({ label: article });
  await dialog.getByLabel('怎么收到的').selectOption({ label: channel });
  await dialog.getByRole('button', { name: '登记', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Answers the first comment that waits for an answer. */
async function reply(page: Page, outcome: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: '答复', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: '答复意见' });
  await dialog.getByRole('radio', { name: outcome, exact: true }).check();
  await dialog.getByLabel(outcome === '采纳' ? '怎么改的（可以不填）' : '理由').fill(reason);
  await dialog.getByRole('button', { name: '记下答复' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function importAndEdit(drafter: Application, files: string): Promise<void> {
  const { page } = drafter;
  const desk = workspace(page);
  await page.getByRole('link', { name: '导入文档' }).first().click();
  await drafter.chooseFile(() => page.getByRole('button', { name: '选择文件', exact: true }).click(), await oldConventionDocx(files));
  const preview = importPreview(page);
  await preview.part('第三条').click();
  await picture(page, 'import');
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await desk.editor.waitFor();
  await desk.article('第七条').locator('[data-rule]').first().waitFor();
  await desk.cursorAtEnd('第七条');
  await page.getByRole('article').filter({ hasText: '第七条' }).getByRole('button', { name: '采用', exact: true }).first().waitFor();
  await picture(page, 'editor');
  await page.getByRole('button', { name: '特大字号' }).click();
  await picture(page, 'editor-largest');
  await page.getByRole('button', { name: '标准字号' }).click();
}

async function collectComments({ page }: Application): Promise<void> {
  const desk = workspace(page);
  await desk.step('开始征求意见');
  await desk.freeze('征求意见稿');
  await desk.openPanel('意见');
  await comment(page, '罚款没有依据，建议改成批评教育。', '第三条', '屋场会');
  await reply(page, '采纳', '改为批评教育，构成违法的报公安机关。');
  await comment(page, '停水影响老人小孩，水费可以慢慢催。', '第十六条', '入户走访');
  await comment(page, '义务工折钱太高，有的人家在外打工。', '第九条', '意见箱');
  await picture(page, 'comments');
  await reply(page, '采纳', '不再停水，改为书面催缴。');
  await reply(page, '部分采纳', '义务工改为自愿参加，不再折钱。');
}

async function reviseAndCompare({ page }: Application): Promise<void> {
  const desk = workspace(page);
  await rewrite(page, '第三条', '严禁赌博、偷盗、打架斗殴。违反的，由村民委员会批评教育；违法的，报告公安机关依法处理。');
  await rewrite(page, '第九条', '提倡村民自愿参加修路、修渠等公益劳动。');
  await rewrite(page, '第十六条', '村民应当合理用水，按时交水费；没有按时交的，由村里书面催缴。');
  await desk.cursorAtEnd('第六条');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('爱护古树名木，不攀折、不刻划。');
  await desk.article('第十四条').locator('p').first().click();
  // The editor learns of a click a moment later; a key that came first would move the article before.
  await desk.editor.locator('.is-current[data-label="第十四条"]').waitFor();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await desk.waitUntilSaved();
  await desk.freeze('送审稿');
  await page.getByRole('link', { name: '版本', exact: true }).click();
  await page.getByRole('button', { name: /^第 1 版/u }).click();
  await page.getByRole('region', { name: '第 1 版' }).getByRole('button', { name: '比较', exact: true }).click();
  await page.getByRole('region', { name: '两版对照' }).locator('ins').first().waitFor();
  await picture(page, 'comparison');
  await page.getByRole('link', { name: '回到正文' }).click();
  await desk.editor.waitFor();
}

/** Sends the newest version by this step and returns the path of the package. */
async function submit(drafter: Application, step: '送合法性审查' | '重新送审', files: string, pictureName?: string): Promise<string> {
  const { page } = drafter;
  await page.getByRole('button', { name: `下一步：${step}` }).waitFor();
  await workspace(page).step(step);
  const dialog = page.getByRole('dialog', { name: step });
  await dialog.getByLabel('说明（可以不填）').fill('2016年的老规约，按群众意见改过一遍。第五条、第十四条拿不准，重点看一看。');
  if (pictureName !== undefined) await picture(page, pictureName);
  const path = await drafter.savedFile(() => dialog.getByRole('button', { name: '签名并生成送审包' }).click(), files);
  await page.getByRole('button', { name: '完成' }).click();
  return path;
}

type Remark = { kind: string; text: string; suggestion: string };

/** Makes a hint of the pre-check an annotation on the same words, with the bases of the hints on its article. */
async function annotateFinding(page: Page, quote: string, { kind, text, suggestion }: Remark): Promise<void> {
  await page.locator('.rv-hint').filter({ hasText: quote }).getByRole('button', { name: '作为批注' }).click();
  const form = page.getByRole('form', { name: /^新批注，/u });
  await form.getByRole('radio', { name: kind }).check({ force: true });
  await form.getByLabel('意见', { exact: true }).fill(text);
  await form.getByRole('button', { name: '用预审提示的依据' }).click();
  await form.getByLabel('改为', { exact: true }).fill(suggestion);
  await form.getByRole('button', { name: '保存批注' }).click();
  await form.waitFor({ state: 'hidden' });
}

const aspects = ['主体', '权限', '程序', '内容', '文字'];

async function review(reviewer: Application, files: string, submission: string): Promise<string> {
  const { page } = reviewer;
  const desk = reviewDesk(page);
  await page.getByRole('link', { name: /合法性审查/u }).first().click();
  await reviewer.chooseFile(() => page.getByRole('button', { name: '打开送审包' }).click(), submission);
  const dialog = page.getByRole('dialog', { name: /接收(送审包|意见书)/u });
  await dialog.getByLabel('已经和对方核对，识别码一样').check();
  await picture(page, 'package-check');
  await dialog.getByRole('button', { name: '接收', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await annotateFinding(page, '“交管理费二百元”', {
    kind: '不合法',
    text: '村民委员会不能向外来人员收管理费。',
    suggestion: '本村规民约适用于本村全体村民和在本村居住、经商的人员。',
  });
  await annotateFinding(page, '“必须先经村里调解”', {
    kind: '应当修改',
    text: '调解要当事人自愿，起诉是村民的权利，不能用规约禁止。',
    suggestion: '村民之间发生纠纷，可以先申请村人民调解委员会调解。',
  });
  for (const aspect of ['主体', '权限', '程序']) await desk.finishAspect(aspect);
  await page.getByRole('article', { name: '第 1 条批注' }).getByRole('button').first().click();
  await picture(page, 'review');
  await page.getByRole('group', { name: '内容查得怎样' }).getByRole('button', { name: '有问题' }).click();
  await page.getByLabel('内容：问题是').fill('第二条、第五条等处和法律不一致，见批注。');
  await page.getByLabel('内容：问题是').press('Enter');
  await desk.finishAspect('文字');
  await desk.conclude('不合法');
  return reviewer.savedFile(() => page.getByRole('button', { name: '存为意见包' }).click(), files);
}

async function answerOpinion(drafter: Application, opinion: string): Promise<void> {
  const { page } = drafter;
  const desk = workspace(page);
  await desk.openPanel('批注');
  await receivePackage(drafter, () => page.getByRole('button', { name: '导入意见书' }).click(), opinion);
  await desk.openPanel('批注');
  await page.getByText('第 1 轮意见书：不合法').waitFor();
  await picture(page, 'opinion');
}

/** What the second round says, article by article. */
const corrections: readonly [string, string][] = [
  ['第二条', '本村规民约适用于本村全体村民和在本村居住、经商的人员。'],
  ['第五条', '村民之间发生纠纷，可以先申请村人民调解委员会调解。'],
  ['第八条', '各家各户要搞好门前三包，垃圾倒入指定的垃圾池。乱倒垃圾的，由村民委员会批评教育。'],
  ['第九条', '家禽家畜实行圈养。放养的鸡鸭糟蹋庄稼的，由饲养户照价赔偿。'],
  ['第十一条', '提倡婚事新办、丧事简办，反对大操大办。'],
  ['第十四条', '村民不论男女，婚姻变动以后的户口和土地权益依法办理。'],
  ['第十五条', '建房要服从村里统一规划，先办审批手续，再动工。'],
  ['第十六条', '承包地不要撂荒，家里种不了的，可以依法流转。'],
  ['第十八条', '违反本村规民约的，由村民委员会批评教育。'],
  ['第十九条', '本村规民约与法律法规不一致的，以法律法规为准，由村民委员会负责解释。'],
];

/** The second round: the text as the reviewer wanted it, cleared, printed. Returns the code on the print. */
async function clearAndPrint(drafter: Application, reviewer: Application, files: string): Promise<string> {
  const { page } = drafter;
  const desk = workspace(page);
  await desk.step('按审查意见修改');
  for (const [number, words] of corrections) await rewrite(page, number, words);
  await desk.freeze('按审查意见修改');
  const submission = await submit(drafter, '重新送审', files);
  const theirs = reviewDesk(reviewer.page);
  await reviewer.page.getByRole('link', { name: /合法性审查/u }).first().click();
  await receivePackage(reviewer, () => reviewer.page.getByRole('button', { name: '打开送审包' }).click(), submission);
  for (const aspect of aspects) await theirs.finishAspect(aspect);
  await theirs.conclude('合法');
  const clearing = await reviewer.savedFile(() => reviewer.page.getByRole('button', { name: '存为意见包' }).click(), files);
  await desk.openPanel('批注');
  await receivePackage(drafter, () => page.getByRole('button', { name: '导入意见书' }).click(), clearing);
  await desk.openPanel('批注');
  await page.getByText('现在的草案就是审查通过的文本。').waitFor();
  await page.getByRole('link', { name: '打印预览' }).click();
  await page.getByRole('region', { name: '预览' }).locator('canvas').first().waitFor();
  await picture(page, 'print');
  return page.locator('.fingerprint').innerText();
}

async function vote({ page }: Application): Promise<void> {
  await page.getByRole('link', { name: '回到正文' }).click();
  const desk = workspace(page);
  await desk.step('交会议表决');
  await page.getByRole('button', { name: '下一步：登记表决结果' }).waitFor();
  await desk.step('登记表决结果');
  const dialog = page.getByRole('dialog', { name: '登记表决结果' });
  await dialog.getByLabel('地点（可以不填）').fill('村文化礼堂');
  for (const [name, number] of [['应到', '386'], ['实到', '297'], ['赞成', '281'], ['反对', '9'], ['弃权', '7']] as const) {
    await dialog.getByLabel(name, { exact: true }).fill(number);
  }
  await picture(page, 'vote');
  await dialog.getByRole('button', { name: '取消' }).click();
}

async function settings({ page }: Application, code: string): Promise<void> {
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByLabel(/墙上的打印件/u).fill(code);
  await page.getByRole('button', { name: '核对', exact: true }).click();
  await page.getByText(/^对上了：/u).waitFor();
  await page.getByRole('heading', { name: '设置' }).scrollIntoViewIfNeeded();
  await picture(page, 'settings');
  await page.getByRole('button', { name: '立即备份' }).click();
  await page.getByText('备份已经做好').waitFor();
  await page.getByRole('list', { name: '本页内容' }).getByRole('button', { name: '备份' }).click();
  await picture(page, 'backups');
}

/** Many old texts at once, some of which do not go in. */
async function importMany(drafter: Application, files: string): Promise<void> {
  const { page } = drafter;
  await page.getByRole('link', { name: /^村规民约/u }).first().click();
  await page.getByRole('link', { name: '导入文档' }).or(page.getByRole('button', { name: '导入文档' })).first().click();
  await drafter.chooseFile(() => page.getByRole('button', { name: '选择文件夹' }).click(), villageFolder(files));
  await page.getByText(/^共 4 份/u).waitFor();
  await picture(page, 'import-many');
}

async function takeScreenshots(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const files = mkdtempSync(join(tmpdir(), 'xiangyue-pictures-'));
  const drafter = await openInBrowser();
  const reviewer = await openInBrowser();
  try {
    await firstStart(drafter, '陈秀兰', '云溪镇溪口村村民委员会', '起草');
    await picture(drafter.page, 'welcome');
    await enter(drafter);
    await firstStart(reviewer, '刘国平', '云溪镇司法所', '审查');
    await enter(reviewer);
    await importAndEdit(drafter, files);
    await collectComments(drafter);
    await reviseAndCompare(drafter);
    await workspace(drafter.page).step('送乡镇审核');
    const submission = await submit(drafter, '送合法性审查', files, 'submission');
    const opinion = await review(reviewer, files, submission);
    await answerOpinion(drafter, opinion);
    await fillOffice(await drafter.client());
    await drafter.page.getByRole('link', { name: /^工作台/u }).click();
    await drafter.page.getByRole('region', { name: '各村进度' }).waitFor();
    await drafter.page.reload();
    await drafter.page.getByRole('region', { name: '各村进度' }).waitFor();
    await picture(drafter.page, 'workbench');
    await openOwnConvention(drafter.page);
    const code = await clearAndPrint(drafter, reviewer, files);
    await vote(drafter);
    await settings(drafter, code);
    await importMany(drafter, files);
  } catch (error) {
    await drafter.page.screenshot({ path: join(projectRoot, 'test-results', 'screenshots-drafter.png') });
    await reviewer.page.screenshot({ path: join(projectRoot, 'test-results', 'screenshots-reviewer.png') });
    throw error;
  } finally {
    await drafter.close();
    await reviewer.close();
    rmSync(files, { recursive: true, force: true });
  }
}

await takeScreenshots();
