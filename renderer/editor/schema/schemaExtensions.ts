import StarterKit from '@tiptap/starter-kit';
import type { Extensions } from '@tiptap/core';
import { annexNode } from '#renderer/editor/schema/annexNode.ts';
import { articleNode } from '#renderer/editor/schema/articleNode.ts';
import { articleReferenceNode } from '#renderer/editor/schema/articleReferenceNode.ts';
import { captionNode } from '#renderer/editor/schema/captionNode.ts';
import { cellNode } from '#renderer/editor/schema/cellNode.ts';
import { chapterNode } from '#renderer/editor/schema/chapterNode.ts';
import { closingNode } from '#renderer/editor/schema/closingNode.ts';
import { deletionMark } from '#renderer/editor/schema/deletionMark.ts';
import { documentNode } from '#renderer/editor/schema/documentNode.ts';
import { headingNode } from '#renderer/editor/schema/headingNode.ts';
import { insertionMark } from '#renderer/editor/schema/insertionMark.ts';
import { itemListNode } from '#renderer/editor/schema/itemListNode.ts';
import { itemNode } from '#renderer/editor/schema/itemNode.ts';
import { paragraphNode } from '#renderer/editor/schema/paragraphNode.ts';
import { preambleNode } from '#renderer/editor/schema/preambleNode.ts';
import { rowNode } from '#renderer/editor/schema/rowNode.ts';
import { sectionNode } from '#renderer/editor/schema/sectionNode.ts';
import { subitemListNode } from '#renderer/editor/schema/subitemListNode.ts';
import { subitemNode } from '#renderer/editor/schema/subitemNode.ts';
import { subtitleNode } from '#renderer/editor/schema/subtitleNode.ts';
import { tableNode } from '#renderer/editor/schema/tableNode.ts';
import { titleNode } from '#renderer/editor/schema/titleNode.ts';
import { verseNode } from '#renderer/editor/schema/verseNode.ts';

/** Nodes and marks of core/document, and nothing of StarterKit that would fight them. */
export const schemaExtensions: Extensions = [
  StarterKit.configure({
    document: false,
    paragraph: false,
    heading: false,
    blockquote: false,
    bulletList: false,
    orderedList: false,
    listItem: false,
    listKeymap: false,
    codeBlock: false,
    code: false,
    hardBreak: false,
    horizontalRule: false,
    italic: false,
    strike: false,
    underline: false,
    link: false,
    trailingNode: false,
    undoRedo: { depth: 500, newGroupDelay: 500 },
    dropcursor: { color: 'var(--xy-color-primary)', width: 2 },
  }),
  documentNode,
  titleNode,
  subtitleNode,
  preambleNode,
  chapterNode,
  sectionNode,
  headingNode,
  articleNode,
  captionNode,
  paragraphNode,
  itemListNode,
  itemNode,
  subitemListNode,
  subitemNode,
  verseNode,
  closingNode,
  annexNode,
  tableNode,
  rowNode,
  cellNode,
  articleReferenceNode,
  insertionMark,
  deletionMark,
];
