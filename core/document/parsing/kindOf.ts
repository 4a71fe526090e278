import { simplifiedCues } from '#core/document/parsing/simplifiedCues.ts';
import type { SourceLine } from '#core/document/parsing/sourceLines.ts';

/** Whether a text is a village's or a community's convention, by its title and by the words it uses; else 'other'. */
export function kindOf(printedTitle: string, lines: readonly SourceLine[]): 'village' | 'community' | 'other' {
  const title = simplifiedCues(printedTitle);
  if (/村规|村民公约|乡规/u.test(title)) return 'village';
  if (/居民|社区|小区|居规/u.test(title)) return 'community';
  if (/村规|村民|乡规|民约|村约|村/u.test(title) && !/合同|协议/u.test(title)) return 'village';
  const text = simplifiedCues(
    lines
      .map((line) => line.text)
      .join('\n')
      .slice(0, 20_000),
  );
  if (/合同|协议书?/u.test(title) || (/甲方/u.test(text) && /乙方/u.test(text))) return 'other';
  const village = text.match(/村民|本村|我村|全村|村委会|村规民约/gu)?.length ?? 0;
  const community = text.match(/居民|本社区|我社区|小区|居委会|居民公约/gu)?.length ?? 0;
  if (village + community < 2 && !/公约|规约|民约/u.test(title)) return 'other';
  return community > village ? 'community' : village > 0 || /民约/u.test(title) ? 'village' : 'other';
}
