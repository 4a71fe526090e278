import { describe, expect, it } from 'vitest';
import { compareDocuments } from '#core/comparison/compareDocuments.ts';
import { findMovedSentences } from '#core/comparison/findMovedSentences.ts';
import { article, conventionDocument } from '#core/document/documentBuilders.ts';

function moved(old: readonly string[], fresh: readonly string[]): string[] {
  const document = (texts: readonly string[]) => conventionDocument('清溪村村规民约', texts.map((text, index) => article(`a${index}`, text)));
  return findMovedSentences(compareDocuments(document(old), document(fresh))).map(
    ({ text, oldArticle, newArticle }) => `${text} ${oldArticle.label}→${newArticle.label}`,
  );
}

const garbage = '垃圾应当分类投放到指定地点，不得乱倒乱扔。';
const straw = '秸秆不得露天焚烧，由村集体统一回收。';
const dogs = '养犬应当拴养，外出牵绳，伤人的依法赔偿。';
const trees = '爱护古树名木，不攀折、不刻划。';

describe('a sentence', () => {
  it.each<[string, string[], string[], string[]]>([
    ['that stands in another article now is told with both', [`${garbage}${straw}`, dogs, trees], [garbage, dogs, `${trees}${straw}`], [`${straw} 第一条→第三条`]],
    ['that changed only its punctuation on the way counts', [`${garbage}${straw}`, dogs], [garbage, `${dogs}${straw.replace('，', '')}`], [`${straw} 第一条→第二条`]],
    ['that was reworded on the way does not', [`${garbage}${straw}`, dogs], [garbage, `${dogs}秸秆由村集体统一回收利用。`], []],
    ['that stayed where it is does not', [`${garbage}${straw}`, dogs], [`${garbage}${straw}`, `${dogs}${trees}`], []],
    ['too short to tell does not', [`${garbage}违者批评教育。`, dogs], [garbage, `${dogs}违者批评教育。`], []],
  ])('%s', (_name, old, fresh, expected) => {
    expect(moved(old, fresh)).toEqual(expected);
  });

  it('that changed its place inside its article is told as staying in it', () => {
    const found = moved([`${straw}${garbage}${dogs}${trees}`], [`${garbage}${dogs}${trees}${straw}`]);
    expect(found).toEqual([`${straw} 第一条→第一条`]);
  });

  it('is matched once, however often it is said', () => {
    const found = moved([`${garbage}${straw}`, dogs, trees], [garbage, `${dogs}${straw}`, `${trees}${straw}`]);
    expect(found).toHaveLength(1);
  });
});
