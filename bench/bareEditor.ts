import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';

/** The peer of the typing benchmark: Tiptap as it comes, one paragraph a line. Bundled into a page of its own. */
export function openBareEditor(lines: readonly string[]): void {
  const element = document.createElement('div');
  document.body.append(element);
  void new Editor({
    element,
    extensions: [StarterKit],
    content: {
      type: 'doc',
      content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
    },
  });
}
