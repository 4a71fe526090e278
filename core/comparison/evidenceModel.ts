/**
 * Coefficients of three logistic models, fitted on the pairs of development/ that are marked for tuning and on
 * further texts composed from the same articles. Each gives log-odds: above 0 it is likelier than not.
 * The first figure is the intercept, the others follow the order of the evidence functions.
 */

/** contentEvidence, then the distance of the two relative positions in their texts (0–1). */
export const contentModel = [-2.91, -0.98, 0.33, 0.62, -0.38, 1.87, 2.29, 1.12, 8.59, -4.56, -5.71];

/** contentEvidence, then surroundingEvidence. */
export const surroundedModel = [-4.62, -2.58, 1.92, -0.35, 0.2, 3.17, 2.3, 1.52, 7.25, -5.24, 2.2, 1.83, 0.03];

/** groupEvidence: a further part of a split, or a further article of a merge. */
export const groupModel = [-5.11, -0.53, 1.29, 1.04, 0.47, 1.02, -0.74, 1.47, 1.36, 0.59, 1.25, 0.37, 0.04, 0.77, 0.3, 1.3, 0.8, 1.98, 2.56, 0.79, 1.63, 0.88];

export function logOdds(model: readonly number[], ...evidence: readonly (readonly number[])[]): number {
  let sum = model[0] ?? 0;
  let at = 1;
  for (const figures of evidence) for (const figure of figures) sum += figure * (model[at++] ?? 0);
  return sum;
}
