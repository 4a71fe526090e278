import { describe, expect, it } from 'vitest';
import { placeAnchor } from '#core/review/placeAnchor.ts';
import type { Anchor } from '#core/review/review.ts';

/** An anchor on the words between the brackets. */
function anchorOn(bracketed: string): { anchor: Anchor; text: string } {
  const from = bracketed.indexOf('[');
  const to = bracketed.indexOf(']') - 1;
  const text = bracketed.replace('[', '').replace(']', '');
  return {
    text,
    anchor: {
      articleId: 'a',
      from,
      to,
      quote: text.slice(from, to),
      prefix: text.slice(Math.max(0, from - 32), from),
      suffix: text.slice(to, to + 32),
      contentHash: '0'.repeat(64),
    },
  };
}

function placed(bracketed: string, present: string | undefined): string {
  const placement = placeAnchor(anchorOn(bracketed).anchor, present);
  if (placement.state === 'lost' || present === undefined) return placement.state;
  return `${placement.state} ${present.slice(0, placement.from)}[${present.slice(placement.from, placement.to)}]${present.slice(placement.to)}`;
}

describe('finding an annotation again', () => {
  it.each([
    ['in an unchanged text', '违反者[罚款五百元]，并公示。', '违反者罚款五百元，并公示。', 'inPlace 违反者[罚款五百元]，并公示。'],
    ['when words behind it changed', '违反者[罚款五百元]，并公示。', '违反者罚款五百元。', 'inPlace 违反者[罚款五百元]。'],
    ['when words before it were added', '违反者[罚款五百元]，并公示。', '村民违反者罚款五百元，并公示。', 'moved 村民违反者[罚款五百元]，并公示。'],
    ['when words before it were deleted', '凡是违反者[罚款五百元]。', '违反者罚款五百元。', 'moved 违反者[罚款五百元]。'],
    ['the one with the same context, of two equal phrases', '甲[罚款]，乙罚款，丙罚款。', '新增一句。甲罚款，乙罚款，丙罚款。', 'moved 新增一句。甲[罚款]，乙罚款，丙罚款。'],
    ['the last of three equal phrases', '甲罚款，乙罚款，丙[罚款]。', '乙罚款，丙罚款。', 'moved 乙罚款，丙[罚款]。'],
    ['by one side of its context when the other changed', '甲罚款，乙[罚款]，丙罚款。', '补充。甲罚款，乙罚款；丙罚款。', 'moved 补充。甲罚款，乙[罚款]；丙罚款。'],
    ['when a quarter of it changed', '由[供水管理员停止供水]。', '经说明，由供水管理员暂停供水。', 'moved 经说明，由[供水管理员暂停供水]。'],
    ['at its whole length', '[村规民约]', '村规民约', 'inPlace [村规民约]'],
    ['across paragraphs', '第一款[末句。\n第二款]首句。', '新第一款末句。\n第二款首句。', 'moved 新第一款[末句。\n第二款]首句。'],
    ['with characters outside the basic plane before it', '𠮷家村[罚款]', '𠮷𠮷家村罚款', 'moved 𠮷𠮷家村[罚款]'],
  ])('%s', (_name, before, present, expected) => {
    expect(placed(before, present)).toBe(expected);
  });

  it.each([
    ['the article is gone', '违反者[罚款五百元]。', undefined],
    ['the words are gone', '违反者[罚款五百元]。', '违反者由村民委员会批评教育。'],
    ['more than a quarter of the words changed', '[罚款五百元]', '罚款两百块'],
    ['too short a phrase changed at all', '违反者[罚款]。', '违反者罚金。'],
    ['the article is empty', '违反者[罚款五百元]。', ''],
  ])('never guesses: it is lost when %s', (_name, before, present) => {
    expect(placed(before, present)).toBe('lost');
  });

  it('keeps an annotation on the whole article wherever the article is', () => {
    const { anchor } = anchorOn('[]旧文。');
    expect(placeAnchor(anchor, '全新的文字。')).toEqual({ state: 'inPlace', from: 0, to: 0 });
    expect(placeAnchor(anchor, undefined)).toEqual({ state: 'lost' });
  });

  it('takes, of equally good fuzzy matches, the one nearest to where it stood', () => {
    const { anchor } = anchorOn('甲乙丙丁戊己庚辛。[村民停止供水三日]。');
    const present = '村民停止供水二日。中间另有一段很长的话。村民停止供水五日。';
    const placement = placeAnchor(anchor, present);
    expect(placement.state === 'moved' && placement.from).toBe(0);
    const late = anchorOn(`${'前'.repeat(25)}[村民停止供水三日]。`).anchor;
    const second = placeAnchor(late, present);
    expect(second.state === 'moved' && present.slice(second.from, second.to)).toBe('村民停止供水五日');
  });

  it('finds long quotations in long articles', () => {
    const long = Array.from({ length: 300 }, (_, index) => `第${index}句的内容各不相同。`).join('');
    const { anchor } = anchorOn(`${long.slice(0, 900)}[${long.slice(900, 1_500)}]${long.slice(1_500)}`);
    const present = `新加的开头。${long.replace('第120句', '第一百二十句')}`;
    const placement = placeAnchor(anchor, present);
    expect(placement.state).toBe('moved');
  });
});
