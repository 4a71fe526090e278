import type { PlacedArticle } from '#core/document/articlesOf.ts';
import { severities, type Finding } from '#core/legality/rule.ts';
import type { Findings } from '../useFindings.ts';

/** All findings, the gravest first, within a kind in reading order; what concerns the text as a whole comes last. */
export function orderedFindings({ articles, parts }: Pick<Findings, 'articles' | 'parts'>, placed: readonly PlacedArticle[]): Finding[] {
  const inArticles = placed.flatMap(({ article, index }) =>
    [...(articles.get(article.attrs.id) ?? [])]
      .sort((left, right) => left.start - right.start)
      .map((finding) => (finding.article === index ? finding : { ...finding, article: index })),
  );
  const ordered = [...inArticles, ...parts];
  return severities.flatMap((severity) => ordered.filter((finding) => finding.severity === severity));
}
