import { mergeAttributes, Node } from '@tiptap/core';

export const titleNode = Node.create({
  name: 'title',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'h1[data-part="title"]' }],
  renderHTML: ({ HTMLAttributes }) => ['h1', mergeAttributes(HTMLAttributes, { 'data-part': 'title' }), 0],
});
