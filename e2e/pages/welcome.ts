import type { Page } from 'playwright';

/** The first start: who works here, and in which roles. */
export async function register(page: Page, person: string, office: string, roles: readonly string[]): Promise<void> {
  await page.getByLabel('姓名').fill(person);
  await page.getByLabel('单位').fill(office);
  for (const role of ['起草', '审查', '备案', '管理']) {
    await page.getByRole('checkbox', { name: role }).setChecked(roles.includes(role));
  }
  await page.getByRole('button', { name: '开始使用' }).click();
  await page.getByRole('heading', { name: '工作台' }).waitFor();
}
