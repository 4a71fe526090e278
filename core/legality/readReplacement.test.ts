import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRules } from '#backend/legality/loadRules.ts';
import { checkArticle } from '#core/legality/checkArticle.ts';
import type { ConventionKind } from '#core/document/document.ts';

const { ruleSet } = await loadRules(join(import.meta.dirname, '../../resources/legality'));

/** The text after every offered wording was taken over, the last first. */
function takenOver(text: string, kind: ConventionKind = 'village'): string {
  return checkArticle({ text, kind }, ruleSet)
    .flatMap(({ replacement }) => (replacement === undefined ? [] : [replacement]))
    .sort((left, right) => right.start - left.start)
    .reduce((after, { start, end, text: wording }) => after.slice(0, start) + wording + after.slice(end), text);
}

const educated = '由村民委员会批评教育，督促改正；造成损失的，按实际损失赔偿';
const urged = '由村民委员会劝导、催告，协商不成的，通过调解或者诉讼解决';

describe('the consequence of a misconduct is replaced, and the sentence reads on', () => {
  it.each([
    ['违者罚款三百元。', `违者${educated}。`],
    ['乱倒垃圾的，罚款五十元。', `乱倒垃圾的，${educated}。`],
    ['乱倒垃圾的，一律罚款五十元。', `乱倒垃圾的，一律${educated}。`],
    ['保持门前整洁，违者罚款三百元。', `保持门前整洁，违者${educated}。`],
    ['违反的，村委会有权罚款100元。', `违反的，${educated}。`],
    ['打架的，由村委会处以罚款二百元；调解不收费。', `打架的，${educated}；调解不收费。`],
    ['不交卫生费的停水停电。', `不交卫生费的${urged}。`],
    ['不交卫生费的，停水停电。', `不交卫生费的，${urged}。`],
    ['彩礼超过六万元的，没收超出部分。', '彩礼超过六万元的，由红白理事会劝导，倡导低彩礼、零彩礼。'],
  ])('%s', (before, after) => {
    expect(takenOver(before)).toBe(after);
  });

  it('names the committee of residents in a community', () => {
    expect(takenOver('违者罚款三百元。', 'community')).toBe(`违者${educated.replace('村民委员会', '居民委员会')}。`);
  });
});

describe('only advice is given where the wording would not fit the sentence', () => {
  it.each([
    '外嫁女自登记结婚之日起，不再享受集体分红。',
    '彩礼不得超过六万六千元，超过部分予以没收。',
    '见到村干部要主动问好，不得越级上访。',
    '对屡教不改的村民，停水停电，直至改正。',
    '乱倒垃圾的，由村委会处以罚款五十元，并停水停电。',
    '损坏公物的，由村民委员会批评教育，并罚款一百元。',
    '损坏公物的，罚款一百元；造成损失的，照价赔偿。',
    '乱砍树木的，除照价赔偿外，罚款五百元。',
    '打架斗殴的，先动手者罚款500元，后动手者罚款200元。',
    '放养牲畜每头罚款20元。',
    '最终解释权归村委会。',
    '不听劝阻的，把人关在村部，直到认错。',
  ])('%s', (text) => {
    expect(checkArticle({ text, kind: 'village' }, ruleSet)).not.toEqual([]);
    expect(takenOver(text)).toBe(text);
  });
});

describe('the shipped rules', () => {
  it('replace a clause by nothing but a consequence that names who acts', () => {
    const offering = ruleSet.rules.filter((rule) => rule.apply === 'clause');
    expect(offering.length).toBeGreaterThan(0);
    expect(offering.filter((rule) => rule.reading !== 'sanction' || !rule.suggestion.startsWith('由'))).toEqual([]);
  });
});
