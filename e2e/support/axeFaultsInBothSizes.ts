import type { Page } from 'playwright';
import { axeFaults } from '#e2e/support/axeFaults.ts';
import { setTypeSize } from '#e2e/support/typeSize.ts';

/** What axe finds in standard type and in the largest; the page is left in standard type. */
export async function axeFaultsInBothSizes(page: Page): Promise<{ standard: string[]; largest: string[] }> {
  const standard = await axeFaults(page);
  await setTypeSize(page, '特大字号');
  const largest = await axeFaults(page);
  await setTypeSize(page, '标准字号');
  return { standard, largest };
}
