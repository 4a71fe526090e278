import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContractClient } from '#contract/contract.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import { articleText } from '#core/document/articleText.ts';
import { numberDocument } from '#core/document/numberDocument.ts';
import { reviewAspects, type Conclusion } from '#core/review/review.ts';
import { projectRoot } from '#scripts/projectRoot.ts';

const oldConvention = readFileSync(join(projectRoot, 'resources', 'samples', 'old-convention.txt'), 'utf8');

/** Two installations that write to each other: a village's and a reviewing office's. */
export type Offices = { drafter: ContractClient; reviewer: ContractClient };

function dayFrom(today: string, days: number): string {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

export async function createConvention(client: ContractClient, village: string, township = '云溪镇'): Promise<string> {
  const { document } = await client.imports.preview({ pasted: oldConvention.replaceAll('溪口村', village) });
  const { conventionId } = await client.conventions.create({ village, township, kind: 'village', document });
  return conventionId;
}

async function freeze(client: ContractClient, conventionId: string, reason: string) {
  const { revision } = await client.drafts.get({ conventionId });
  return client.versions.freeze({ conventionId, revision, reason });
}

/** Comments of different length on the first articles, as many on each as the list says; only the first is answered. */
async function addComments(client: ContractClient, conventionId: string, counts: readonly number[]): Promise<void> {
  const { today } = await readStatus(client);
  const { document } = await client.drafts.get({ conventionId });
  const articles = articlesOf(document);
  const said = ['罚款没有依据，建议改成批评教育。', '写得太笼统。', '我家住在后山，倒垃圾要走两里路，池子能不能往上挪一挪，再多放两个桶，不然年年都为这个吵架。'];
  let isFirst = true;
  for (const [index, count] of counts.entries()) {
    for (let order = 0; order < count; order += 1) {
      const comment = await client.comments.add({
        conventionId,
        channel: order % 2 === 0 ? 'courtyard' : 'visit',
        person: order === 0 ? '王桂香' : '',
        articleId: articles[index]?.article.attrs.id ?? null,
        words: said[order % said.length] ?? '',
        receivedOn: dayFrom(today, -3),
      });
      if (isFirst) await client.comments.reply({ commentId: comment.id, outcome: 'partlyAdopted', reason: '改成批评教育，赔偿按实际损失。' });
      isFirst = false;
    }
  }
}

async function readStatus(client: ContractClient) {
  return client.installation.status();
}

/** Through consultation and screening to the reviewing office, which takes the package in. */
export async function sendForReview({ drafter, reviewer }: Offices, conventionId: string, deadlineIn = 5): Promise<string> {
  const { today } = await readStatus(drafter);
  const { stage } = await drafter.conventions.get({ conventionId });
  if (stage === 'drafting') await drafter.workflow.perform({ conventionId, action: 'startConsultation', note: '' });
  const version = await freeze(drafter, conventionId, '送审稿');
  await drafter.workflow.perform({ conventionId, action: 'submitForScreening', note: '' });
  const submission = await drafter.submissions.create({
    conventionId,
    versionId: version.id,
    reviewingOffice: '云溪镇司法所',
    deadline: dayFrom(today, deadlineIn),
    note: '重点看第三条和第十六条。',
  });
  const file = await drafter.submissions.file({ submissionId: submission.id });
  const { fingerprint } = await reviewer.packages.inspect({ file });
  const received = await reviewer.packages.receive({ file, acceptedFingerprint: fingerprint });
  if (received.kind !== 'submission') throw new Error('Not a submission');
  return received.reviewId;
}

/** Annotations of all four kinds on the third article and those after it. */
async function annotate(reviewer: ContractClient, reviewId: string): Promise<void> {
  const { document, contentHash } = await reviewer.reviews.get({ reviewId });
  const numbering = numberDocument(document);
  const notes = [
    { kind: 'unlawful', quote: '每次罚款500元', text: '村民委员会没有行政处罚权，村规民约不能设定罚款。', suggestion: '由村民委员会批评教育' },
    { kind: 'mustChange', quote: '必须先经村里调解', text: '调解出于自愿，不能作为起诉的前提。', suggestion: '可以先向村人民调解委员会申请调解' },
    { kind: 'advice', quote: '照价赔偿', text: '宜写明由谁确定损失。', suggestion: '' },
    { kind: 'wording', quote: '当场打死', text: '用词不当。', suggestion: '' },
  ] as const;
  for (const { kind, quote, text, suggestion } of notes) {
    const found = articlesOf(document).find(({ article }) => articleText(article, numbering).includes(quote));
    if (found === undefined) continue;
    const whole = articleText(found.article, numbering);
    const from = whole.indexOf(quote);
    const to = from + quote.length;
    await reviewer.reviews.saveAnnotation({
      reviewId,
      annotation: {
        anchor: {
          articleId: found.article.attrs.id,
          from,
          to,
          quote,
          prefix: whole.slice(Math.max(0, from - 16), from),
          suffix: whole.slice(to, to + 16),
          contentHash,
        },
        kind,
        text,
        basis: kind === 'unlawful' ? [{ law: '中华人民共和国行政处罚法', article: '第十七条' }] : [],
        suggestion,
      },
    });
  }
}

/** Issues the opinion and hands it back to the village. */
async function giveOpinion({ drafter, reviewer }: Offices, reviewId: string, conclusion: Conclusion): Promise<void> {
  for (const aspect of reviewAspects) {
    await reviewer.reviews.setAspect({ reviewId, aspect, value: { result: 'pass', remark: '' } });
  }
  await reviewer.reviews.setConclusion({ reviewId, conclusion, remark: '修改以后再送审。', opinionNumber: '云司审〔2026〕3号' });
  await reviewer.reviews.issue({ reviewId });
  const file = await reviewer.reviews.file({ reviewId });
  const { fingerprint } = await drafter.packages.inspect({ file });
  await drafter.packages.receive({ file, acceptedFingerprint: fingerprint });
}

/** A ballot that passes, on the newest version. */
async function vote(drafter: ContractClient, conventionId: string): Promise<void> {
  const { today } = await readStatus(drafter);
  await drafter.workflow.perform({ conventionId, action: 'proceedToVote', note: '' });
  const { newestVersion } = await drafter.conventions.get({ conventionId });
  await drafter.workflow.recordVote({
    conventionId,
    versionId: newestVersion?.id ?? '',
    heldOn: today,
    place: '村部',
    meeting: 'assembly',
    countedBy: 'adults',
    eligible: 200,
    present: 160,
    inFavour: 150,
    against: 6,
    abstained: 4,
    authorization: '',
  });
}

/** A convention that was in force before: the ballot and the notice are known, the filing is not. */
async function registerInForce(client: ContractClient, village: string): Promise<string> {
  const conventionId = await createConvention(client, village);
  const { revision } = await client.drafts.get({ conventionId });
  await client.priorAdoptions.register({
    conventionId,
    revision,
    stage: 'published',
    meeting: 'assembly',
    adoptedOn: '2019-03-05',
    filedOn: null,
    filingNumber: '',
    filedWith: '',
    postedOn: '2019-03-15',
    place: '村务公开栏',
    scans: [
      { kind: 'voteRecord', file: new File(['%PDF-1.7\n'], '2019年村民会议表决记录（盖章扫描件）.pdf') },
      { kind: 'publicationPhoto', file: new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0])], '公开栏照片.jpg') },
    ],
  });
  return conventionId;
}

/** Conventions in every stage, some of them with long names, and one in the recycle bin. */
export async function furnish(offices: Offices) {
  const { drafter } = offices;
  const { today } = await readStatus(drafter);
  const longName = '石门坎苗族彝族乡大湾子村';
  const drafting = await createConvention(drafter, longName, '石门坎苗族彝族乡');
  const consulting = await createConvention(drafter, '大湾村');
  await drafter.workflow.perform({ conventionId: consulting, action: 'startConsultation', note: '' });
  await addComments(drafter, consulting, [1, 2, 5, 12, 0, 3]);
  await freeze(drafter, consulting, '征求意见稿');
  const screening = await createConvention(drafter, '竹园村');
  await drafter.workflow.perform({ conventionId: screening, action: 'startConsultation', note: '' });
  await freeze(drafter, screening, '征求意见稿');
  await drafter.workflow.perform({ conventionId: screening, action: 'submitForScreening', note: '' });
  const returned = await createConvention(drafter, '白鹭村');
  const returnedReview = await sendForReview(offices, returned);
  await annotate(offices.reviewer, returnedReview);
  await giveOpinion(offices, returnedReview, 'unlawful');
  const reviewing = await createConvention(drafter, '云台村');
  const openReview = await sendForReview(offices, reviewing);
  await annotate(offices.reviewer, openReview);
  const bare = await createConvention(drafter, '清溪村');
  const readyReview = await sendForReview(offices, bare, 2);
  for (const aspect of reviewAspects) {
    await offices.reviewer.reviews.setAspect({ reviewId: readyReview, aspect, value: { result: 'pass', remark: '' } });
  }
  await offices.reviewer.reviews.setConclusion({ reviewId: readyReview, conclusion: 'lawful', remark: '', opinionNumber: '' });
  const cleared = ['松林村', '石桥村', '长岭村', '望江村'];
  const clearedIds: string[] = [];
  for (const village of cleared) {
    const id = await createConvention(drafter, village);
    await giveOpinion(offices, await sendForReview(offices, id), 'lawful');
    clearedIds.push(id);
  }
  const [voting, filing, publishing, published] = clearedIds;
  if (voting === undefined || filing === undefined || publishing === undefined || published === undefined) throw new Error('Too few');
  await drafter.workflow.perform({ conventionId: voting, action: 'proceedToVote', note: '' });
  for (const id of [filing, publishing, published]) await vote(drafter, id);
  for (const id of [publishing, published]) {
    await drafter.workflow.recordFiling({ conventionId: id, filingNumber: '云溪备〔2026〕7号', filedOn: today, receivedBy: '云溪镇人民政府' });
  }
  await drafter.workflow.recordPublication({ conventionId: published, postedOn: today, place: '村务公开栏' });
  const registered = await registerInForce(drafter, '柳林村');
  const binned = await createConvention(drafter, '旧村');
  await drafter.conventions.discard({ conventionId: binned });
  return { drafting, consulting, screening, returned, returnedReview, reviewing, openReview, readyReview, voting, filing, publishing, published, registered };
}
