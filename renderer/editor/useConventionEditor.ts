import { useEditor, type Editor, type JSONContent } from '@tiptap/react';
import { useState } from 'react';
import type { ConventionDocument } from '#core/document/document.ts';
import { editorExtensions } from '#renderer/editor/editorExtensions.ts';
import { newId } from '#renderer/editor/plugins/newId.ts';
import './editor.css';

function copyOf(document: ConventionDocument): JSONContent {
  const content: JSONContent = JSON.parse(JSON.stringify(document));
  return content;
}

/**
 * An editor on a document. The document is read once: the editor then owns the text, and nothing puts content into it from
 * outside except transactions, since a replaced content would break a word that is being composed.
 */
export function useConventionEditor(document: ConventionDocument): Editor {
  const [extensions] = useState(() => editorExtensions(newId));
  const [content] = useState(() => copyOf(document));
  return useEditor({
    extensions,
    content,
    shouldRerenderOnTransaction: false,
    immediatelyRender: true,
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    enableCoreExtensions: { clipboardTextSerializer: false, delete: false, textDirection: false },
    editorProps: {
      attributes: {
        class: 'convention-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': '正文',
        spellcheck: 'false',
      },
    },
  });
}
