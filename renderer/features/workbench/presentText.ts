import type { ConventionSummary } from '#contract/conventions.ts';
import type { Task } from './TaskList.tsx';

/** Whether a task of this group waits at the convention. */
export function hasTask(convention: Pick<ConventionSummary, 'id'>, tasks: readonly Pick<Task, 'group' | 'path'>[], group: Task['group']): boolean {
  const path = `/conventions/${convention.id}`;
  return tasks.some((task) => task.group === group && (task.path === path || task.path.startsWith(`${path}/`) || task.path.startsWith(`${path}?`)));
}

/** What the present stage of a convention still lacks, in a few words that fit below its bar. */
export function presentText(
  convention: Pick<ConventionSummary, 'id' | 'stage' | 'openComments' | 'articleCount'>,
  tasks: readonly Pick<Task, 'group' | 'path'>[],
): string {
  const { stage, openComments, articleCount } = convention;
  if (hasTask(convention, tasks, 'returned')) return '退回修改';
  switch (stage) {
    case 'drafting':
      return articleCount === 0 ? '还没有条款' : '正在写';
    case 'consulting':
      return openComments > 0 ? `${openComments} 条未答复` : '正在听意见';
    case 'screening':
      return '待审核';
    case 'reviewing':
      return '等审查意见';
    case 'voting':
      return '待表决';
    case 'filing':
      return '还没公布';
    case 'published':
      return '已公布';
    case 'repealed':
      return '已废止';
  }
}
