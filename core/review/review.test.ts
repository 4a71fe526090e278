import { describe, expect, it } from 'vitest';
import { annotationSchema, aspectResultsSchema, conclusions, isClearing } from '#core/review/review.ts';

const anchor = { articleId: 'a', from: 0, to: 2, quote: '罚款', prefix: '', suffix: '。', contentHash: '0'.repeat(64) };
const annotation = { id: 'n', anchor, kind: 'unlawful', text: '无权罚款。', basis: [{ law: '行政处罚法', article: '第十七条' }], suggestion: '' };

describe('a conclusion', () => {
  it('clears a text when it leaves it lawful, and in no other case', () => {
    expect(conclusions.filter(isClearing)).toEqual(['lawful', 'advised']);
  });
});

describe('the schema of an annotation', () => {
  it('accepts a complete annotation, and one without basis and suggestion', () => {
    expect(annotationSchema.parse(annotation)).toEqual(annotation);
    expect(annotationSchema.safeParse({ ...annotation, basis: [] }).success).toBe(true);
  });

  it.each([
    ['without words', { ...annotation, text: '' }],
    ['of an unknown kind', { ...annotation, kind: 'illegal' }],
    ['with an empty law', { ...annotation, basis: [{ law: '', article: '' }] }],
    ['with a negative offset', { ...annotation, anchor: { ...anchor, from: -1 } }],
    ['with half an offset', { ...annotation, anchor: { ...anchor, to: 1.5 } }],
    ['with a hash that is none', { ...annotation, anchor: { ...anchor, contentHash: 'abc' } }],
    ['with more than it should hold', { ...annotation, villager: '张三' }],
    ['with endless words', { ...annotation, text: '长'.repeat(5_001) }],
  ])('refuses one %s', (_name, value) => {
    expect(annotationSchema.safeParse(value).success).toBe(false);
  });

  it('lets aspects be answered one by one', () => {
    expect(aspectResultsSchema.parse({})).toEqual({});
    expect(aspectResultsSchema.safeParse({ maker: { result: 'pass', remark: '' } }).success).toBe(true);
    expect(aspectResultsSchema.safeParse({ maker: { result: 'unsure', remark: '' } }).success).toBe(false);
    expect(aspectResultsSchema.safeParse({ colour: { result: 'pass', remark: '' } }).success).toBe(false);
  });
});
