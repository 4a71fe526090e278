import { rankReadings, type ScoredReading } from '#core/document/parsing/chooseReading.ts';
import { articlesOfDraft } from '#core/document/parsing/draft.ts';
import type { MarkerFamily } from '#core/document/parsing/markers.ts';
import type { BodyLine, Segment } from '#core/document/parsing/reading.ts';
import { takeApart } from '#core/document/parsing/takeApart.ts';

/** One way to read the text: how many articles it makes, and the numbers that carry them and the headings above them. */
export type OfferedReading = { articles: number; article: MarkerFamily | undefined; headings: readonly MarkerFamily[] };

type Offer = OfferedReading & { segments: readonly Segment[] };

/** Below this share of the best score another reading makes no sense. */
const leastShare = 0.4;

/** The best reading, and the next best one whose articles are others, where there is one that makes sense. */
export function offerReadings(lines: readonly BodyLine[]): Offer[] {
  const [best, ...others] = rankReadings(lines);
  if (best === undefined) return [];
  const first = offerOf(best);
  for (const other of others) {
    const { article } = other.reading;
    // 一、 above 1. is what people read in two ways: as a heading, or as the article with its items.
    const isHeadingInBest = article !== undefined && !article.endsWith('Word') && best.reading.headings.includes(article);
    if (other.score < best.score * leastShare && !isHeadingInBest) continue;
    const next = offerOf(other);
    if (next.offer.articles > 1 && next.starts !== first.starts) return [first.offer, next.offer];
  }
  return [first.offer];
}

function offerOf({ reading, segments }: ScoredReading): { offer: Offer; /** the lines in which its articles begin */ starts: string } {
  // Nobody sees these articles: their ids need not differ.
  const articles = articlesOfDraft(takeApart(segments, [], () => '').body);
  return {
    offer: { articles: articles.length, article: reading.article, headings: reading.headings, segments },
    starts: articles.map(({ lead }) => lead.from).join(),
  };
}
