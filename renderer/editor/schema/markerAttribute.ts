import type { Attributes } from '@tiptap/core';
import { itemMarkerSchema } from '#core/document/document.ts';

/** How a list of items prints its numbers. */
export const markerAttribute: Attributes = {
  marker: {
    default: 'parenthesizedChinese',
    parseHTML: (element) =>
      itemMarkerSchema.catch('parenthesizedChinese').parse(element.getAttribute('data-marker')),
    renderHTML: ({ marker }) => ({ 'data-marker': marker }),
  },
};
