import type { CommentTablePrint } from '#backend/documents/export/printDocument.ts';
import { conventionRows } from '#backend/services/conventions/conventionRows.ts';
import { listComments } from '#backend/services/comments/listComments.ts';
import { chineseDate } from '#backend/services/documents/chineseDate.ts';
import { localDay } from '#backend/services/installation/localDay.ts';
import type { Actor } from '#backend/services/serviceKit.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import { channelNames, outcomeNames } from '#contract/names.ts';
import { DomainError } from '#core/errors.ts';

/** 意见汇总及采纳情况表 of a convention. Throws NOT_FOUND, or WRONG_STAGE when there is nothing to print. */
export async function commentTablePrint(
  store: Store,
  actor: Actor,
  now: Date,
  conventionId: string,
): Promise<CommentTablePrint> {
  const row = await conventionRows(store).where('convention.id', '=', conventionId).executeTakeFirst();
  if (row === undefined) throw new DomainError('NOT_FOUND', '这份村规民约');
  const comments = (await listComments(store, conventionId)).filter((comment) => comment.withdrawnFor === null);
  if (comments.length === 0) throw new DomainError('WRONG_STAGE', '还没有录入群众意见');
  const days = comments.map((comment) => comment.receivedOn).sort();
  const count = (outcome: string) => comments.filter((comment) => comment.reply?.outcome === outcome).length;
  const open = comments.filter((comment) => comment.reply === null).length;
  const today = localDay(now);
  return {
    type: 'commentTable',
    conventionTitle: row.title,
    office: `${row.township ?? ''}${row.village}`,
    from: chineseDate(days[0] ?? today),
    to: chineseDate(days.at(-1) ?? today),
    date: chineseDate(today),
    identity: `${actor.office} ${actor.person}`,
    summary:
      `共收到意见 ${comments.length} 条，采纳 ${count('adopted')} 条，部分采纳 ${count('partlyAdopted')} 条，` +
      `不采纳 ${count('notAdopted')} 条${open === 0 ? '' : `，还没有答复 ${open} 条`}。`,
    comments: comments.map((comment) => ({
      channel: channelNames[comment.channel],
      article: comment.articleLabel === '' ? '全文' : comment.articleLabel,
      text: comment.words,
      reply: comment.reply === null ? '还没有答复' : outcomeNames[comment.reply.outcome],
      reason: comment.reply?.reason ?? '',
    })),
  };
}
