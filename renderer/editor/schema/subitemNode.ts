import { mergeAttributes, Node } from '@tiptap/core';
import { idAttribute } from '#renderer/editor/schema/idAttribute.ts';

export const subitemNode = Node.create({
  name: 'subitem',
  content: 'paragraph+',
  defining: true,
  addAttributes: () => idAttribute,
  parseHTML: () => [{ tag: 'li[data-part="subitem"]' }],
  renderHTML: ({ HTMLAttributes }) => ['li', mergeAttributes(HTMLAttributes, { 'data-part': 'subitem' }), 0],
});
