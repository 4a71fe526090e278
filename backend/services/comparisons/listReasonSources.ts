import { z } from 'zod';
import { listComments } from '#backend/services/comments/listComments.ts';
import type { ComparedPair } from '#backend/services/comparisons/readPair.ts';
import { chineseDate } from '#backend/services/documents/chineseDate.ts';
import { localDay } from '#backend/services/installation/localDay.ts';
import { listOpinions } from '#backend/services/opinions/listOpinions.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import type { VillagerComment } from '#contract/comments.ts';
import { annotationKindNames, channelNames, outcomeNames } from '#contract/names.ts';
import type { Opinion } from '#contract/reviews.ts';
import type { ReasonSource } from '#core/comparison/amendment/changeReason.ts';
import { findingSchema } from '#core/legality/rule.ts';
import { basisText } from '#core/review/basisText.ts';

export type ReasonRecords = { sources: ReasonSource[]; comments: VillagerComment[]; opinions: Opinion[] };

/** What happened between the two texts and may be the reason of a change: comments, annotations, findings, meetings. */
export async function listReasonSources(store: Store, conventionId: string, pair: ComparedPair): Promise<ReasonRecords> {
  const comments = (await listComments(store, conventionId)).filter((comment) => comment.withdrawnFor === null && isBetween(comment, pair));
  const opinions = (await listOpinions(store, conventionId)).filter(
    ({ versionNumber }) => versionNumber === null || (versionNumber >= pair.old.number && versionNumber < pair.new.number),
  );
  const sources = [
    ...comments.map(commentSource),
    ...opinions.flatMap(annotationSources),
    ...(await findingSources(store, conventionId, pair)),
    ...(await meetingSources(store, conventionId, pair)),
  ];
  return { sources, comments, opinions };
}

/** A comment that was answered before the old text was frozen is in it already; one received after the new text is not in it yet. */
function isBetween(comment: VillagerComment, { old, new: now }: ComparedPair): boolean {
  const day = (instant: string) => localDay(new Date(instant));
  const isLater = old.frozenAt === null || (comment.reply?.repliedAt ?? '') > old.frozenAt || comment.receivedOn >= day(old.frozenAt);
  return isLater && (now.frozenAt === null || comment.receivedOn <= day(now.frozenAt));
}

function commentSource({ id, number, channel, words, articleId, receivedOn, reply }: VillagerComment): ReasonSource {
  const outcome = reply === null ? '还没有答复' : outcomeNames[reply.outcome];
  const answer = reply === null || reply.reason === '' ? '' : reply.reason.replace(/[。；]+$/u, '');
  return {
    kind: 'comment',
    id,
    places: articleId === null ? [] : [articleId],
    isAgreed: reply !== null && reply.outcome !== 'notAdopted',
    reason: `群众提出：${words.replace(/[。；]+$/u, '')}。${answer === '' ? '' : `${answer}。`}`,
    basis: '',
    origin: `群众意见第 ${number} 号（${channelNames[channel]}，${chineseDate(receivedOn)}，${outcome}）`,
  };
}

function annotationSources({ id, office, round, annotations }: Opinion): ReasonSource[] {
  return annotations.map((annotation) => ({
    kind: 'annotation',
    id: `${id}:${annotation.id}`,
    places: [annotation.anchor.articleId],
    isAgreed: annotation.answer?.answer !== 'declined',
    reason: annotation.anchor.quote === '' ? annotation.text : `“${annotation.anchor.quote}”：${annotation.text}`,
    basis: basisText(annotation.basis),
    origin: `${office}第 ${round} 轮审查批注（${annotationKindNames[annotation.kind]}）`,
  }));
}

const storedFindings = z.array(findingSchema);

/** The findings on the old text and on the versions between; one that several versions share counts once. */
async function findingSources(store: Store, conventionId: string, { old, new: now }: ComparedPair): Promise<ReasonSource[]> {
  const versions = await store
    .selectFrom('version')
    .select('findings')
    .where('conventionId', '=', conventionId)
    .where('number', '>=', old.number)
    .where('number', '<', now.number)
    .orderBy('number')
    .execute();
  const found = new Map<string, ReasonSource>();
  for (const finding of versions.flatMap((version) => storedFindings.parse(JSON.parse(version.findings)))) {
    const place = finding.articleId ?? finding.part;
    if (place === undefined || place === 'document' || finding.quote === '') continue;
    const id = `${finding.rule}:${place}:${finding.quote}`.slice(0, 200);
    found.set(id, {
      kind: 'finding',
      id,
      places: [place],
      isAgreed: true,
      quote: finding.quote,
      reason: `“${finding.quote}”：${finding.message}`,
      basis: basisText(finding.basis),
      origin: '合法性预审提示',
    });
  }
  return [...found.values()];
}

async function meetingSources(store: Store, conventionId: string, { old, new: now }: ComparedPair): Promise<ReasonSource[]> {
  const votes = await store
    .selectFrom('vote')
    .innerJoin('version', 'version.id', 'vote.versionId')
    .select(['vote.id', 'vote.meeting', 'vote.heldOn', 'vote.passed'])
    .where('vote.conventionId', '=', conventionId)
    .where('version.number', '>=', old.number)
    .where('version.number', '<=', now.number)
    .orderBy('vote.recordedAt')
    .execute();
  return votes.map(({ id, meeting, heldOn, passed }) => ({
    kind: 'meeting',
    id,
    places: [],
    isAgreed: false,
    reason: '',
    basis: '',
    origin: `${chineseDate(heldOn)}${meeting === 'assembly' ? '村（居）民会议' : '村（居）民代表会议'}${passed === 1 ? '通过' : '没有通过'}`,
  }));
}
