import { mergeAttributes, Node } from '@tiptap/core';

export const captionNode = Node.create({
  name: 'caption',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'p[data-part="caption"]' }],
  renderHTML: ({ HTMLAttributes }) => ['p', mergeAttributes(HTMLAttributes, { 'data-part': 'caption' }), 0],
});
