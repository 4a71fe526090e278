import type { Application } from '#e2e/support/application.ts';

/** Imports a file from the workbench's first step or from the list, and takes the result over as it was read. */
export async function importFile(application: Application, path: string): Promise<void> {
  const { page } = application;
  await page.getByRole('link', { name: '导入文档' }).or(page.getByRole('button', { name: '导入文档' })).first().click();
  await application.chooseFile(() => page.getByRole('button', { name: '选择文件' }).click(), path);
  await page.getByRole('button', { name: '导入', exact: true }).click();
}
