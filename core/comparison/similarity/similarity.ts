import type { ConventionDocument } from '#core/document/document.ts';
import type { ConventionTopic } from '#core/comparison/similarity/conventionTopics.ts';

/** One village's text as it is compared with others. */
export type ComparableText = {
  document: ConventionDocument;
  /** names that are this village's own and count for nothing: village, township, the file's name */
  names: readonly string[];
};

/** How much of a text stands in another one, in articles of this text. */
export type SharedArticles = { text: number; same: number; near: number };

/** What is found out about one text. Texts are numbered in the order in which they were added, from 0. */
type TextSimilarity = {
  articles: number;
  /** the other text that shares the most articles; null where none shares any */
  closest: SharedArticles | null;
  /** 0-based index in `groups`; null outside all groups */
  group: number | null;
  /** 0-based indexes of the articles that stand, also nearly, in no other text */
  own: number[];
  missingTopics: string[];
  /** against the template: `missing` are the template's articles that have no counterpart here */
  template: { same: number; near: number; missing: number[] } | null;
};

/** Texts that are copies of one another or of one model. */
export type TextGroup = {
  /** the member that is most like all others; `same` and `near` of the other members count against it */
  model: number;
  /** all members, the model first, then from the most alike to the least */
  members: SharedArticles[];
  /** how many members have every article word by word from the model, but for names and numbers */
  unchanged: number;
};

export type SimilarityResult = { texts: TextSimilarity[]; groups: TextGroup[] };

export type SimilarityOptions = {
  /** number of the text that serves as template: it joins no group and is nobody's closest */
  template?: number;
  topics?: readonly ConventionTopic[];
  /** gets 0–1 */
  onProgress?: (share: number) => void;
};
