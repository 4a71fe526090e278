import type { Segment } from '#core/document/parsing/reading.ts';

/** A piece of text with its place in the source (0-based lines, both included). */
export type DraftText = { role: Segment['role']; text: string; from: number; to: number; depth: number; marker?: Segment['marker'] };

export type DraftArticle = { kind: 'article'; id: string; label: string; value: number | undefined; lead: DraftText; rest: DraftText[] };
export type DraftSection = { kind: 'section'; heading: DraftText; articles: DraftArticle[] };
export type DraftChapter = { kind: 'chapter'; heading: DraftText; lead: DraftText[]; children: (DraftSection | DraftArticle)[] };

/** The body of a text between preamble and closing. */
export type DraftBody = (DraftChapter | DraftArticle)[];

/** Glues the lines that a program broke back together. */
export function joinSegments(segments: readonly Segment[]): DraftText[] {
  const texts: { text: DraftText; pieces: string[] }[] = [];
  for (const segment of segments) {
    const last = texts.at(-1);
    if (segment.continues && segment.role === 'text' && last !== undefined) {
      const previous = last.pieces.at(-1) ?? '';
      const gap = /[A-Za-z0-9]$/u.test(previous) && /^[A-Za-z0-9]/u.test(segment.text) ? ' ' : '';
      last.pieces.push(`${gap}${segment.text}`);
      last.text.to = segment.line;
      continue;
    }
    const { role, depth, line } = segment;
    const text: DraftText = { role, text: '', from: line, to: line, depth, ...(segment.marker && { marker: segment.marker }) };
    texts.push({ text, pieces: [segment.text] });
  }
  return texts.map(({ text, pieces }) => ({ ...text, text: pieces.join('') }));
}

/** The text as the source prints it, number included. */
export function printedText(draft: DraftText): string {
  const label = draft.marker?.label ?? '';
  if (label === '') return draft.text;
  const gap = /[、.．）)】〕\]]$/u.test(label) || draft.text === '' ? '' : (draft.marker?.separator ?? '') || ' ';
  return `${label}${gap}${draft.text}`;
}

/** All articles of a body in reading order. */
export function articlesOfDraft(body: DraftBody): DraftArticle[] {
  return body.flatMap((part) =>
    part.kind === 'article'
      ? [part]
      : part.children.flatMap((child) => (child.kind === 'article' ? [child] : child.articles)),
  );
}
