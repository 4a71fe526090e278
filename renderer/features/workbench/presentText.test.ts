import { describe, expect, it } from 'vitest';
import { hasTask, presentText } from './presentText.ts';

const convention = { id: 'a1', stage: 'consulting', openComments: 0, articleCount: 12 } as const;

describe('what the present stage lacks', () => {
  it.each([
    [{ ...convention, stage: 'drafting', articleCount: 0 }, '还没有条款'],
    [{ ...convention, stage: 'drafting' }, '正在写'],
    [convention, '正在听意见'],
    [{ ...convention, openComments: 6 }, '6 条未答复'],
    [{ ...convention, stage: 'reviewing' }, '等审查意见'],
    [{ ...convention, stage: 'published' }, '已公布'],
  ] as const)('is told in a few words: %o', (summary, words) => {
    expect(presentText(summary, [])).toBe(words);
  });

  it('is the return when the opinion sends the text back', () => {
    expect(presentText({ ...convention, stage: 'reviewing' }, [{ group: 'returned', path: '/conventions/a1' }])).toBe('退回修改');
  });

  it('does not take the task of a convention whose name begins alike', () => {
    const tasks = [{ group: 'late', path: '/conventions/a12' }] as const;
    expect(hasTask(convention, tasks, 'late')).toBe(false);
    expect(hasTask({ id: 'a12' }, tasks, 'late')).toBe(true);
  });
});
