import { mergeAttributes, Node } from '@tiptap/core';
import { idAttribute } from '#renderer/editor/schema/idAttribute.ts';

export const articleNode = Node.create({
  name: 'article',
  content: 'caption? paragraph (paragraph | itemList)*',
  defining: true,
  addAttributes: () => idAttribute,
  parseHTML: () => [{ tag: 'div[data-part="article"]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes, { 'data-part': 'article' }), 0],
});
