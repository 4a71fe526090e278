import { mergeAttributes, Node } from '@tiptap/core';

export const closingNode = Node.create({
  name: 'closing',
  content: 'paragraph+',
  defining: true,
  parseHTML: () => [{ tag: 'div[data-part="closing"]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes, { 'data-part': 'closing' }), 0],
});
