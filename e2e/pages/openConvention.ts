import type { BrowserApplication } from '#e2e/support/application.ts';

/** Opens a convention in a page of its own: a page that is still starting would go on to its workbench and take this one along. */
export async function openConvention({ page, host }: BrowserApplication, conventionId: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${host.origin}/#/conventions/${conventionId}`);
}
