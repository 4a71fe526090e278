import type { Page } from 'playwright';

type AnnotationInput = { kind: string; text: string; law: string; article: string; suggestion: string };

/** The reviewer's desk: annotations, the five aspects, the conclusion. */
export function reviewDesk(page: Page) {
  return {
    async annotateWhole(article: string, input: AnnotationInput) {
      await page.getByRole('button', { name: `对${article}加批注` }).click();
      const form = page.getByRole('form', { name: new RegExp(`新批注，.*${article}`, 'u') });
      await form.getByRole('radio', { name: input.kind }).check({ force: true });
      await form.getByLabel('意见', { exact: true }).fill(input.text);
      await form.getByRole('button', { name: '加一条依据' }).click();
      await form.getByLabel('第 1 条依据的法规名称').fill(input.law);
      await form.getByLabel('第 1 条依据的条文').fill(input.article);
      await form.getByLabel('改为', { exact: true }).fill(input.suggestion);
      await form.getByRole('button', { name: '保存批注' }).click();
      await form.waitFor({ state: 'hidden' });
    },
    async finishAspect(name: string) {
      await page.getByRole('button', { name: new RegExp(`^${name}，`, 'u') }).click();
      await page.getByRole('button', { name: `${name}查完` }).click();
      await page.getByRole('button', { name: `${name}，已查完` }).waitFor();
    },
    async conclude(conclusion: string) {
      await page.getByRole('radiogroup', { name: '审查结论' }).getByText(conclusion, { exact: true }).click();
      await page.getByRole('button', { name: '出具审查意见书' }).click();
      await page.getByRole('dialog', { name: '出具审查意见书' }).getByRole('button', { name: '签名并出具' }).click();
      await page.getByRole('button', { name: '存为意见包' }).waitFor();
    },
  };
}
