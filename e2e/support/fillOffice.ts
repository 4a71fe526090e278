import type { ContractClient } from '#contract/contract.ts';
import type { ConventionKind } from '#core/document/document.ts';
import { parseConvention } from '#core/document/parseConvention.ts';

const text = (title: string) => `${title}

第一章　总则
第一条　为了把村里的事办好，经大家商量，定下本公约。
第二条　本公约适用于住在本地的全体人员。
第二章　公共秩序
第三条　爱护公共设施，损坏的照价赔偿。
第四条　垃圾分类投放，门前屋后保持干净。
第五条　邻里有矛盾先商量，商量不成的可以申请调解。
第三章　文明新风
第六条　婚事新办，丧事简办，不攀比。
第七条　尊老爱幼，赡养老人。
第四章　附则
第八条　本公约自公布之日起施行。
`;

const township = '云溪镇';

/** A day so many days from now, as the contract writes days. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** Gives an office the conventions of its neighbours, each at another stage of its life, one of them late. */
export async function fillOffice(client: ContractClient): Promise<void> {
  async function create(village: string, kind: ConventionKind = 'village') {
    const title = `${village}${kind === 'village' ? '村规民约' : '居民公约'}`;
    let count = 0;
    const { document } = parseConvention(text(title), { newId: () => `${village}-${(count += 1)}` });
    const { conventionId } = await client.conventions.create({ village, township, kind, document });
    return conventionId;
  }
  async function sendForReview(conventionId: string, deadline: string) {
    const { revision } = await client.drafts.get({ conventionId });
    await client.workflow.perform({ conventionId, action: 'startConsultation', note: '' });
    const version = await client.versions.freeze({ conventionId, revision, reason: '送审稿' });
    await client.workflow.perform({ conventionId, action: 'submitForScreening', note: '' });
    await client.submissions.create({ conventionId, versionId: version.id, reviewingOffice: `${township}司法所`, deadline, note: '' });
    return version;
  }

  await create('桥头社区', 'community');

  const consulting = await create('石桥村');
  await client.workflow.perform({ conventionId: consulting, action: 'startConsultation', note: '' });
  for (const words of ['垃圾池离得太远，多设两个。', '红白喜事的桌数还是不要写死。']) {
    await client.comments.add({ conventionId: consulting, channel: 'courtyard', person: '', articleId: null, words, receivedOn: dayFromNow(-1) });
  }

  await sendForReview(await create('清水塘村'), dayFromNow(-2));
  await sendForReview(await create('枫树坳村'), dayFromNow(3));

  const voting = await create('大塘村');
  const cleared = await sendForReview(voting, dayFromNow(5));
  await client.opinions.registerPaper({
    conventionId: voting,
    versionId: cleared.id,
    opinionNumber: '云司审〔2026〕7号',
    reviewer: '刘国平',
    office: `${township}司法所`,
    issuedOn: dayFromNow(-1),
    conclusion: 'lawful',
    remark: '',
  });
  await client.workflow.perform({ conventionId: voting, action: 'proceedToVote', note: '' });
}
