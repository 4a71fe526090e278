import type { Page } from 'playwright';

export type SizeName = '标准字号' | '大字号' | '特大字号';

/** Chooses a type size, also behind a modal dialog, where a person could not reach the buttons. */
export async function setTypeSize(page: Page, name: SizeName): Promise<void> {
  await page.locator(`.sizes [aria-label="${name}"]`).evaluate((button: HTMLElement) => {
    button.click();
  });
  await settled(page);
}

/** Waits until what a change of size moves has been drawn in its new place. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 4; frame += 1) {
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    }
  });
}
