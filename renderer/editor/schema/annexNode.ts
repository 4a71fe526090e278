import { mergeAttributes, Node } from '@tiptap/core';
import { idAttribute } from '#renderer/editor/schema/idAttribute.ts';

export const annexNode = Node.create({
  name: 'annex',
  content: 'heading (paragraph | table)+',
  defining: true,
  addAttributes: () => idAttribute,
  parseHTML: () => [{ tag: 'section[data-part="annex"]' }],
  renderHTML: ({ HTMLAttributes }) => ['section', mergeAttributes(HTMLAttributes, { 'data-part': 'annex' }), 0],
});
