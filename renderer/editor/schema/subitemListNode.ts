import { mergeAttributes, Node } from '@tiptap/core';
import { markerAttribute } from '#renderer/editor/schema/markerAttribute.ts';

export const subitemListNode = Node.create({
  name: 'subitemList',
  content: 'subitem+',
  addAttributes: () => markerAttribute,
  parseHTML: () => [{ tag: 'ol[data-part="subitemList"]' }],
  renderHTML: ({ HTMLAttributes }) => ['ol', mergeAttributes(HTMLAttributes, { 'data-part': 'subitemList' }), 0],
});
