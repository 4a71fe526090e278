import { Node } from '@tiptap/core';

export const rowNode = Node.create({
  name: 'row',
  content: 'cell+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
});
