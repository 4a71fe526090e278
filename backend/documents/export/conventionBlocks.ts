import type { Annex, Article, ConventionDocument, Inline, ItemList, SubitemList } from '#core/document/document.ts';
import { zeroWidth } from '#core/document/articleText.ts';
import { itemLabel, numberDocument, referenceText } from '#core/document/numberDocument.ts';

export type Run = { text: string; bold?: true; inserted?: true; deleted?: true };

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
    | 'annex'
    | 'annexText';
  label: string;
  runs: Run[];
  /** of an article or a chapter: stays what it is while numbers change */
  id?: string;
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
      const run: Run = { text: text.replace(/\r\n?/gu, '\n').replace(zeroWidth, '').normalize('NFC') };
      for (const mark of inline.marks ?? []) {
        if (mark.type === 'bold') run.bold = true;
        if (mark.type === 'insertion') run.inserted = true;
        if (mark.type === 'deletion') run.deleted = true;
      }
      return run;
    });
  const add = (kind: TextBlock['kind'], content: readonly Inline[] | undefined, label = '', id?: string) => {
    blocks.push({ kind, label, runs: runsOf(content), ...(id === undefined ? {} : { id }) });
  };
  const addItems = (list: ItemList | SubitemList, kind: 'item' | 'subitem') => {
    list.content.forEach((item, index) => {
      let label = itemLabel(index, list.attrs.marker);
      for (const child of item.content) {
        if (child.type === 'subitemList') addItems(child, 'subitem');
        else {
          add(kind, child.content, label);
          label = '';
        }
      }
    });
  };
  const addArticle = (article: Article) => {
    let label = labelOf(article.attrs.id);
    let id: string | undefined = article.attrs.id;
    for (const child of article.content) {
      if (child.type === 'itemList') addItems(child, 'item');
      else {
        add(child.type === 'caption' ? 'caption' : 'article', child.content, label, id);
        label = '';
        id = undefined;
      }
    }
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
      case 'closing':
        for (const paragraph of part.content) add(part.type, paragraph.content);
        break;
      case 'article':
        addArticle(part);
        break;
      case 'annex':
        addAnnex(part);
        break;
      case 'chapter':
        for (const child of part.content) {
          if (child.type === 'heading') add('chapter', child.content, labelOf(part.attrs.id), part.attrs.id);
          else if (child.type === 'paragraph') add('preamble', child.content);
          else if (child.type === 'article') addArticle(child);
          else {
            for (const inner of child.content) {
              if (inner.type === 'article') addArticle(inner);
              else add('section', inner.content, labelOf(child.attrs.id), child.attrs.id);
            }
          }
        }
        break;
    }
  }
  return blocks;
}
