import { mergeAttributes, Node } from '@tiptap/core';
import { idAttribute } from '#renderer/editor/schema/idAttribute.ts';

export const articleNode = Node.create({
  name: 'article',
  content: 'caption? paragraph (paragraph | itemList)*',
  defining: true,
  addAttributes: () => idAttribute,
  // A number that was copied along is computed anew.
  parseHTML: () => [{ tag: 'div[data-part="article"]' }, { tag: 'span[data-number]', ignore: true }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes, { 'data-part': 'article' }), 0],
});
