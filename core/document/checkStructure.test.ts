import { describe, expect, it } from 'vitest';
import { checkStructure } from '#core/document/checkStructure.ts';
import { article, conventionDocument, paragraph } from '#core/document/documentBuilders.ts';
import type { Article } from '#core/document/document.ts';

function faultsOf(...articles: Article[]) {
  return checkStructure(conventionDocument('云台村村规民约', articles));
}

describe('structure of a convention', () => {
  it('finds nothing in a sound text', () => {
    expect(faultsOf(article('a', '爱护公物，不得损坏。'), article('b', '讲究卫生，垃圾入桶。'))).toEqual([]);
  });

  it('finds an article without words', () => {
    expect(faultsOf(article('a', '。'), article('b', '讲究卫生。'))).toEqual([{ kind: 'emptyArticle', articleId: 'a' }]);
  });

  it('finds an article that repeats an earlier one but for marks and width', () => {
    expect(faultsOf(article('a', '爱护公物，不得损坏。'), article('b', '爱护公物,不得 损坏'))).toEqual([
      { kind: 'duplicateArticle', articleId: 'b', sameAs: 'a' },
    ]);
  });

  it('finds a reference whose article is gone', () => {
    const lost: Article = { type: 'article', attrs: { id: 'a' }, content: [paragraph('违反', { to: 'z' }, '的，批评教育。')] };
    expect(faultsOf(lost)).toEqual([{ kind: 'danglingReference', articleId: 'a', target: 'z' }]);
  });

  it.each([
    ['由××负责。', '××', 1],
    ['奖励XX元。', 'XX', 2],
    ['电话：____。', '____', 3],
    ['找某某登记。', '某某', 1],
    ['每年（　　）次。', '（　　）', 2],
  ])('finds the blank in %s', (text, quote, start) => {
    expect(faultsOf(article('a', text))).toEqual([
      { kind: 'blankLeft', articleId: 'a', quote, start, end: start + quote.length },
    ]);
  });

  const under = (type: 'subtitle' | 'closing' | 'preamble', ...lines: string[]) =>
    checkStructure(conventionDocument('云台村村规民约', [{ type, content: lines.map((line) => paragraph(line)) }, article('a', '讲究卫生。')]));

  it.each([
    ['subtitle', '（2016年3月12日村两委会议通过）'],
    ['subtitle', '（二〇一九年修订）'],
    ['subtitle', '２０２０年５月'],
    ['subtitle', '(2016.3.12 公布)'],
    ['closing', '本村规民约自2018年1月1日起施行。'],
    ['closing', '2016年3月12日'],
    ['closing', '云台村村民委员会　二〇一六年三月'],
  ] as const)('finds in the %s the date of an earlier adoption: %s', (type, line) => {
    expect(under(type, line)).toEqual([{ kind: 'oldAdoption', part: type, quote: line, start: 0, end: line.length }]);
  });

  it('finds it in the title, and counts its place over the lines before it', () => {
    expect(checkStructure(conventionDocument('云台村村规民约（2016年修订）', [article('a', '讲究卫生。')]))).toMatchObject([{ kind: 'oldAdoption', part: 'title' }]);
    expect(under('closing', '云台村村民委员会', '2016年3月12日')).toMatchObject([{ kind: 'oldAdoption', start: 9, end: 19 }]);
  });

  it.each([
    ['closing', '本村规民约自村民会议通过之日起施行。'],
    ['closing', '云台村村民委员会'],
    ['subtitle', '（讨论稿）'],
    ['subtitle', '2020年版'],
    ['preamble', '2015年以来，村民会议通过了三次修订。'],
  ] as const)('leaves alone in the %s what tells no date of an adoption: %s', (type, line) => {
    expect(under(type, line)).toEqual([]);
  });

  it('takes the noughts of a year for no blank', () => {
    expect(faultsOf(article('a', '二〇〇八年以前建的房屋，登记一次。'))).toEqual([]);
  });

  it('finds blanks in the title', () => {
    expect(checkStructure(conventionDocument('××村村规民约', [article('a', '讲究卫生。')]))).toEqual([
      { kind: 'blankLeft', part: 'title', quote: '××', start: 0, end: 2 },
    ]);
  });
});
