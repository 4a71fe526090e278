import { Mark } from '@tiptap/core';

/** A suggested deletion; its author and time stand in the suggestion's record under this id. */
export const deletionMark = Mark.create({
  name: 'deletion',
  inclusive: false,
  addAttributes: () => ({
    id: {
      default: '',
      parseHTML: (element) => element.getAttribute('data-id') ?? '',
      renderHTML: ({ id }) => ({ 'data-id': id }),
    },
  }),
  parseHTML: () => [{ tag: 'del[data-id]' }],
  renderHTML: ({ HTMLAttributes }) => ['del', HTMLAttributes, 0],
});
