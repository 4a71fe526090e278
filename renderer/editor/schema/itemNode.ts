import { mergeAttributes, Node } from '@tiptap/core';
import { idAttribute } from '#renderer/editor/schema/idAttribute.ts';

export const itemNode = Node.create({
  name: 'item',
  content: 'paragraph+ subitemList?',
  defining: true,
  addAttributes: () => idAttribute,
  parseHTML: () => [{ tag: 'li[data-part="item"]' }],
  renderHTML: ({ HTMLAttributes }) => ['li', mergeAttributes(HTMLAttributes, { 'data-part': 'item' }), 0],
});
