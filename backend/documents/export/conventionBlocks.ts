import type { Annex, Article, ConventionDocument, Inline, ItemList, Paragraph, SubitemList } from '#core/document/document.ts';
import { itemLabel, numberDocument, referenceText } from '#core/document/numberDocument.ts';
import { signingLines } from '#backend/documents/export/signingLines.ts';

/** A stretch of text as it stands in the document; `inserted`, `deleted`: the id of the suggestion. */
export type Run = { text: string; bold?: true; inserted?: string; deleted?: string };

/** One printed paragraph or table. `label`: the computed number as printed, an empty string where there is none. */
export type TextBlock = {
  kind:
    | 'title'
    | 'subtitle'
    | 'preamble'
    | 'chapter'
    | 'section'
    | 'caption'
    | 'article'
    | 'item'
    | 'subitem'
    | 'verse'
    | 'closing'
    | 'signing'
    | 'annex'
    | 'annexText';
  label: string;
  runs: Run[];
  /** within an article: its id, and the UTF-16 offset in articleText at which the runs start */
  article?: { id: string; offset: number; first: boolean };
};
export type TableBlock = { kind: 'table'; rows: Run[][][] };
export type Block = TextBlock | TableBlock;

/** 第一条 stands a full-width space away from its text, 一、 and 1. bring their own gap: the rule of renderText. */
export function labelGap(label: string): string {
  return label.startsWith('第') ? '　' : '';
}

/** The text of a block as renderText writes it, apart from blank lines. A table is one line a row, cells parted by a tab. */
export function blockText(block: Block): string {
  if (block.kind === 'table') return block.rows.map((row) => row.map(runsText).join('\t')).join('\n');
  return `${block.label}${labelGap(block.label)}${runsText(block.runs)}`;
}

export function runsText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}

/**
 * A document as the paragraphs that a page shows, numbers and references resolved, in reading order.
 * Every format that is set on pages starts from this list, so that all of them print the same words.
 */
export function conventionBlocks(document: ConventionDocument): Block[] {
  const numbering = numberDocument(document);
  const blocks: Block[] = [];
  const labelOf = (id: string) => numbering.labels.get(id) ?? '';

  const runsOf = (content: readonly Inline[] | undefined): Run[] =>
    (content ?? []).map((inline) => {
      const text = inline.type === 'text' ? inline.text : referenceText(inline.attrs.target, numbering);
      const run: Run = { text };
      for (const mark of inline.marks ?? []) {
        if (mark.type === 'bold') run.bold = true;
        if (mark.type === 'insertion') run.inserted = mark.attrs.id;
        if (mark.type === 'deletion') run.deleted = mark.attrs.id;
      }
      return run;
    });
  const add = (kind: TextBlock['kind'], content: readonly Inline[] | undefined, label = '') => {
    blocks.push({ kind, label, runs: runsOf(content) });
  };

  const addArticle = (article: Article) => {
    const { id } = article.attrs;
    let offset = 0;
    let first = true;
    // articleText counts the labels of items, not the article's own, and puts a line feed only after words.
    const addLine = (kind: TextBlock['kind'], content: readonly Inline[] | undefined, itemNumber = '') => {
      const runs = runsOf(content);
      const label = first ? labelOf(id) : itemNumber;
      if (offset > 0) offset += 1;
      offset += itemNumber.length;
      blocks.push({ kind, label, runs, article: { id, offset, first } });
      offset += runsText(runs).length;
      first = false;
    };
    const addItems = (list: ItemList | SubitemList, kind: 'item' | 'subitem') => {
      list.content.forEach((item, index) => {
        let number = itemLabel(index, list.attrs.marker);
        for (const child of item.content) {
          if (child.type === 'subitemList') addItems(child, 'subitem');
          else {
            addLine(kind, child.content, number);
            number = '';
          }
        }
      });
    };
    for (const child of article.content) {
      if (child.type === 'itemList') addItems(child, 'item');
      else addLine(child.type === 'caption' ? 'caption' : 'article', child.content);
    }
  };
  const addClosing = (paragraphs: readonly Paragraph[]) => {
    const texts = paragraphs.map((paragraph) => runsText(runsOf(paragraph.content)));
    const firstSigning = texts.length - signingLines(texts);
    paragraphs.forEach((paragraph, index) => add(index < firstSigning ? 'closing' : 'signing', paragraph.content));
  };
  const addAnnex = (annex: Annex) => {
    for (const child of annex.content) {
      if (child.type === 'table') {
        blocks.push({ kind: 'table', rows: child.content.map((row) => row.content.map((cell) => runsOf(cell.content))) });
      } else add(child.type === 'heading' ? 'annex' : 'annexText', child.content);
    }
  };

  for (const part of document.content) {
    switch (part.type) {
      case 'title':
        add('title', part.content);
        break;
      case 'subtitle':
      case 'preamble':
      case 'verse':
        for (const paragraph of part.content) add(part.type, paragraph.content);
        break;
      case 'closing':
        addClosing(part.content);
        break;
      case 'article':
        addArticle(part);
        break;
      case 'annex':
        addAnnex(part);
        break;
      case 'chapter':
        for (const child of part.content) {
          if (child.type === 'heading') add('chapter', child.content, labelOf(part.attrs.id));
          else if (child.type === 'paragraph') add('preamble', child.content);
          else if (child.type === 'article') addArticle(child);
          else {
            for (const inner of child.content) {
              if (inner.type === 'article') addArticle(inner);
              else add('section', inner.content, labelOf(child.attrs.id));
            }
          }
        }
        break;
    }
  }
  return blocks;
}
