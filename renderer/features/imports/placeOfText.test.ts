import { expect, it } from 'vitest';
import { placeOfText } from './placeOfText.ts';

const nothing = { title: '', kind: 'other', fileName: '1.docx', folder: '', office: '云溪镇人民政府' } as const;

it.each([
  ['its title', { title: '枫林镇清溪村村规民约' }, '清溪村', '枫林镇'],
  ['the name of its file', { title: '村规民约', fileName: '清溪村村规民约（2019）.docx' }, '清溪村', '云溪镇'],
  ['a name in front of other words', { fileName: '03 清溪村.doc' }, '清溪村', '云溪镇'],
  ['a file named after a community', { fileName: '东街社区居民公约.txt' }, '东街社区', '云溪镇'],
  ['the nearest folder', { fileName: '村规民约.docx', folder: '枫林镇/清溪村/旧文本' }, '清溪村', '枫林镇'],
  ['the office that imports', { fileName: '村规民约.docx', office: '枫林镇清溪村村民委员会' }, '清溪村', '枫林镇'],
  ['nobody', { fileName: '村规民约.docx' }, '', '云溪镇'],
])('the village of a text nobody looked at is told by %s', (_who, evidence, village, township) => {
  expect(placeOfText({ ...nothing, ...evidence })).toMatchObject({ village, township });
});

it('the kind is what the text says of itself, else what its title says', () => {
  expect(placeOfText({ ...nothing, kind: 'community' }).kind).toBe('community');
  expect(placeOfText({ ...nothing, title: '东街社区居民公约' }).kind).toBe('community');
  expect(placeOfText(nothing).kind).toBe('village');
});
