import { mergeAttributes, Node } from '@tiptap/core';

export const verseNode = Node.create({
  name: 'verse',
  content: 'paragraph+',
  defining: true,
  parseHTML: () => [{ tag: 'div[data-part="verse"]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes, { 'data-part': 'verse' }), 0],
});
