import { describe, expect, it } from 'vitest';
import { issueRefusal, type IssueRefusal } from '#core/review/issueRefusal.ts';
import { annotationKinds, conclusions, reviewAspects, type AnnotationKind, type AspectResults, type Conclusion } from '#core/review/review.ts';

const pass = { result: 'pass' as const, remark: '' };
const problem = { result: 'problem' as const, remark: '有一处越权' };
const allPass: AspectResults = Object.fromEntries(reviewAspects.map((aspect) => [aspect, pass]));

function refusalOf(conclusion: Conclusion | null, kinds: AnnotationKind[] = [], aspects = allPass, isIssued = false) {
  return issueRefusal({ isIssued, aspects, conclusion, annotations: kinds.map((kind) => ({ kind })) });
}

describe('an opinion', () => {
  it.each(conclusions)('can be issued with the conclusion %s when nothing speaks against it', (conclusion) => {
    expect(refusalOf(conclusion)).toBeNull();
  });

  it.each(reviewAspects)('waits until the aspect %s has been looked at', (aspect) => {
    const { [aspect]: _left, ...others } = allPass;
    expect(refusalOf('lawful', [], others)).toBe('ASPECTS_OPEN');
    expect(refusalOf('unlawful', [], others)).toBe('ASPECTS_OPEN');
  });

  it('needs a conclusion, and is issued once', () => {
    expect(refusalOf(null)).toBe('NO_CONCLUSION');
    expect(refusalOf('lawful', [], allPass, true)).toBe('ISSUED');
    expect(refusalOf(null, [], {}, true)).toBe('ISSUED');
  });

  const grave = new Set<AnnotationKind>(['unlawful', 'mustChange']);
  const clearing = new Set<Conclusion>(['lawful', 'advised']);
  it.each(annotationKinds.flatMap((kind) => conclusions.map((conclusion) => [kind, conclusion] as const)))(
    'with an annotation of the kind %s and the conclusion %s is clearing only when the annotation leaves the text lawful',
    (kind, conclusion) => {
      const expected: IssueRefusal | null = grave.has(kind) && clearing.has(conclusion) ? 'GRAVE_ANNOTATION' : null;
      expect(refusalOf(conclusion, ['advice', kind])).toBe(expected);
    },
  );

  it.each(reviewAspects)('with a problem in the aspect %s is not lawful without advice', (aspect) => {
    const aspects = { ...allPass, [aspect]: problem };
    expect(refusalOf('lawful', [], aspects)).toBe('ASPECT_WITH_PROBLEM');
    for (const conclusion of conclusions.filter((candidate) => candidate !== 'lawful')) {
      expect(refusalOf(conclusion, [], aspects)).toBeNull();
    }
  });
});
