import type { Editor } from '@tiptap/react';
import { TextSelection } from '@tiptap/pm/state';
import { findArticle } from '#renderer/editor/plugins/findArticle.ts';

/** Puts the cursor on a stretch of the text and brings it into sight, a little below the top. */
export function selectRange(editor: Editor, { from, to }: { from: number; to: number }): void {
  const selection = TextSelection.between(editor.state.doc.resolve(from), editor.state.doc.resolve(to));
  editor.view.dispatch(editor.state.tr.setSelection(selection));
  editor.view.focus();
  const { node } = editor.view.domAtPos(selection.from);
  const element = node instanceof Element ? node : node.parentElement;
  element?.closest('[data-part="article"], h2, h1, p')?.scrollIntoView({ block: 'center' });
}

/** Puts the cursor at the start of a chapter, section or article. */
export function goTo(editor: Editor, id: string): void {
  const article = findArticle(editor.state.doc, id);
  let position = article?.position;
  if (position === undefined) {
    editor.state.doc.descendants((node, at) => {
      if (node.attrs['id'] === id) position = at;
      return position === undefined && (node.type.name === 'chapter' || node.type.name === 'section');
    });
  }
  if (position === undefined) return;
  const place = TextSelection.near(editor.state.doc.resolve(position + 1), 1);
  selectRange(editor, { from: place.from, to: place.from });
}
