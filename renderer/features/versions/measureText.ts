import type { ChangeMeasure } from '#core/comparison/measureChanges.ts';

const operations = [
  ['inserted', '新增'],
  ['deleted', '删去'],
  ['edited', '修改'],
  ['moved', '移动'],
  ['split', '拆分'],
  ['merged', '合并'],
] as const;

/** 新增 1 条，修改 3 条；加 120 字，减 80 字 */
export function measureText(measure: ChangeMeasure): string {
  const articles = operations.flatMap(([key, word]) => (measure[key] === 0 ? [] : [`${word} ${measure[key]} 条`]));
  if (measure.parts > 0) articles.push(`条文以外 ${measure.parts} 处`);
  const characters = [
    ...(measure.charactersAdded === 0 ? [] : [`加 ${measure.charactersAdded.toLocaleString('zh-CN')} 字`]),
    ...(measure.charactersRemoved === 0 ? [] : [`减 ${measure.charactersRemoved.toLocaleString('zh-CN')} 字`]),
  ];
  if (articles.length === 0) return '文字一样';
  return [articles.join('，'), characters.join('，')].filter((words) => words !== '').join('；');
}
