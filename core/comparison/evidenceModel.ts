/**
 * Coefficients of three logistic models, fitted on the pairs of development/ that are marked for tuning and on
 * further texts composed from the same articles. Each gives log-odds: above 0 it is likelier than not.
 * The first figure is the intercept, the others follow the order of the evidence functions.
 */

/** contentEvidence, then the distance of the two relative positions in their texts (0–1). */
export const contentModel = [-3.95, 0.7, -0.1, 1.95, 1.35, 2.6, 3.9, 2.1, -6];

/** contentEvidence, then surroundingEvidence. */
export const surroundedModel = [-5.2, 0.55, 0.1, 2, 1, 2.4, 3.5, 2.3, 1.35, 3.8, -0.4];

/** groupEvidence: a further part of a split, or a further article of a merge. */
export const groupModel = [-5.3, 3.2, 0.9, 2.1, 2.8, 0.7, 2.2, 1.65, -0.5, 2.3, 1.1];

export function logOdds(model: readonly number[], ...evidence: readonly (readonly number[])[]): number {
  let sum = model[0] ?? 0;
  let at = 1;
  for (const figures of evidence) for (const figure of figures) sum += figure * (model[at++] ?? 0);
  return sum;
}
