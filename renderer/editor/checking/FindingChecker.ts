import { articleText } from '#core/document/articleText.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import type { Article, ConventionDocument } from '#core/document/document.ts';
import { numberDocument } from '#core/document/numberDocument.ts';
import { articleHeading } from '#core/legality/articleHeading.ts';
import type { Finding } from '#core/legality/rule.ts';

export type ArticleToCheck = { article: Article; index: number; text: string; heading: string };

export type CheckerOptions = {
  /** The text as it stands; undefined while a word is being composed. */
  read(): ConventionDocument | undefined;
  checkArticle(article: ArticleToCheck): readonly Finding[];
  /** What is said of the document as a whole and of its parts without articles. */
  checkParts(document: ConventionDocument): readonly Finding[];
  /** New results by article id; an article that is gone has none. */
  onArticles(results: ReadonlyMap<string, readonly Finding[]>): void;
  onParts(findings: readonly Finding[]): void;
  /** Runs something once after so many milliseconds; the answer calls it off. */
  schedule(milliseconds: number, run: () => void): () => void;
  /** Milliseconds on a clock that only goes forward. */
  now(): number;
};

/** After the last keystroke. */
const pause = 350;
/** The parts need the whole text and change seldom. */
const partsPause = 1_200;
/** One turn stays well under a frame of 16 ms. */
const turn = 8;

/** Reads again only what changed since the last reading, in short turns between keystrokes, and never during a composition. */
export class FindingChecker {
  readonly #options: CheckerOptions;
  #known = new Map<string, { article: Article; heading: string }>();
  #calledOff: (() => void) | undefined;
  #partsCalledOff: (() => void) | undefined;
  #queue: ArticleToCheck[] = [];

  constructor(options: CheckerOptions) {
    this.#options = options;
  }

  /** The text may have changed. */
  touch(): void {
    this.#calledOff?.();
    this.#partsCalledOff?.();
    this.#calledOff = this.#options.schedule(pause, () => this.#collect());
    this.#partsCalledOff = this.#options.schedule(partsPause, () => this.#readParts());
  }

  /** Reads everything from the start: the first time, and when the rules are others. */
  restart(): void {
    this.#known = new Map();
    this.#collect();
    this.#readParts();
  }

  stop(): void {
    this.#calledOff?.();
    this.#partsCalledOff?.();
    this.#queue = [];
  }

  #collect(): void {
    const document = this.#options.read();
    if (document === undefined) {
      this.#calledOff = this.#options.schedule(pause, () => this.#collect());
      return;
    }
    const numbering = numberDocument(document);
    const placed = articlesOf(document);
    const seen = new Map<string, { article: Article; heading: string }>();
    this.#queue = placed.flatMap((one): ArticleToCheck[] => {
      const { article, index } = one;
      const heading = articleHeading(one, numbering);
      seen.set(article.attrs.id, { article, heading });
      const before = this.#known.get(article.attrs.id);
      if (before?.article === article && before.heading === heading) return [];
      return [{ article, index, heading, text: articleText(article, numbering) }];
    });
    const gone = [...this.#known.keys()].filter((id) => !seen.has(id));
    for (const id of gone) this.#known.delete(id);
    if (gone.length > 0) this.#options.onArticles(new Map(gone.map((id) => [id, []])));
    this.#work();
  }

  #work(): void {
    const started = this.#options.now();
    const results = new Map<string, readonly Finding[]>();
    while (this.#queue.length > 0 && this.#options.now() - started < turn) {
      const next = this.#queue.shift();
      if (next === undefined) break;
      const { id } = next.article.attrs;
      results.set(id, this.#options.checkArticle(next).map((finding) => ({ ...finding, article: next.index, articleId: id })));
      this.#known.set(id, { article: next.article, heading: next.heading });
    }
    // A word may have been begun between two turns; what was read waits with the rest.
    if (results.size > 0 && this.#options.read() === undefined) {
      for (const id of results.keys()) this.#known.delete(id);
      this.#calledOff = this.#options.schedule(pause, () => this.#collect());
      return;
    }
    if (results.size > 0) this.#options.onArticles(results);
    if (this.#queue.length > 0) this.#calledOff = this.#options.schedule(0, () => this.#work());
  }

  #readParts(): void {
    const document = this.#options.read();
    if (document === undefined) this.#partsCalledOff = this.#options.schedule(partsPause, () => this.#readParts());
    else this.#options.onParts(this.#options.checkParts(document));
  }
}
