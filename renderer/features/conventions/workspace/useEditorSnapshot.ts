import type { Editor } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { articlesOf, type PlacedArticle } from '#core/document/articlesOf.ts';
import type { ConventionDocument } from '#core/document/document.ts';
import { renderText } from '#core/document/renderText.ts';
import type { Numbering } from '#core/document/numberDocument.ts';
import { numberingOf } from '#renderer/editor/plugins/numberingPlugin.ts';
import { staysInTextblocks } from '#renderer/editor/plugins/staysInTextblocks.ts';
import { toDocument } from '#renderer/editor/schema/toDocument.ts';

export type EditorSnapshot = {
  document: ConventionDocument;
  numbering: Numbering;
  articles: readonly PlacedArticle[];
  chapterCount: number;
  /** without white space */
  characterCount: number;
};

function take(editor: Editor): EditorSnapshot {
  const document = toDocument(editor.state.doc);
  return {
    document,
    numbering: numberingOf(editor.state),
    articles: articlesOf(document),
    chapterCount: document.content.filter((part) => part.type === 'chapter').length,
    characterCount: [...renderText(document).replace(/\s/gu, '')].length,
  };
}

/** After the last keystroke. What moves blocks about is shown at once. */
const pause = 300;

/** The text as the screens around the editor show it: a little behind the keys, so that typing draws nothing but the text. */
export function useEditorSnapshot(editor: Editor): EditorSnapshot {
  const [snapshot, setSnapshot] = useState(() => take(editor));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onTransaction = ({ transaction }: { transaction: Parameters<typeof staysInTextblocks>[0] }) => {
      if (!transaction.docChanged) return;
      clearTimeout(timer);
      timer = setTimeout(() => setSnapshot(take(editor)), staysInTextblocks(transaction) ? pause : 0);
    };
    editor.on('transaction', onTransaction);
    return () => {
      clearTimeout(timer);
      editor.off('transaction', onTransaction);
    };
  }, [editor]);
  return snapshot;
}
