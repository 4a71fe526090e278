import { inlineText } from '#core/document/articleText.ts';
import type { Article, Chapter, Section } from '#core/document/document.ts';
import type { Numbering } from '#core/document/numberDocument.ts';
import { severities, type Finding, type Severity } from '#core/legality/rule.ts';
import type { EditorSnapshot } from './useEditorSnapshot.ts';

export type OutlineRow = {
  id: string;
  kind: 'chapter' | 'section' | 'article';
  label: string;
  /** heading, caption or first words, as many as the row holds */
  words: string;
  comments: number;
  /** the gravest finding in the article */
  severity: Severity | undefined;
};

/** Full-width characters that a row holds beside its marks. */
const rowLength = 10;

/** Half-width characters take about half the room. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u0020-\u007E]/u.test(character) ? 0.55 : 1), 0);
}

function cutToRow(words: string, label: string): string {
  const room = rowLength - (label === '' ? 0 : widthOf(label) + 0.5);
  if (widthOf(words) <= room) return words;
  let cut = '';
  for (const character of words) {
    if (widthOf(cut + character) > room - 0.8) break;
    cut += character;
  }
  return `${cut}…`;
}

function firstWords(article: Article, numbering: Numbering): string {
  for (const child of article.content) {
    if (child.type === 'itemList') continue;
    const text = inlineText(child.content, numbering).trim();
    if (text !== '') return text.slice(0, 2 * rowLength);
  }
  return '';
}

function headingWords(part: Chapter | Section, numbering: Numbering): string {
  for (const child of part.content) {
    if (child.type === 'heading') return inlineText(child.content, numbering);
  }
  return '';
}

/** What the outline shows: chapters, sections and articles in order, with what was said and found about each article. */
export function outlineRows(
  { articles, numbering }: Pick<EditorSnapshot, 'articles' | 'numbering'>,
  comments: ReadonlyMap<string, number>,
  findings: ReadonlyMap<string, readonly Finding[]>,
): OutlineRow[] {
  const rows: OutlineRow[] = [];
  const shown = new Set<string>();
  const addPart = (kind: 'chapter' | 'section', part: Chapter | Section | undefined) => {
    if (part === undefined || shown.has(part.attrs.id)) return;
    shown.add(part.attrs.id);
    const { id } = part.attrs;
    const label = numbering.labels.get(id) ?? '';
    rows.push({ id, kind, label, words: cutToRow(headingWords(part, numbering), label), comments: 0, severity: undefined });
  };
  for (const { article, chapter, section } of articles) {
    addPart('chapter', chapter);
    addPart('section', section);
    const { id } = article.attrs;
    const found = findings.get(id) ?? [];
    const label = numbering.labels.get(id) ?? '';
    rows.push({
      id,
      kind: 'article',
      label,
      words: cutToRow(firstWords(article, numbering), label),
      comments: comments.get(id) ?? 0,
      severity: severities.find((severity) => found.some((finding) => finding.severity === severity)),
    });
  }
  return rows;
}

/** Five steps of shade for a count, none for none. */
export function heatOf(count: number): 0 | 1 | 2 | 3 | 4 {
  if (count === 0) return 0;
  if (count <= 2) return 1;
  if (count <= 5) return 2;
  return count <= 9 ? 3 : 4;
}
