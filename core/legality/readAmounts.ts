import { parseNumeral } from '#core/text/chineseNumeral.ts';
import type { Amount, AmountKind } from '#core/legality/pattern.ts';

const kindsByUnit: readonly (readonly [RegExp, AmountKind])[] = [
  [/^(?:余|多|来)?(?:元|块(?![地田石砖牌板])|圆|角钱)/u, 'money'],
  [/^(?:个)?(?:天|日|小时|个月|年|月|周岁|岁)/u, 'days'],
  [/^倍/u, 'multiple'],
  [/^分(?!之|钟|红|配|别|类|期|户)/u, 'points'],
  [/^(?:%|‰|成(?!年|员|立|绩|果|本)|个百分点)/u, 'share'],
  [/^(?:斤|公斤|桌|个工|工(?!作|程|地|人|资|具|序)|场|车(?!位|辆|道)|包烟|条烟|瓶|餐|顿|坛|挂鞭|箱(?=酒|烟|啤)|条(?=香烟)|担谷)/u, 'goods'],
];
/** 一块新的, 一块受处理: a piece, or together; money only where nothing but money can be meant. */
const loneCoin = /^块(?!钱|五|二|[，。；：！？、）\n]|$|每|给|一)/u;
const number = /¥?\d{1,9}(?:\.\d{1,4})?万?|[零一二三四五六七八九十百千万两半几数]{1,10}/gu;

function valueOf(text: string): number | undefined {
  const plain = text.replace('¥', '');
  const large = plain.endsWith('万');
  const base = large ? plain.slice(0, -1) : plain;
  const value = /^\d/u.test(base) ? Number(base) : parseNumeral(base);
  return value === undefined ? undefined : value * (large ? 10_000 : 1);
}

/** Amounts with a unit in normalised text: 五百元, 200—1000元, 三天, 十倍, 千分之五. `origin` is added to every offset. */
export function readAmounts(text: string, origin = 0): Amount[] {
  const amounts: Amount[] = [];
  for (const hit of text.matchAll(number)) {
    const end = hit.index + hit[0].length;
    const rest = text.slice(end, end + 4);
    if (hit[0].startsWith('¥')) {
      amounts.push({ start: origin + hit.index, end: origin + end, kind: 'money', value: valueOf(hit[0]) });
      continue;
    }
    if (/^分之[零一二三四五六七八九十百\d]/u.test(rest)) {
      amounts.push({ start: origin + hit.index, end: origin + end + 3, kind: 'share', value: undefined });
      continue;
    }
    if (/(?:[百千万]|^\d{2,5})$/u.test(hit[0]) && /^(?:$|[，。；：！、\n给到]|整|钱|以上|以下)/u.test(rest) && /[交罚出拿处赔捐款金钱扣付收]/u.test(text.slice(Math.max(0, hit.index - 4), hit.index))) {
      amounts.push({ start: origin + hit.index, end: origin + end, kind: 'money', value: valueOf(hit[0]) });
      continue;
    }
    if (/^[一半几两]$/u.test(hit[0]) && loneCoin.test(text.slice(end, end + 2))) continue;
    for (const [unit, kind] of kindsByUnit) {
      const match = unit.exec(rest);
      if (match === null) continue;
      amounts.push({ start: origin + hit.index, end: origin + end + match[0].length, kind, value: valueOf(hit[0]) });
      break;
    }
  }
  return amounts;
}
