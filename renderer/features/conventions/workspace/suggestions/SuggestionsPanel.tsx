import { useMutation } from '@tanstack/react-query';
import type { Editor } from '@tiptap/react';
import { useRef, useState } from 'react';
import type { Outputs } from '#contract/contract.ts';
import type { SuggestionDecision } from '#core/document/suggestions/decideSuggestions.ts';
import { openSuggestions, type OpenSuggestion } from '#core/document/suggestions/openSuggestions.ts';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { showNotice } from '#renderer/components/notices.ts';
import { decideSuggestionsStep } from '#renderer/editor/commands/decideSuggestions.ts';
import { toDocument } from '#renderer/editor/schema/toDocument.ts';
import { client } from '#renderer/transport/client.ts';
import { selectRange } from '../selectRange.ts';
import type { EditorSnapshot } from '../useEditorSnapshot.ts';
import { useSettledState } from '../useSettledState.ts';
import './suggestions.css';

type Draft = Outputs['drafts']['get'];
type FileComment = Draft['fileComments'][number];

function readOpen(editor: Editor): OpenSuggestion[] {
  return openSuggestions(toDocument(editor.state.doc));
}

/** The suggestions of the text that nobody has decided yet. */
export function useOpenSuggestions(editor: Editor): readonly OpenSuggestion[] {
  return useSettledState(editor, readOpen);
}

/** 2026-01-31T09:30 → 2026年1月31日 09:30, as the author's program wrote it. */
function authorsTime(madeAt: string | null): string {
  const parts = /^(\d+)-(\d+)-(\d+)T(.*)$/u.exec(madeAt ?? '');
  return parts === null ? '' : `${Number(parts[1])}年${Number(parts[2])}月${Number(parts[3])}日 ${parts[4] ?? ''}`;
}

function Maker({ author, madeAt }: { author: string; madeAt: string | null }) {
  const words = [author, authorsTime(madeAt)].filter((part) => part !== '').join('，');
  return words === '' ? null : <p className="sm dim breakable">{words}</p>;
}

function showSuggestion(editor: Editor, id: string): void {
  let range: { from: number; to: number } | undefined;
  editor.state.doc.descendants((node, position) => {
    if (range === undefined && node.marks.some(({ attrs }) => attrs['id'] === id)) range = { from: position, to: position + node.nodeSize };
    return range === undefined;
  });
  if (range !== undefined) selectRange(editor, range);
}

type SuggestionCardProps = {
  suggestion: OpenSuggestion;
  record: Draft['suggestions'][number] | undefined;
  label: string;
  onShow: () => void;
  onDecide: (decision: SuggestionDecision) => void;
};

function SuggestionCard({ suggestion: { inserted, deleted }, record, label, onShow, onDecide }: SuggestionCardProps) {
  const kind = inserted === '' ? '删' : deleted === '' ? '添' : inserted === deleted ? '移' : '改';
  const words = deleted === '' ? inserted : deleted;
  return (
    <article className="panel card suggestion" aria-label={`${kind}：${words.slice(0, 40)}`}>
      <header>
        <b>{kind}</b>
        <button type="button" className="place" onClick={onShow}>
          {label}
        </button>
      </header>
      <p className="breakable">
        {deleted !== '' && <del>{deleted}</del>}
        {inserted !== '' && inserted !== deleted && <ins>{inserted}</ins>}
      </p>
      <Maker author={record?.author ?? ''} madeAt={record?.madeAt ?? null} />
      <div className="acts">
        <Button kind="primary" onClick={() => onDecide('accept')}>
          接受
        </Button>
        <Button onClick={() => onDecide('reject')}>拒绝</Button>
      </div>
    </article>
  );
}

type FileCommentCardProps = { comment: FileComment; label: string; onGo: (id: string) => void; onTick: (isDone: boolean) => void };

function FileCommentCard({ comment: { articleId, author, madeAt, quote, text, isDone }, label, onGo, onTick }: FileCommentCardProps) {
  return (
    <article className="panel card" aria-label={`原稿批注：${text.slice(0, 40)}`}>
      <header>
        {articleId === null || label === '' ? (
          <b>{articleId === null ? '全文' : '原条文已经删去'}</b>
        ) : (
          <button type="button" className="place" onClick={() => onGo(articleId)}>
            {label}
          </button>
        )}
        {isDone && <span className="sm dim order">已处理</span>}
      </header>
      {quote !== '' && <q className="quote">{quote}</q>}
      <p className="words breakable">{text}</p>
      <Maker author={author} madeAt={madeAt} />
      <div className="acts">
        <Button kind={isDone ? 'flat' : 'plain'} aria-pressed={isDone} onClick={() => onTick(!isDone)}>
          {isDone ? '改为未处理' : '已处理'}
        </Button>
      </div>
    </article>
  );
}

type SuggestionsPanelProps = {
  editor: Editor;
  conventionId: string;
  snapshot: EditorSnapshot;
  open: readonly OpenSuggestion[];
  records: Draft['suggestions'];
  fileComments: readonly FileComment[];
  onComments: (comments: FileComment[]) => void;
  onGo: (id: string) => void;
};

/** 修订: what the file that the draft was imported from had changed and remarked, each to be decided. */
export function SuggestionsPanel({ editor, conventionId, snapshot, open, records, fileComments, onComments, onGo }: SuggestionsPanelProps) {
  const [said, setSaid] = useState('');
  const region = useRef<HTMLElement>(null);
  const tick = useMutation({
    mutationFn: ({ id, isDone }: { id: string; isDone: boolean }) => client.drafts.tickFileComment({ conventionId, fileCommentId: id, isDone }),
    onSuccess: (_done, { id, isDone }) => {
      onComments(fileComments.map((comment) => (comment.id === id ? { ...comment, isDone } : comment)));
      if (isDone) showNotice('原稿批注记为已处理', { label: '撤销', run: () => tick.mutate({ id, isDone: false }) });
    },
  });
  const labelOf = (id: string | null) => (id === null ? '' : (snapshot.numbering.labels.get(id) ?? ''));

  function decide(decision: SuggestionDecision, ids?: ReadonlySet<string>): void {
    editor.view.dispatch(decideSuggestionsStep(editor.state, decision, ids));
    const what = ids === undefined ? '全部' : '';
    setSaid(`已${what}${decision === 'accept' ? '接受' : '拒绝'}`);
    showNotice(`已${what}${decision === 'accept' ? '接受' : '拒绝'}修订`, { label: '撤销', run: () => editor.commands.undo() });
    // The button that was pressed is gone: the keyboard goes on from the list.
    region.current?.focus();
  }

  return (
    <>
      <section ref={region} tabIndex={-1} aria-label="修订">
        <h3>待处理的修订 {open.length}</h3>
        {open.length === 0 ? (
          <p className="dim">修订都处理完了。</p>
        ) : (
          <div className="row panel-acts">
            <Button kind="action" onClick={() => decide('accept')}>
              全部接受
            </Button>
            <Button kind="flat" onClick={() => decide('reject')}>
              全部拒绝
            </Button>
          </div>
        )}
        <output className="sr-only">{said}</output>
        {open.map((suggestion) => (
          <SuggestionCard
            key={suggestion.id}
            suggestion={suggestion}
            record={records.find(({ id }) => id === suggestion.id)}
            label={labelOf(suggestion.partId) || '正文'}
            onShow={() => showSuggestion(editor, suggestion.id)}
            onDecide={(decision) => decide(decision, new Set([suggestion.id]))}
          />
        ))}
      </section>
      {fileComments.length > 0 && (
        <section aria-label="原稿批注">
          <h3>
            原稿批注 {fileComments.length}，待处理 {fileComments.filter(({ isDone }) => !isDone).length}
          </h3>
          {tick.error !== null && <ErrorNote error={tick.error} />}
          {fileComments.map((comment) => (
            <FileCommentCard
              key={comment.id}
              comment={comment}
              label={labelOf(comment.articleId)}
              onGo={onGo}
              onTick={(isDone) => tick.mutate({ id: comment.id, isDone })}
            />
          ))}
        </section>
      )}
    </>
  );
}
