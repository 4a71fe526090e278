import { afterAll, beforeAll, expect, it } from 'vitest';
import { workspace } from '#e2e/pages/workspace.ts';
import type { WindowSize } from '#e2e/support/application.ts';
import { barsMoved } from '#e2e/support/barsMoved.ts';
import { layoutFaults } from '#e2e/support/layoutFaults.ts';
import { openTown, screens, type Town } from '#e2e/support/screens.ts';
import { setTypeSize, settled, type SizeName } from '#e2e/support/typeSize.ts';

/** The office's usual screen in every type size, a large one, and the smallest that is still in use. */
const views: readonly { window: WindowSize; type: SizeName }[] = [
  { window: { width: 1366, height: 768 }, type: '标准字号' },
  { window: { width: 1366, height: 768 }, type: '大字号' },
  { window: { width: 1366, height: 768 }, type: '特大字号' },
  { window: { width: 1920, height: 1080 }, type: '标准字号' },
  { window: { width: 1920, height: 1080 }, type: '特大字号' },
  { window: { width: 1024, height: 768 }, type: '标准字号' },
  { window: { width: 1024, height: 768 }, type: '特大字号' },
];

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town?.close());

for (const screen of screens) {
  it(`keeps the laws of layout in every window and type size: ${screen.name}`, async () => {
    const page = await screen.open(town);
    const faults: string[] = [];
    for (const { window, type } of views) {
      await page.setViewportSize(window);
      await setTypeSize(page, type);
      await settled(page);
      for (const fault of [...(await page.evaluate(layoutFaults)), ...(await page.evaluate(barsMoved))]) {
        faults.push(`${window.width} ${type}: ${fault}`);
      }
    }
    await page.setViewportSize({ width: 1366, height: 768 });
    await setTypeSize(page, '标准字号');
    expect(faults).toEqual([]);
  });
}

it('brings the finding on an article into view when the cursor goes to the article, and holds still where there is none', async () => {
  const { page } = town.drafter;
  await page.goto(`${town.drafter.host.origin}/#/conventions/${town.conventions.screening}`);
  await page.reload();
  const desk = workspace(page);
  await desk.editor.waitFor();
  await page.getByRole('article').first().waitFor();
  const panel = page.getByRole('tabpanel');
  const shownIn = () =>
    panel.evaluate((element) => {
      const card = element.querySelector('.card.cur');
      if (card === null) return '';
      const [outer, inner] = [element.getBoundingClientRect(), card.getBoundingClientRect()];
      return inner.top >= outer.top - 1 && inner.top < outer.bottom - 100 ? (card.querySelector('.place')?.textContent ?? '') : 'out of sight';
    });
  for (const article of ['第十六条', '第三条', '第十五条']) {
    await desk.cursorAtEnd(article);
    await expect.poll(shownIn).toBe(article);
  }
  const topOfCard = () => panel.getByRole('article').filter({ hasText: '第十五条' }).first().evaluate((card) => card.getBoundingClientRect().top);
  const before = await topOfCard();
  await desk.cursorAtEnd('第十三条');
  await page.locator('.is-current[data-label="第十三条"]').waitFor();
  await settled(page);
  expect(Math.abs((await topOfCard()) - before)).toBeLessThan(4);
});
