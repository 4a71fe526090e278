import { partNames } from '#contract/names.ts';
import type { PartComparison } from '#core/comparison/comparison.ts';

/** What happened to a text outside the articles, in one word. */
export const partWords = { edit: '修改', insert: '新增', delete: '删去', same: '未改' } as const satisfies Record<PartComparison['op'], string>;

/** 序言，修改 */
export function partSentence(part: PartComparison): string {
  return `${partNames[part.part]}，${partWords[part.op]}`;
}
