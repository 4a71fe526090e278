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

  it('finds blanks in the title', () => {
    expect(checkStructure(conventionDocument('××村村规民约', [article('a', '讲究卫生。')]))).toEqual([
      { kind: 'blankLeft', part: 'title', quote: '××', start: 0, end: 2 },
    ]);
  });
});
