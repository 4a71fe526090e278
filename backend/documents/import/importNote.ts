/** What a reader noticed on the way that the text itself does not show. `text` is a plain Chinese sentence for the person who imports. */
export type ImportNote = {
  code:
    | 'revisions'
    | 'comments'
    | 'headerFooter'
    | 'footnotes'
    | 'pictures'
    | 'textBoxes'
    | 'contents'
    | 'embedded'
    | 'encoding'
    | 'webResidue'
    | 'cutOff'
    | 'numbersUnknown'
    | 'numbersComputed'
    | 'kindDiffers'
    | 'pageFurniture'
    | 'columns'
    | 'pagesWithoutText';
  text: string;
};
