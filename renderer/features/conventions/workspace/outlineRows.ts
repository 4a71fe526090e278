import { inlineText } from '#core/document/articleText.ts';
import type { Article, Chapter, Section } from '#core/document/document.ts';
import type { Numbering } from '#core/document/numberDocument.ts';
import { severities, type Finding, type Severity } from '#core/legality/rule.ts';
import type { EditorSnapshot } from './useEditorSnapshot.ts';

export type OutlineRow = {
  id: string;
  kind: 'chapter' | 'section' | 'article';
  label: string;
  /** heading, caption or first words */
  words: string;
  comments: number;
  /** the gravest finding in the article */
  severity: Severity | undefined;
};

/** Enough for the widest column. */
const wordLength = 14;

function firstWords(article: Article, numbering: Numbering): string {
  for (const child of article.content) {
    if (child.type === 'itemList') continue;
    const text = inlineText(child.content, numbering).trim();
    if (text !== '') return text.slice(0, wordLength);
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
    rows.push({ id, kind, label: numbering.labels.get(id) ?? '', words: headingWords(part, numbering), comments: 0, severity: undefined });
  };
  for (const { article, chapter, section } of articles) {
    addPart('chapter', chapter);
    addPart('section', section);
    const { id } = article.attrs;
    const found = findings.get(id) ?? [];
    rows.push({
      id,
      kind: 'article',
      label: numbering.labels.get(id) ?? '',
      words: firstWords(article, numbering),
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
