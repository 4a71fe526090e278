import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDocuments } from '#core/comparison/compareDocuments.ts';
import { article, conventionDocument } from '#core/document/documentBuilders.ts';
import { articleChanges, type ArticleChange } from './articleChanges.ts';

const document = (...texts: [string, string][]) => conventionDocument('约', texts.map(([id, text]) => article(id, text)));

/** The article with insertions in （+…） and deletions in （-…）. */
function shown(text: string, { inserted, removed }: ArticleChange): string {
  let result = '';
  for (let offset = 0; offset <= text.length; offset += 1) {
    for (const one of removed) if (one.at === offset) result += `（-${one.text}）`;
    if (inserted.some(({ from }) => from === offset)) result += '（+';
    if (inserted.some(({ to }) => to === offset)) result += '）';
    result += text.charAt(offset);
  }
  return result;
}

describe('what changed since the round before', () => {
  it('is marked word by word in the article as it reads now', () => {
    const before = document(['a', '村民应当爱护公物，损坏照价赔偿。'], ['b', '违反前款规定的，罚款三百元。']);
    const text = '违反前款规定的，由村民委员会批评教育。';
    const changes = articleChanges(compareDocuments(before, document(['a', '村民应当爱护公物，损坏照价赔偿。'], ['b', text])));
    expect([...changes.keys()]).toEqual(['b']);
    const change = changes.get('b');
    expect(change?.name).toBe('修改');
    const written = change === undefined ? '' : shown(text, change);
    expect(written.replace(/（-[^）]*）/gu, '').replace(/（\+([^）]*)）/gu, '$1')).toBe(text);
    expect(written).toContain('罚款');
  });

  it('names an article that is new', () => {
    const before = document(['a', '村民应当爱护公物，损坏照价赔偿。']);
    const after = document(['a', '村民应当爱护公物，损坏照价赔偿。'], ['n', '垃圾应当分类投放到指定的收集点。']);
    expect(articleChanges(compareDocuments(before, after)).get('n')).toEqual({ name: '新增', inserted: [], removed: [] });
  });

  it('gives back the article now and before, for any words', () => {
    const words = fc.array(fc.constantFrom('村民', '应当', '不得', '罚款', '三百元', '批评', '教育', '，', '。', '环境'), { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(words, words, (old, now) => {
        const before = `本条是固定的开头，便于对应。${old.join('')}`;
        const text = `本条是固定的开头，便于对应。${now.join('')}`;
        const change = articleChanges(compareDocuments(document(['a', before]), document(['a', text]))).get('a');
        const written = change === undefined ? text : shown(text, change);
        expect(written.replace(/（-[^）]*）/gu, '').replace(/（\+([^）]*)）/gu, '$1')).toBe(text);
      }),
      { seed: 20261124, numRuns: 100 },
    );
  });
});
