import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ContractClient } from '#contract/contract.ts';
import { article, chapter, conventionDocument } from '#core/document/documentBuilders.ts';
import type { ConventionDocument } from '#core/document/document.ts';
import { renderText } from '#core/document/renderText.ts';
import { openInBrowser, type BrowserApplication } from '#e2e/support/application.ts';
import { axeFaultsInBothSizes } from '#e2e/support/axeFaultsInBothSizes.ts';
import { expectVisibleFocus, pressOn, tabTo } from '#e2e/support/keyboard.ts';
import { pictureOfFailure } from '#e2e/support/pictureOfFailure.ts';

let application: BrowserApplication;
let page: Page;
let client: ContractClient;
let conventionId: string;

const garbage = '垃圾应当分类投放到指定地点，不得乱倒乱扔。';
const dogs = '养犬应当拴养，外出牵绳，伤人的依法赔偿。';
const feasts = '红事新办，彩礼从简，宴席不超过十五桌。';
const funerals = '白事简办，丧期不超过三日，不搞封建迷信。';
const water = '按时缴纳水费和保洁费，不得无故拖欠。';
const roads = '建房不得占用公共道路和排水沟渠。';
const forest = '进入林区严禁携带火种，发现火情立即报告。';

const old = conventionDocument('清溪村村规民约', [
  chapter('c1', '环境卫生', article('a1', garbage), article('a2', dogs)),
  chapter('c2', '移风易俗', article('a3', `${feasts}${funerals}`), article('a4', '外村人员迁入本村，每人缴纳入户费二千元。')),
  chapter('c3', '公共事务', article('a5', water), article('a6', roads), article('a8', forest), article('a7', '本公约自公布之日起施行。')),
]);
/** edited, split, deleted, inserted, moved and edited */
const fresh = conventionDocument('清溪村村规民约', [
  chapter('c1', '环境卫生', article('a1', garbage), article('a2', dogs.replace('依法', '由饲养人依法'))),
  chapter('c2', '移风易俗', article('a3', feasts), article('b3', funerals)),
  chapter('c3', '公共事务', article('a6', roads), article('a8', forest), article('b8', '爱护古树名木，不攀折、不刻划。'), article('a5', `${water}困难户可以申请缓缴。`), article('a7', '本公约自公布之日起施行。')),
]);

beforeAll(async () => {
  application = await openInBrowser();
  ({ page } = application);
  client = await application.client();
  await client.installation.register({ person: '陈秀兰', office: '清溪村村民委员会', roles: ['drafter', 'registrar'], withSample: false });
});
pictureOfFailure(() => ({ comparing: application?.page }));
afterAll(() => application?.close());

async function save(document: ConventionDocument): Promise<void> {
  const { revision } = await client.drafts.get({ conventionId });
  await client.drafts.save({ conventionId, baseRevision: revision, document });
}

async function freeze(reason: string) {
  const { revision } = await client.drafts.get({ conventionId });
  return client.versions.freeze({ conventionId, revision, reason });
}

async function linesOnDisk(): Promise<string[]> {
  return renderText((await client.drafts.get({ conventionId })).document).trim().split('\n');
}

async function open(path: string): Promise<void> {
  await page.goto(`${application.host.origin}/#${path}`);
  await page.reload();
  await page.locator('.compare-sheet, .version-text').first().waitFor();
}

async function expectNoFaults(): Promise<void> {
  expect(await axeFaultsInBothSizes(page)).toEqual({ standard: [], largest: [] });
}

beforeEach(async () => {
  ({ conventionId } = await client.conventions.create({ village: '清溪村', township: '枫林镇', kind: 'village', document: old }));
  await freeze('征求意见稿');
  await save(fresh);
});

const region = () => page.getByRole('region', { name: '两版对照' });
const words = () => region().getByRole('article').locator('.no small:not(.trail)').allInnerTexts();
const position = () => page.locator('.totals output').innerText();
const way = (name: string) => page.getByRole('group', { name: '看的方式' }).getByRole('button', { name, exact: true });

describe('two versions compared', () => {
  it('are looked at in three ways, each telling every change in a word; the way is remembered', async () => {
    await open(`/conventions/${conventionId}/compare`);
    await way('并排').click();
    expect(new Set(await words())).toEqual(new Set(['修改', '拆分', '删去', '新增', '移动并修改']));
    expect(await region().locator('.bands path').count()).toBe(3);
    await expectNoFaults();

    await way('通读').click();
    expect(await region().getByRole('heading', { level: 3 }).allInnerTexts()).toEqual(['第一章 环境卫生', '第二章 移风易俗', '第三章 公共事务']);
    expect(await region().locator('.line.d del').allInnerTexts()).toEqual(['外村人员迁入本村，每人缴纳入户费二千元。']);
    expect(await region().getByText(roads).count()).toBe(1);
    await expectNoFaults();

    await way('只看改动').click();
    expect(await region().getByText(roads).count()).toBe(0);
    await expectNoFaults();
    await page.reload();
    await region().waitFor();
    expect(await way('只看改动').getAttribute('aria-pressed')).toBe('true');
    await way('并排').click();
  });

  it('are stepped through by keys, which put the keyboard on the change and say how many there are', async () => {
    await open(`/conventions/${conventionId}/compare`);
    const total = Number(/\d+/u.exec(await position())?.[0]);
    expect(total).toBe(5);
    const visited: (string | null)[] = [];
    for (let step = 1; step <= total; step += 1) {
      await page.keyboard.press('F7');
      await expect.poll(position).toBe(`第 ${step} 处，共 ${total} 处`);
      visited.push(await page.locator(':focus').getAttribute('data-change'));
      await expect.poll(() => page.locator(':focus').evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      })).toBe(true);
    }
    expect(visited).toEqual(['1', '2', '3', '4', '5']);
    await expectVisibleFocus(page);
    await page.keyboard.press('F7');
    await expect.poll(position).toBe(`第 1 处，共 ${total} 处`);
    await page.keyboard.press('Shift+F7');
    await expect.poll(position).toBe(`第 ${total} 处，共 ${total} 处`);
    await way('通读').click();
    expect(await position()).toBe(`第 ${total} 处，共 ${total} 处`);
    await way('并排').click();
  });

  it('lead from one end of a move to the other', async () => {
    await open(`/conventions/${conventionId}/compare`);
    await page.getByRole('button', { name: '移到第八条' }).click();
    await expect.poll(() => page.locator(':focus').getAttribute('aria-label')).toBe('第八条，移动并修改，原第五条');
  });

  it('give back one article, keep what it replaced, and take it back again', async () => {
    await open(`/conventions/${conventionId}/compare`);
    const change = region().getByRole('article', { name: '第五条，移动并修改，移到第八条' });
    await pressOn(page, change.getByRole('button', { name: '把这一条恢复为旧文' }));
    await page.getByText('草案已经恢复为旧文。恢复前的草案已存为第 2 版。').waitFor();
    expect(await linesOnDisk()).toContain(`第八条　${water}`);
    await region().getByRole('article', { name: '第八条，移动，原第五条' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('compare-scroll');
    await page.getByRole('button', { name: '撤回' }).click();
    await page.getByText('草案已经换回恢复之前的文字。').waitFor();
    expect(await linesOnDisk()).toContain(`第八条　${water}困难户可以申请缓缴。`);
    await region().getByRole('button', { name: '把这一条放回草案' }).click();
    await expect.poll(linesOnDisk).toContain('第五条　外村人员迁入本村，每人缴纳入户费二千元。');
  });
});

describe('a file', () => {
  it('is compared with the draft from the same screen, and left again for a version', async () => {
    const folder = mkdtempSync(join(tmpdir(), '乡约 文件-'));
    const path = join(folder, '镇里的样本.txt');
    writeFileSync(path, `清溪村村规民约\n第一条 ${garbage}\n第二条 ${funerals}\n第三条 ${forest}\n`);
    await open(`/conventions/${conventionId}/compare`);
    const picker = page.getByLabel('旧的一版');
    await application.chooseFile(async () => {
      await picker.selectOption({ label: '另选一个文件来比……' });
    }, path);
    await region().getByText('旧：镇里的样本.txt').waitFor();
    await region().getByText('3 条', { exact: true }).waitFor();
    expect(await page.locator('.totals').innerText()).toContain('未改 3');
    expect(await region().getByRole('button', { name: /恢复为旧文|放回草案/u }).count()).toBe(0);
    await picker.selectOption({ label: '现在的草案' });
    await page.getByText('两份文字一样').waitFor();
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('the timeline of versions', () => {
  it('tells who, when, why and how much changed, opens a version to read, compares and restores it', async () => {
    await freeze('送审稿');
    await save(old);
    await open(`/conventions/${conventionId}/versions`);
    const line = page.getByRole('list', { name: '版本时间线' });
    await line.getByText(/^比第 1 版：新增 1 条，删去 1 条，修改 2 条，移动 1 条，拆分 1 条；/u).waitFor();
    await line.getByText('第一次存版').waitFor();
    await line.getByText(/^比第 2 版：/u).waitFor();
    await page.getByText('这一版已经存下，不能再改。').waitFor();
    await expectNoFaults();

    await pressOn(page, page.getByRole('button', { name: '看全部' }));
    const { contentHash, id } = (await client.versions.list({ conventionId }))[0] ?? { contentHash: '', id: '' };
    expect(await page.locator('code').innerText()).toBe(contentHash);
    await page.getByRole('article', { name: '第 2 版的文字' }).getByText('爱护古树名木').waitFor();

    await tabTo(page, page.getByRole('button', { name: '恢复为草案' }));
    await page.keyboard.press('Enter');
    await pressOn(page, page.getByRole('button', { name: '恢复第 2 版' }));
    await page.getByText('草案已经换回第 2 版的文字。').waitFor();
    expect((await linesOnDisk()).some((text) => text.includes('爱护古树名木'))).toBe(true);
    expect((await client.versions.get({ versionId: id })).contentHash).toBe(contentHash);

    await line.getByRole('button', { name: /^第 1 版/u }).click();
    const detail = page.getByRole('region', { name: '第 1 版' });
    await detail.getByLabel('和哪一版比较').selectOption({ label: '第 2 版　送审稿' });
    await detail.getByRole('button', { name: '比较', exact: true }).click();
    await region().getByText('旧：第 1 版').waitFor();
    await region().getByText('新：第 2 版').waitFor();
    expect(await region().getByRole('button', { name: '把这一条恢复为旧文' }).count()).toBe(0);
  });
});
