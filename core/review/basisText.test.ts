import { describe, expect, it } from 'vitest';
import { basisText } from '#core/review/basisText.ts';

describe('the bases of an annotation', () => {
  it.each([
    ['no basis', [], ''],
    ['a law as a whole', [{ law: '民法典', article: '' }], '《民法典》'],
    [
      'each law once',
      [
        { law: '行政处罚法', article: '第九条' },
        { law: '民法典', article: '第十条' },
        { law: '行政处罚法', article: '第十六条' },
      ],
      '《行政处罚法》第九条、第十六条；《民法典》第十条',
    ],
  ])('name %s', (_, basis, text) => {
    expect(basisText(basis)).toBe(text);
  });
});
