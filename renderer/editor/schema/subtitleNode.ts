import { mergeAttributes, Node } from '@tiptap/core';

export const subtitleNode = Node.create({
  name: 'subtitle',
  content: 'paragraph+',
  defining: true,
  parseHTML: () => [{ tag: 'div[data-part="subtitle"]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes, { 'data-part': 'subtitle' }), 0],
});
