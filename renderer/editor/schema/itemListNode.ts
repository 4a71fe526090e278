import { mergeAttributes, Node } from '@tiptap/core';
import { markerAttribute } from '#renderer/editor/schema/markerAttribute.ts';

export const itemListNode = Node.create({
  name: 'itemList',
  content: 'item+',
  addAttributes: () => markerAttribute,
  parseHTML: () => [{ tag: 'ol[data-part="itemList"]' }],
  renderHTML: ({ HTMLAttributes }) => ['ol', mergeAttributes(HTMLAttributes, { 'data-part': 'itemList' }), 0],
});
