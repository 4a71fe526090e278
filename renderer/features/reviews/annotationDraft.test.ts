import { describe, expect, it } from 'vitest';
import { annotationSchema } from '#core/review/review.ts';
import { addBasis, annotationOf, draftFault, type AnnotationDraft } from './annotationDraft.ts';

const draft: AnnotationDraft = { articleId: 'a', from: 3, to: 8, kind: 'unlawful', text: ' 村民委员会无权罚款。 ', basis: [], suggestion: '' };
const hash = '0'.repeat(64);

describe('an annotation being written', () => {
  it.each<[string, Partial<AnnotationDraft>, string | undefined]>([
    ['can be saved with words alone', {}, undefined],
    ['cannot without words', { text: '　' }, '还没有写意见'],
    ['cannot with an article of no law', { basis: [{ law: '', article: '第三条' }] }, '有一条依据没有写法规名称'],
    ['can with a row left empty', { basis: [{ law: '', article: '' }] }, undefined],
  ])('%s', (_name, changed, fault) => {
    expect(draftFault({ ...draft, ...changed })).toBe(fault);
  });

  it('becomes an annotation on the words it was begun on', () => {
    const annotation = annotationOf(
      { ...draft, basis: [{ law: '《行政处罚法》', article: ' 第十七条 ' }, { law: '', article: '' }] },
      '违反者罚款五百元。',
      hash,
    );
    expect(annotation).toMatchObject({
      anchor: { articleId: 'a', from: 3, to: 8, quote: '罚款五百元', prefix: '违反者', suffix: '。' },
      text: '村民委员会无权罚款。',
      basis: [{ law: '行政处罚法', article: '第十七条' }],
    });
    expect(annotationSchema.omit({ id: true }).safeParse(annotation).success).toBe(true);
  });

  it('keeps the id of the annotation that is changed', () => {
    expect(annotationOf({ ...draft, id: 'n1' }, '违反者罚款五百元。', hash)).toHaveProperty('id', 'n1');
    expect(annotationOf(draft, '违反者罚款五百元。', hash)).not.toHaveProperty('id');
  });

  it('takes over a basis once', () => {
    const fine = { law: '行政处罚法', article: '第十七条' };
    const village = { law: '村民委员会组织法', article: '第三十一条' };
    expect(addBasis([{ law: '', article: '' }, fine], [fine, village])).toEqual([fine, village]);
  });
});
