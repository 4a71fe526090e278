import { undo } from '@tiptap/pm/history';
import { describe, expect, it } from 'vitest';
import type { Finding } from '#core/legality/rule.ts';
import { article, draft, items, run, sketch, stateOf } from '#renderer/editor/commands/textBench.ts';
import { applyFinding, findingRange } from '#renderer/features/conventions/workspace/findings/applyFinding.ts';

function fine(start: number, quote: string, articleId = 'a1'): Finding {
  const end = start + quote.length;
  return {
    rule: 'fine', severity: 'unlawful', article: 0, articleId, start, end, quote, message: '村民委员会没有行政处罚权。',
    basis: [], suggestion: '由村民委员会批评教育', replacement: { start, end, text: '由村民委员会批评教育' },
  };
}

describe('applyFinding', () => {
  it('takes the wording over in one undoable step', () => {
    const state = stateOf(draft(article('a1', '屡教不改的，处以二百元罚款。')));
    const transaction = applyFinding(state, fine(6, '处以二百元罚款'));
    const after = transaction === undefined ? state : state.apply(transaction);
    expect(sketch(after)[1]).toBe('  屡教不改的，由村民委员会批评教育。');
    expect(sketch(run(after, undo))[1]).toBe('  屡教不改的，处以二百元罚款。');
  });

  it('counts items with their numbers and references with their words', () => {
    const document = draft(
      { ...article('a1', '有下列行为的：', items(['i1', '违反的，罚款'])) },
      article('a2', '乙'),
    );
    const text = '有下列行为的：\n（一）违反的，罚款';
    const state = stateOf(document);
    const transaction = applyFinding(state, fine(text.indexOf('罚款'), '罚款'));
    expect(sketch(transaction === undefined ? state : state.apply(transaction))[3]).toBe('    违反的，由村民委员会批评教育');
  });

  it('finds words that moved, and leaves words that are gone alone', () => {
    const state = stateOf(draft(article('a1', '新加的话。处以罚款。')));
    expect(findingRange(state, fine(0, '处以罚款'))).toMatchObject({ to: expect.any(Number) });
    expect(applyFinding(state, fine(0, '没收财物'))).toBeUndefined();
    expect(applyFinding(state, fine(0, '处以罚款', '不在了'))).toBeUndefined();
  });
});
