import type { ConventionDocument, Inline } from '#core/document/document.ts';

/** Any node of a document; `Inline` is what stands in the blocks of text. */
export type DocumentNode = { type: string; attrs?: object; content?: readonly (DocumentNode | Inline)[] | undefined };

const textBlockTypes = new Set(['title', 'paragraph', 'heading', 'caption', 'cell']);

/** A node that holds words and nothing else. */
export type TextBlock = {
  /** the indexes that lead from the document to the block */
  path: readonly number[];
  type: string;
  content: readonly Inline[];
  /** the innermost article, section or chapter that it stands in */
  partId: string | undefined;
};

export function isInline(node: DocumentNode | Inline): node is Inline {
  return node.type === 'text' || node.type === 'articleReference';
}

export function childNodes(node: DocumentNode): readonly DocumentNode[] {
  return (node.content ?? []).filter((child): child is DocumentNode => !isInline(child));
}

export function isTextBlock(node: DocumentNode): boolean {
  return textBlockTypes.has(node.type);
}

const partTypes = new Set(['article', 'section', 'chapter']);

/** All blocks of text of a document, or of a part of one, in reading order. */
export function textBlocks(document: ConventionDocument | DocumentNode): TextBlock[] {
  const blocks: TextBlock[] = [];
  const walk = (node: DocumentNode, path: readonly number[], partId: string | undefined) => {
    if (isTextBlock(node)) {
      blocks.push({ path, type: node.type, content: (node.content ?? []).filter(isInline), partId });
      return;
    }
    const id = partTypes.has(node.type) && node.attrs !== undefined && 'id' in node.attrs ? String(node.attrs.id) : partId;
    childNodes(node).forEach((child, index) => walk(child, [...path, index], id));
  };
  walk(document, [], undefined);
  return blocks;
}
