import type { Attributes } from '@tiptap/core';

/**
 * The stable id of a chapter, section, article, item or annex. Empty only between the step that makes a node and the
 * transaction that the ids plugin appends to it.
 */
export const idAttribute: Attributes = {
  id: {
    default: '',
    keepOnSplit: false,
    parseHTML: (element) => element.getAttribute('data-id') ?? '',
    renderHTML: ({ id }) => ({ 'data-id': id }),
  },
};
