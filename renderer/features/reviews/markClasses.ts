import type { Severity } from '#core/legality/rule.ts';
import type { AnnotationKind } from '#core/review/review.ts';

/** The class that gives a kind its shape, underline and colour. */
export const kindClasses: Record<AnnotationKind, string> = { unlawful: 'bad', mustChange: 'must', advice: 'adv', wording: 'word' };

/** A finding of the pre-check becomes an annotation of this kind when the reviewer takes it over. */
export const kindOfSeverity: Record<Severity, AnnotationKind> = { unlawful: 'unlawful', risky: 'mustChange', consider: 'advice' };
