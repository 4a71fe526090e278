import { Node } from '@tiptap/core';

export const documentNode = Node.create({
  name: 'document',
  topNode: true,
  content: 'title subtitle? preamble? (chapter | article | verse)+ closing? annex*',
  addAttributes: () => ({
    numberingStyle: { default: 'article', rendered: false },
    numberingScope: { default: 'document', rendered: false },
  }),
});
