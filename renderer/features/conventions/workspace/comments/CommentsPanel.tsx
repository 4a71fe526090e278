import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { VillagerComment } from '#contract/comments.ts';
import { channelNames, outcomeNames } from '#contract/names.ts';
import { useInstallation } from '#renderer/app/installationContext.ts';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { shortDate } from '#renderer/text/dates.ts';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';
import { bytesOf, native } from '#renderer/transport/native.ts';
import type { EditorSnapshot } from '../useEditorSnapshot.ts';
import { CommentDialog } from './CommentDialog.tsx';
import { ReplyDialog } from './ReplyDialog.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';

type Open = { kind: 'add' } | { kind: 'reply' | 'withdraw'; comment: VillagerComment };

function CommentCard({ comment, onOpen, onGo }: { comment: VillagerComment; onOpen: (open: Open) => void; onGo: (id: string) => void }) {
  const { today } = useInstallation();
  const { articleId, articleLabel, currentLabel, reply } = comment;
  const label = currentLabel === '' ? articleLabel : currentLabel;
  return (
    <article className={`panel card ${comment.withdrawnFor === null ? '' : 'withdrawn'}`}>
      <header>
        {articleId === null ? (
          <b>对全文</b>
        ) : (
          <button type="button" className="place" disabled={currentLabel === ''} onClick={() => onGo(articleId)}>
            {label}
          </button>
        )}
        <span className="sm dimmer order">
          第 {comment.number} 号 · {channelNames[comment.channel]} · {shortDate(comment.receivedOn, today)}
        </span>
      </header>
      {articleId !== null && currentLabel === '' && <p className="sm dim">原{articleLabel}已经删去</p>}
      {articleId !== null && currentLabel !== '' && articleLabel !== currentLabel && <p className="sm dim">登记时是{articleLabel}</p>}
      <p className="words">{comment.words}</p>
      {comment.person !== '' && <p className="sm dim">提出人：{comment.person}</p>}
      {comment.withdrawnFor !== null && <p className="sm dim">不计入：{comment.withdrawnFor}</p>}
      {reply !== null && (
        <p className="reply">
          <b>{outcomeNames[reply.outcome]}</b>
          {reply.reason !== '' && `：${reply.reason}`}
          <span className="sm dimmer">
            （{reply.repliedBy} {shortDate(reply.repliedAt, today)}
            {comment.corrections > 0 && `，更正过 ${comment.corrections} 次`}）
          </span>
        </p>
      )}
      {comment.withdrawnFor === null && (
        <div className="acts">
          <Button kind={reply === null ? 'primary' : 'plain'} onClick={() => onOpen({ kind: 'reply', comment })}>
            {reply === null ? '答复' : '更正答复'}
          </Button>
          <Button kind="flat" onClick={() => onOpen({ kind: 'withdraw', comment })}>
            登记有误
          </Button>
        </div>
      )}
    </article>
  );
}

type CommentsPanelProps = {
  conventionId: string;
  snapshot: EditorSnapshot;
  currentId: string | undefined;
  onGo: (articleId: string) => void;
};

/** 意见: what villagers said about the article at the cursor or about everything, and how it was dealt with. */
export function CommentsPanel({ conventionId, snapshot, currentId, onGo }: CommentsPanelProps) {
  const comments = useComments(conventionId);
  const [scope, setScope] = useState<'all' | 'current' | 'open'>('all');
  const [open, setOpen] = useState<Open>();
  const print = useMutation({
    mutationFn: async (format: 'pdf' | 'docx') => {
      const file = await client.documents.comments({ conventionId, format });
      const bytes = await bytesOf(file);
      if (format === 'pdf') await native.openPdf(file.name, bytes);
      else await native.saveFile(file.name, bytes);
    },
  });
  const all = comments.data ?? [];
  const listed = all.filter((comment) => {
    if (scope === 'current') return comment.articleId === (currentId ?? null);
    return scope === 'all' || (comment.reply === null && comment.withdrawnFor === null);
  });
  const openCount = all.filter((comment) => comment.reply === null && comment.withdrawnFor === null).length;
  return (
    <>
      <div className="seg" role="group" aria-label="显示哪些意见">
        <button type="button" aria-pressed={scope === 'all'} onClick={() => setScope('all')}>
          全部<b>{all.length}</b>
        </button>
        <button type="button" aria-pressed={scope === 'current'} onClick={() => setScope('current')}>
          本条
        </button>
        <button type="button" aria-pressed={scope === 'open'} onClick={() => setScope('open')}>
          待答复<b>{openCount}</b>
        </button>
      </div>
      <div className="row panel-acts">
        <Button kind="action" onClick={() => setOpen({ kind: 'add' })}>
          登记意见
        </Button>
        <Button kind="flat" disabled={all.length === 0 || print.isPending} onClick={() => print.mutate('pdf')}>
          打印汇总表
        </Button>
        <Button kind="flat" disabled={all.length === 0 || print.isPending} onClick={() => print.mutate('docx')}>
          存为 Word
        </Button>
      </div>
      {print.error !== null && <ErrorNote error={print.error} />}
      {comments.error !== null && <ErrorNote error={comments.error} />}
      {comments.data !== undefined && listed.length === 0 && (
        <p className="dim">{scope === 'open' ? '意见都答复了。' : scope === 'current' ? '这一条还没有意见。' : '还没有登记意见。'}</p>
      )}
      {listed.map((comment) => (
        <CommentCard key={comment.id} comment={comment} onOpen={setOpen} onGo={onGo} />
      ))}
      {open?.kind === 'add' && (
        <CommentDialog conventionId={conventionId} snapshot={snapshot} currentId={currentId} onClose={() => setOpen(undefined)} />
      )}
      {open?.kind === 'reply' && <ReplyDialog comment={open.comment} onClose={() => setOpen(undefined)} />}
      {open?.kind === 'withdraw' && <WithdrawDialog comment={open.comment} onClose={() => setOpen(undefined)} />}
    </>
  );
}

/** Every comment on a convention, the newest state of each. */
export function useComments(conventionId: string) {
  return useQuery(api.comments.list.queryOptions({ input: { conventionId } }));
}
