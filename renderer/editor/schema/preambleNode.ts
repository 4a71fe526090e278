import { mergeAttributes, Node } from '@tiptap/core';

export const preambleNode = Node.create({
  name: 'preamble',
  content: 'paragraph+',
  defining: true,
  parseHTML: () => [{ tag: 'div[data-part="preamble"]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes, { 'data-part': 'preamble' }), 0],
});
