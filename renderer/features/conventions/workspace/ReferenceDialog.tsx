import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { articleText } from '#core/document/articleText.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import { referenceText } from '#core/document/numberDocument.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { numberingOf } from '#renderer/editor/plugins/numberingPlugin.ts';
import { toDocument } from '#renderer/editor/schema/toDocument.ts';

type ReferenceDialogProps = { editor: Editor; onClose: () => void; onChoose: (articleId: string) => void };

/** Chooses the article that a sentence names; its number then follows by itself. */
export function ReferenceDialog({ editor, onClose, onChoose }: ReferenceDialogProps) {
  const [query, setQuery] = useState('');
  const numbering = numberingOf(editor.state);
  const articles = articlesOf(toDocument(editor.state.doc))
    .map(({ article }) => ({
      id: article.attrs.id,
      name: referenceText(article.attrs.id, numbering),
      text: articleText(article, numbering),
    }))
    .filter(({ name, text }) => query.trim() === '' || name.includes(query.trim()) || text.includes(query.trim()));
  return (
    <Dialog title="引用条款" onClose={onClose} actions={<Button onClick={onClose}>取消</Button>}>
      <p className="hint">选一条。以后条文移动、增减，这里的条号自动跟着变。</p>
      <input
        className="input"
        type="search"
        aria-label="按条号或文字找"
        placeholder="按条号或文字找"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <ul className="reference-list">
        {articles.map(({ id, name, text }) => (
          <li key={id}>
            <button type="button" onClick={() => onChoose(id)}>
              <b>{name}</b>
              <span>{text === '' ? '（还没有内容）' : text}</span>
            </button>
          </li>
        ))}
      </ul>
      {articles.length === 0 && <p className="dim">没有找到这样的条文。</p>}
    </Dialog>
  );
}
