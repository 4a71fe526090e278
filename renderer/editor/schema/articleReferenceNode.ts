import { Node } from '@tiptap/core';

/** 本公约第X条. Its words come from the references plugin as a decoration, so that they follow the numbers. */
export const articleReferenceNode = Node.create({
  name: 'articleReference',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({
    target: {
      default: '',
      parseHTML: (element) => element.getAttribute('data-target') ?? '',
      renderHTML: ({ target }) => ({ 'data-target': target }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-target]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes],
});
