import type { EditorState, Transaction } from '@tiptap/pm/state';
import { closeHistory } from '@tiptap/pm/history';
import { articleText } from '#core/document/articleText.ts';
import type { Finding } from '#core/legality/rule.ts';
import { articleRange } from '#renderer/editor/plugins/articleRange.ts';
import { findArticle } from '#renderer/editor/plugins/findArticle.ts';
import { numberingOf } from '#renderer/editor/plugins/numberingPlugin.ts';
import { toArticle } from '#renderer/editor/schema/toDocument.ts';

/** How far the quoted words have moved since the article was read; undefined when they are gone. */
function shiftOf(finding: Finding, text: string): number | undefined {
  if (text.slice(finding.start, finding.end) === finding.quote) return 0;
  const found = text.indexOf(finding.quote);
  return found === -1 || finding.quote === '' ? undefined : found - finding.start;
}

/** Where the words that a finding speaks of stand in the editor now; undefined when they are gone. */
export function findingRange(state: EditorState, finding: Finding): { from: number; to: number } | undefined {
  const article = finding.articleId === undefined ? undefined : findArticle(state.doc, finding.articleId);
  if (article === undefined) return undefined;
  const numbering = numberingOf(state);
  const shift = shiftOf(finding, articleText(toArticle(article.node), numbering));
  return shift === undefined ? undefined : articleRange(article, numbering, finding.start + shift, finding.end + shift);
}

/** One undoable step that takes the suggested wording over; undefined when the words are gone or reach over several lines. */
export function applyFinding(state: EditorState, finding: Finding): Transaction | undefined {
  const { articleId, replacement } = finding;
  const article = articleId === undefined ? undefined : findArticle(state.doc, articleId);
  if (article === undefined || replacement === undefined) return undefined;
  const numbering = numberingOf(state);
  const text = articleText(toArticle(article.node), numbering);
  const shift = shiftOf(finding, text);
  if (shift === undefined) return undefined;
  const [start, end] = [replacement.start + shift, replacement.end + shift];
  if (text.slice(start, end).includes('\n')) return undefined;
  const { from, to } = articleRange(article, numbering, start, end);
  const place = state.doc.resolve(from);
  if (!place.parent.isTextblock || to > place.end()) return undefined;
  return closeHistory(state.tr.insertText(replacement.text, from, to));
}
