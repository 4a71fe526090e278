/**
 * Coefficients of three logistic models, fitted on the pairs of development/ that are marked for tuning and on
 * further texts composed from the same articles. Each gives log-odds: above 0 it is likelier than not.
 * The first figure is the intercept, the others follow the order of the evidence functions.
 */

/** contentEvidence, then the distance of the two relative positions in their texts (0–1). */
export const contentModel = [-2.95, -0.96, 0.37, 0.63, -0.35, 1.82, 2.25, 1.19, 8.8, -4.6, -5.68];

/** contentEvidence, then surroundingEvidence. */
export const surroundedModel = [-4.79, -2.4, 1.9, 0.02, -0.06, 2.91, 2.6, 1.33, 7.27, -5.11, 2.51, 1.59, 0.26];

/** groupEvidence: a further part of a split, or a further article of a merge. */
export const groupModel = [-4.53, -0.54, 1.33, 1.05, 0.54, 1, -0.7, 1.5, 1.39, 0.66, 1.27, 0.42, 0.09, 0.86, 0.32, 1.21, 0.85, 1.96, 2.62, 0.8, 1.59, 0.65];

export function logOdds(model: readonly number[], ...evidence: readonly (readonly number[])[]): number {
  let sum = model[0] ?? 0;
  let at = 1;
  for (const figures of evidence) for (const figure of figures) sum += figure * (model[at++] ?? 0);
  return sum;
}
