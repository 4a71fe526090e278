import { Node } from '@tiptap/core';

export const paragraphNode = Node.create({
  name: 'paragraph',
  content: 'inline*',
  priority: 1_000,
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
});
