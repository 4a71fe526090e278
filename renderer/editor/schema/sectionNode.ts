import { mergeAttributes, Node } from '@tiptap/core';
import { idAttribute } from '#renderer/editor/schema/idAttribute.ts';

export const sectionNode = Node.create({
  name: 'section',
  content: 'heading article+',
  defining: true,
  addAttributes: () => idAttribute,
  parseHTML: () => [{ tag: 'section[data-part="section"]' }],
  renderHTML: ({ HTMLAttributes }) => ['section', mergeAttributes(HTMLAttributes, { 'data-part': 'section' }), 0],
});
