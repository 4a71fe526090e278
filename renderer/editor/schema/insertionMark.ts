import { Mark } from '@tiptap/core';

/** A suggested insertion; its author and time stand in the suggestion's record under this id. */
export const insertionMark = Mark.create({
  name: 'insertion',
  inclusive: true,
  addAttributes: () => ({
    id: {
      default: '',
      parseHTML: (element) => element.getAttribute('data-id') ?? '',
      renderHTML: ({ id }) => ({ 'data-id': id }),
    },
  }),
  parseHTML: () => [{ tag: 'ins[data-id]' }],
  renderHTML: ({ HTMLAttributes }) => ['ins', HTMLAttributes, 0],
});
