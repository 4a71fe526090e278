import type { ConventionKind } from '#core/document/document.ts';
import type { Conclusion } from '#core/review/review.ts';
import type { Role, Stage } from '#core/workflow/workflow.ts';

export const stageNames: Record<Stage, string> = {
  drafting: '起草',
  consulting: '征求意见',
  screening: '乡镇审核',
  reviewing: '合法性审查',
  voting: '表决',
  filing: '备案',
  published: '公布',
  repealed: '已废止',
};

export const roleNames: Record<Role, string> = {
  drafter: '起草',
  reviewer: '审查',
  registrar: '备案',
  administrator: '管理',
};

export const kindNames: Record<ConventionKind, string> = { village: '村规民约', community: '居民公约' };

export const conclusionNames: Record<Conclusion, string> = {
  lawful: '合法',
  advised: '建议修改（不影响合法）',
  mustChange: '应当修改',
  unlawful: '不合法',
  incomplete: '材料不全',
  beyondAutonomy: '超出自治范围',
};
