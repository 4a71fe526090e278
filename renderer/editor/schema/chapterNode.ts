import { mergeAttributes, Node } from '@tiptap/core';
import { idAttribute } from '#renderer/editor/schema/idAttribute.ts';

export const chapterNode = Node.create({
  name: 'chapter',
  content: 'heading paragraph* (section | article)+',
  defining: true,
  addAttributes: () => idAttribute,
  parseHTML: () => [{ tag: 'section[data-part="chapter"]' }],
  renderHTML: ({ HTMLAttributes }) => ['section', mergeAttributes(HTMLAttributes, { 'data-part': 'chapter' }), 0],
});
