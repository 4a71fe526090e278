import { Node } from '@tiptap/core';

export const cellNode = Node.create({
  name: 'cell',
  content: 'inline*',
  isolating: true,
  parseHTML: () => [{ tag: 'td' }, { tag: 'th' }],
  renderHTML: () => ['td', 0],
});
