import { answeredSubmissions } from '#backend/services/conventions/answeredSubmissions.ts';
import { conventionRows } from '#backend/services/conventions/conventionRows.ts';
import { readStage } from '#backend/services/conventions/readStage.ts';
import { localDay } from '#backend/services/installation/localDay.ts';
import { registered, type ServiceKit } from '#backend/services/serviceKit.ts';
import type { Outputs } from '#contract/contract.ts';
import { conclusionNames, kindNames } from '#contract/names.ts';
import { daysBetween } from '#core/calendar/daysBetween.ts';
import { submissionPayloadSchema } from '#core/exchange/package.ts';
import { conclusionSchema, isClearing, type Conclusion } from '#core/review/review.ts';

type Task = Outputs['workbench']['tasks'][number];

const finishedStages = ['published', 'repealed'];

/** More than anybody works off in a day; what is late or came back stands first and is never cut off by what merely waits. */
const mostTasks = 500;

/** What waits for this person: late first, then what came back, then the rest. */
export function workbenchHandlers(kit: ServiceKit) {
  return {
    tasks: registered.workbench.tasks.handler(async ({ context }) => {
      const today = localDay(kit.clock.now());
      const tasks: Task[] = [];
      const add = (task: Omit<Task, 'daysLeft' | 'group'> & { returned?: boolean }) => {
        const { returned, ...rest } = task;
        const daysLeft = task.dueOn === null ? null : daysBetween(today, task.dueOn);
        const group = daysLeft !== null && daysLeft < 0 ? 'late' : returned === true ? 'returned' : 'waiting';
        tasks.push({ ...rest, daysLeft, group });
      };
      if (context.actor.roles.some((role) => role !== 'reviewer')) await addConventionTasks(add);
      if (context.actor.roles.includes('reviewer')) await addReviewTasks(add);
      const order = ['late', 'returned', 'waiting'];
      return tasks
        .sort(
          (left, right) =>
            order.indexOf(left.group) - order.indexOf(right.group) ||
            (left.daysLeft ?? Number.MAX_SAFE_INTEGER) - (right.daysLeft ?? Number.MAX_SAFE_INTEGER),
        )
        .slice(0, mostTasks);
    }),
  };

  /** Only conventions under way are looked at; what is published or rests untouched makes no task. */
  async function addConventionTasks(add: (task: Omit<Task, 'daysLeft' | 'group'> & { returned?: boolean }) => void) {
    const rows = await conventionRows(kit.store)
      .where('convention.discardedAt', 'is', null)
      .where('convention.stage', 'not in', finishedStages)
      .orderBy('convention.updatedAt', 'desc')
      .orderBy('convention.id')
      .execute();
    const openComments = await openCommentsUnderWay();
    const submissions = await submissionsInReview();
    const objections = await objectionsToDrafts();
    for (const row of rows) {
      const open = openComments.get(row.id) ?? 0;
      const place = row.title;
      const path = `/conventions/${row.id}`;
      const base = { place, path, dueOn: null };
      if (open > 0) {
        add({ ...base, key: `comments:${row.id}`, title: `答复群众意见 ${open} 条`, remark: '还没有答复', action: '去答复' });
      }
      const submission = submissions.get(row.id);
      const stage = readStage(row.stage);
      if (stage === 'reviewing' && submission !== undefined && submission.conclusion === null) {
        add({
          ...base,
          key: `opinion:${row.id}`,
          title: '收审查意见书',
          remark: `合法性审查，等${submission.reviewingOffice}`,
          dueOn: submission.deadline,
          action: '去查看',
        });
      } else if (stage === 'reviewing' && submission !== undefined) {
        const conclusion = conclusionSchema.parse(submission.conclusion);
        const cleared = isClearing(conclusion);
        add({
          ...base,
          key: `returned:${row.id}`,
          title: cleared ? '交会议表决' : '按审查意见修改',
          remark: opinionRemark(submission.office ?? '', conclusion),
          returned: !cleared,
          action: cleared ? '去办理' : '去修改',
        });
      } else if (stage === 'drafting') {
        const remark = objections.get(row.id);
        if (remark !== undefined) add({ ...base, key: `returned:${row.id}`, title: '修改后重新送审', remark, returned: true, action: '去修改' });
        else add({ ...base, key: `draft:${row.id}`, title: '起草修改', remark: `${row.articleCount} 条`, action: '去起草' });
      } else if (stage === 'consulting' && open === 0) {
        add({ ...base, key: `stage:${row.id}`, title: '征求意见', remark: '意见已答复', action: '去办理' });
      } else if (stage !== 'consulting') {
        const titles = { screening: '乡镇审核，送司法所', voting: '登记表决结果', filing: '报送备案、公布' } as const;
        if (stage === 'screening' || stage === 'voting' || stage === 'filing') {
          add({ ...base, key: `stage:${row.id}`, title: titles[stage], remark: '', action: '去办理' });
        }
      }
    }
  }

  /** convention id → comments without a reply. One question for all: a county has two thousand conventions. */
  async function openCommentsUnderWay(): Promise<Map<string, number>> {
    const rows = await kit.store
      .selectFrom('comment')
      .innerJoin('convention', 'convention.id', 'comment.conventionId')
      .select((expression) => ['comment.conventionId', expression.fn.countAll<number>().as('open')])
      .where('convention.discardedAt', 'is', null)
      .where('convention.stage', 'not in', finishedStages)
      .where('comment.withdrawnFor', 'is', null)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('reply').select('reply.id').whereRef('reply.commentId', '=', 'comment.id'))),
      )
      .groupBy('comment.conventionId')
      .execute();
    return new Map(rows.map((row) => [row.conventionId, row.open]));
  }

  /** convention id → its newest submission with the newest opinion on it, where the review is the present stage. */
  async function submissionsInReview() {
    const rows = await kit.store
      .selectFrom('submission')
      .innerJoin('convention', 'convention.id', 'submission.conventionId')
      .leftJoin('opinion', 'opinion.submissionId', 'submission.id')
      .select([
        'submission.conventionId',
        'submission.deadline',
        'submission.reviewingOffice',
        'opinion.conclusion',
        'opinion.office',
      ])
      .where('convention.discardedAt', 'is', null)
      .where('convention.stage', '=', 'reviewing')
      .orderBy('submission.round')
      .orderBy('opinion.importedAt')
      .orderBy('opinion.id')
      .execute();
    return new Map(rows.map((row) => [row.conventionId, row]));
  }

  /** convention id → who objected and how, where the text is on the drafting table and its newest opinion does not clear it. */
  async function objectionsToDrafts(): Promise<Map<string, string>> {
    const rows = await answeredSubmissions(kit.store)
      .innerJoin('convention', 'convention.id', 'opinion.conventionId')
      .select(['opinion.conventionId', 'opinion.conclusion', 'opinion.office'])
      .where('convention.discardedAt', 'is', null)
      .where('convention.stage', '=', 'drafting')
      .orderBy('opinion.importedAt')
      .orderBy('opinion.id')
      .execute();
    const newest = new Map(rows.map((row) => [row.conventionId, { office: row.office, conclusion: conclusionSchema.parse(row.conclusion) }]));
    return new Map(
      [...newest]
        .filter(([, { conclusion }]) => !isClearing(conclusion))
        .map(([id, { office, conclusion }]) => [id, opinionRemark(office, conclusion)]),
    );
  }

  async function addReviewTasks(add: (task: Omit<Task, 'daysLeft' | 'group'>) => void) {
    const rows = await kit.store.selectFrom('review').select(['id', 'payload', 'sender']).where('issuedAt', 'is', null).execute();
    for (const row of rows) {
      const payload = submissionPayloadSchema.parse(JSON.parse(row.payload));
      add({
        key: `review:${row.id}`,
        title: '审查送审文本',
        place: `${payload.village}${kindNames[payload.kind]}`,
        remark: `${row.sender}送审，第 ${payload.round} 轮`,
        dueOn: payload.deadline,
        action: '去审查',
        path: `/reviews/${row.id}`,
      });
    }
  }
}

function opinionRemark(office: string, conclusion: Conclusion): string {
  return `${office}意见：${conclusionNames[conclusion]}`;
}
