import { z } from 'zod';
import { readDraft } from '#backend/services/drafts/readDraft.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import { commentChannels, replyOutcomes, type VillagerComment } from '#contract/comments.ts';
import { articleNames } from '#core/document/articleNames.ts';

const storedChannel = z.enum(commentChannels);
const storedOutcome = z.enum(replyOutcomes);

/** All comments of a convention in the order of their numbers, each with its newest reply. */
export async function listComments(store: Store, conventionId: string): Promise<VillagerComment[]> {
  const names = articleNames((await readDraft(store, conventionId)).document);
  const rows = await store
    .selectFrom('comment')
    .innerJoin('person as recorder', 'recorder.id', 'comment.recordedBy')
    .selectAll('comment')
    .select('recorder.name as recorder')
    .where('conventionId', '=', conventionId)
    .orderBy('number')
    .execute();
  const replies = await store
    .selectFrom('reply')
    .innerJoin('comment', 'comment.id', 'reply.commentId')
    .innerJoin('person', 'person.id', 'reply.repliedBy')
    .selectAll('reply')
    .select('person.name as replier')
    .where('comment.conventionId', '=', conventionId)
    .orderBy('reply.sequence')
    .execute();
  return rows.map((row) => {
    const own = replies.filter((reply) => reply.commentId === row.id);
    const newest = own.at(-1);
    return {
      id: row.id,
      number: row.number,
      channel: storedChannel.parse(row.channel),
      person: row.person,
      articleId: row.articleId,
      articleLabel: row.articleLabel,
      currentLabel: row.articleId === null ? '' : (names.get(row.articleId) ?? ''),
      words: row.words,
      receivedOn: row.receivedOn,
      recordedBy: row.recorder,
      reply:
        newest === undefined
          ? null
          : {
              outcome: storedOutcome.parse(newest.outcome),
              reason: newest.reason,
              repliedBy: newest.replier,
              repliedAt: newest.repliedAt,
            },
      corrections: Math.max(0, own.length - 1),
      withdrawnFor: row.withdrawnFor,
    };
  });
}
