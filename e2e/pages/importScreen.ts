import type { Page } from 'playwright';
import type { Application } from '#e2e/support/application.ts';

/** Imports a file from the workbench's first step or from the list, and takes the result over as it was read. */
export async function importFile(application: Application, path: string): Promise<void> {
  const { page } = application;
  await page.getByRole('link', { name: '导入文档' }).or(page.getByRole('button', { name: '导入文档' })).first().click();
  await application.chooseFile(() => page.getByRole('button', { name: '选择文件', exact: true }).click(), path);
  await page.getByRole('button', { name: '导入', exact: true }).click();
}

/** The preview before 导入: the source at left, what was read at right. */
export function importPreview(page: Page) {
  const result = page.getByRole('region', { name: '读出的条文' });
  const lines = page.getByRole('listbox', { name: '原文各行' });
  return {
    result,
    lines,
    /** A line of the source, by its printed number. */
    line: (number: number) => lines.locator(`[data-line="${number - 1}"]`),
    /** The button with the computed number of an article or heading. */
    part: (label: string) => result.getByRole('button', { name: label }),
    chosenLines: () => lines.locator('.in-part').evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('data-line')) + 1)),
    chosenPart: () => result.getByRole('button', { pressed: true }).innerText(),
    size: () => result.getByRole('heading', { name: /^读出的条文/u }).innerText(),
    async readWords(words: string) {
      await page.getByLabel('没有文件的，把文字粘贴在这里').fill(words);
      await page.getByRole('button', { name: '读取文字' }).click();
      await result.waitFor();
    },
    async takeOver() {
      await page.getByRole('button', { name: '导入', exact: true }).click();
      await page.locator('.ProseMirror').waitFor();
    },
  };
}
