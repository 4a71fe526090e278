import type { Application } from '#e2e/support/application.ts';

/** Opens a .xiangyue file, compares the sender's fingerprint where it is asked for, and takes the package in. */
export async function receivePackage(application: Application, trigger: () => Promise<void>, path: string): Promise<void> {
  const { page } = application;
  await application.chooseFile(trigger, path);
  const dialog = page.getByRole('dialog', { name: /接收(送审包|意见书)/u });
  const compared = dialog.getByLabel('已经和对方核对，识别码一样');
  const known = dialog.getByText('签名核对无误，是往来过的单位。');
  await compared.or(known).waitFor();
  if (await compared.isVisible()) await compared.check();
  await dialog.getByRole('button', { name: '接收', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}
