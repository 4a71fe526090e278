import { Node } from '@tiptap/core';

export const tableNode = Node.create({
  name: 'table',
  content: 'row+',
  isolating: true,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
});
