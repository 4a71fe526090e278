import type { ReasonWords } from '#core/comparison/amendment/changeReason.ts';

/** What the columns 修订理由与依据 and 来源 say of a change with these reasons; several are numbered. */
export function reasonText(reasons: readonly ReasonWords[]): { reason: string; source: string } {
  const number = (index: number) => (reasons.length > 1 ? `${index + 1}．` : '');
  const lines = reasons.map(({ reason, basis }, index) => {
    const words = [reason, basis === '' ? '' : `依据：${basis}`].filter((line) => line !== '').join('\n');
    return words === '' ? '' : `${number(index)}${words}`;
  });
  const origins = reasons.map(({ origin }, index) => (origin === '' ? '' : `${number(index)}${origin}`));
  return { reason: lines.filter((line) => line !== '').join('\n'), source: origins.filter((line) => line !== '').join('\n') };
}
