import type { Locator, Page } from 'playwright';

/** The editor with its outline, panels and stage bar. */
export function workspace(page: Page) {
  const editor = page.locator('.ProseMirror');
  const article = (number: string): Locator => editor.locator(`[data-label="${number}"]`);
  return {
    editor,
    article,
    /** Puts the cursor at the end of an article's text. */
    async cursorAtEnd(number: string) {
      const paragraph = article(number).locator('p').last();
      await paragraph.click();
      // The End key stops at the end of a line on the screen; an article may have several.
      await paragraph.evaluate((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        range.collapse(false);
        document.getSelection()?.removeAllRanges();
        document.getSelection()?.addRange(range);
      });
    },
    async waitUntilSaved() {
      await page.getByText(/^已保存/u).waitFor();
    },
    async openPanel(name: '预审' | '意见' | '批注' | '修订') {
      await page.getByRole('tab', { name }).click();
    },
    async step(name: string) {
      await page.getByRole('button', { name: `下一步：${name}` }).click();
    },
    async menu(entry: string) {
      await page.getByRole('button', { name: '办理', exact: true }).click();
      await page.getByRole('menuitem', { name: entry }).click();
    },
    async freeze(reason: string) {
      await this.menu('存为一版');
      const dialog = page.getByRole('dialog', { name: '存为一版' });
      await dialog.getByLabel('存这一版的原因').fill(reason);
      await dialog.getByRole('button', { name: '存为一版' }).click();
      await dialog.waitFor({ state: 'hidden' });
    },
  };
}
