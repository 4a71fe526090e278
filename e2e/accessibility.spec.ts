import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workspace } from '#e2e/pages/workspace.ts';
import type { Application } from '#e2e/support/application.ts';
import { axeFaultsInBothSizes } from '#e2e/support/axeFaultsInBothSizes.ts';
import { expectVisibleFocus, pressOn, tabTo } from '#e2e/support/keyboard.ts';
import { openApplication } from '#e2e/support/openApplication.ts';
import { pictureOfFailure } from '#e2e/support/pictureOfFailure.ts';
import { openTown, screens, type Town } from '#e2e/support/screens.ts';

describe('every screen', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown();
  });
  afterAll(() => town?.close());

  for (const screen of screens) {
    it(`has no fault that axe knows, in standard and largest type: ${screen.name}`, async () => {
      const page = await screen.open(town);
      expect(await axeFaultsInBothSizes(page)).toEqual({ standard: [], largest: [] });
    });
  }
});

describe('without a mouse', () => {
  let application: Application;
  beforeAll(async () => {
    application = await openApplication();
  });
  pictureOfFailure(() => ({ keyboard: application?.page }));
  afterAll(() => application?.close());

  it('one registers, pastes an old text, edits it, freezes it, enters and answers a comment, and sends the text for review', async () => {
    const { page } = application;
    const { keyboard } = page;
    const focused = page.locator(':focus');
    const desk = workspace(page);

    await tabTo(page, page.getByLabel('姓名'));
    await keyboard.type('陈秀兰');
    await tabTo(page, page.getByLabel('单位'));
    await keyboard.type('云溪镇溪口村村民委员会');
    await pressOn(page, page.getByRole('button', { name: '开始使用' }));

    await pressOn(page, page.getByRole('link', { name: '导入文档' }));
    await tabTo(page, page.getByLabel('没有文件的，把文字粘贴在这里'));
    await keyboard.insertText('溪口村村规民约\n第一条 爱护公物。\n第二条 乱倒垃圾的，每次罚款50元。\n第三条 本公约自公布之日起施行。');
    await pressOn(page, page.getByRole('button', { name: '读取文字' }));
    await pressOn(page, page.getByRole('button', { name: '导入', exact: true }));

    await tabTo(page, desk.editor);
    await keyboard.press('Control+Home');
    await keyboard.press('ArrowDown');
    await page.locator('.is-current[data-label="第一条"]').waitFor();
    await keyboard.press('End');
    await keyboard.type('损坏的，按实际损失赔偿。');
    await expect.poll(() => desk.article('第一条').innerText()).toContain('爱护公物。损坏的，按实际损失赔偿。');
    await desk.waitUntilSaved();

    const more = page.getByRole('button', { name: '办理', exact: true });
    await tabTo(page, more, 'Shift+Tab');
    await keyboard.press('Enter');
    const freezeEntry = page.getByRole('menuitem', { name: '存为一版' });
    await freezeEntry.waitFor();
    // The menu as a whole has the focus for a moment; only an entry of it is something to press.
    const isOnEntry = () => freezeEntry.evaluate((element) => element === document.activeElement);
    for (let presses = 0; !(await isOnEntry()) && presses < 10; presses += 1) await keyboard.press('ArrowDown');
    expect(await isOnEntry()).toBe(true);
    await keyboard.press('Enter');
    const freezing = page.getByRole('dialog', { name: '存为一版' });
    await tabTo(page, freezing.getByLabel('存这一版的原因'));
    await keyboard.type('征求意见稿');
    await pressOn(page, freezing.getByRole('button', { name: '存为一版' }));
    await freezing.waitFor({ state: 'hidden' });
    await expect.poll(() => more.evaluate((element) => element === document.activeElement)).toBe(true);

    const nextStep = (name: string) => page.getByRole('button', { name: `下一步：${name}` });
    await tabTo(page, nextStep('开始征求意见'), 'Shift+Tab');
    await keyboard.press('Enter');
    await nextStep('送乡镇审核').waitFor();
    await expectVisibleFocus(page);

    await tabTo(page, page.getByRole('tab', { name: '预审' }));
    await keyboard.press('ArrowRight');
    await expectVisibleFocus(page);
    const enter = page.getByRole('button', { name: '登记意见' });
    await pressOn(page, enter);
    const comment = page.getByRole('dialog', { name: '登记群众意见' });
    await tabTo(page, comment.getByLabel('意见内容'));
    await keyboard.type('罚款没有依据，改成批评教育。');
    await pressOn(page, comment.getByRole('button', { name: '登记', exact: true }));
    await comment.waitFor({ state: 'hidden' });
    await expect.poll(() => enter.evaluate((element) => element === document.activeElement)).toBe(true);

    const answer = page.getByRole('button', { name: '答复', exact: true });
    await pressOn(page, answer);
    const reply = page.getByRole('dialog', { name: '答复意见' });
    await tabTo(page, reply.getByRole('radio').first());
    await keyboard.press('Space');
    await pressOn(page, reply.getByRole('button', { name: '记下答复' }));
    await reply.waitFor({ state: 'hidden' });
    await expect.poll(() => focused.textContent()).toContain('更正答复');
    await expectVisibleFocus(page);

    await tabTo(page, nextStep('送乡镇审核'), 'Shift+Tab');
    await keyboard.press('Enter');
    await nextStep('送合法性审查').waitFor();
    await expectVisibleFocus(page);
    await keyboard.press('Enter');
    const submission = page.getByRole('dialog', { name: '送合法性审查' });
    await tabTo(page, submission.getByLabel('审查单位'));
    await keyboard.press('Control+a');
    await keyboard.type('云溪镇司法所');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      pressOn(page, submission.getByRole('button', { name: '签名并生成送审包' })),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.xiangyue$/u);
    const made = page.getByRole('dialog', { name: '送审包已经做好' });
    await pressOn(page, made.getByRole('button', { name: '完成' }));
    await made.waitFor({ state: 'hidden' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
    await expectVisibleFocus(page);
  });
});
