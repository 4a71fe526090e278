import { mergeAttributes, Node } from '@tiptap/core';

export const headingNode = Node.create({
  name: 'heading',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'h2[data-part="heading"]' }],
  renderHTML: ({ HTMLAttributes }) => ['h2', mergeAttributes(HTMLAttributes, { 'data-part': 'heading' }), 0],
});
