import { describe, expect, it } from 'vitest';
import type { ConventionDocument } from '#core/document/document.ts';
import type { Finding } from '#core/legality/rule.ts';
import { FindingChecker } from '#renderer/editor/checking/FindingChecker.ts';
import { article, chapter, draft } from '#renderer/editor/commands/textBench.ts';

function bench(start: ConventionDocument) {
  const timers: { at: number; run: () => void }[] = [];
  const checked: string[] = [];
  const shown = new Map<string, readonly Finding[]>();
  const present: { document: ConventionDocument | undefined; clock: number } = { document: start, clock: 0 };
  const checker = new FindingChecker({
    read: () => present.document,
    checkArticle({ text, heading }) {
      checked.push(heading === '' ? text : `${heading}/${text}`);
      present.clock += 3;
      return text.includes('罚款')
        ? [{ rule: 'fine', severity: 'unlawful', article: 0, start: 0, end: 2, quote: text.slice(0, 2), message: '不能罚款。', basis: [], suggestion: '批评教育' }]
        : [];
    },
    checkParts: () => [],
    onArticles(results) {
      for (const [id, findings] of results) shown.set(id, findings);
    },
    onParts: () => undefined,
    schedule(milliseconds, run) {
      const timer = { at: present.clock + milliseconds, run };
      timers.push(timer);
      return () => {
        if (timers.includes(timer)) timers.splice(timers.indexOf(timer), 1);
      };
    },
    now: () => present.clock,
  });
  return {
    checker,
    checked,
    shown,
    present,
    settle() {
      for (let turns = 0; turns < 200; turns += 1) {
        timers.sort((left, right) => left.at - right.at);
        const next = timers.shift();
        if (next === undefined) return;
        present.clock = Math.max(present.clock, next.at);
        next.run();
        if (present.document === undefined && turns > 20) return;
      }
    },
  };
}

describe('FindingChecker', () => {
  const [first, second] = [article('a1', '甲'), article('a2', '罚款五十元')];

  it('reads every article once, then only the one that changed', () => {
    const desk = bench(draft(first, second));
    desk.checker.restart();
    desk.settle();
    expect(desk.checked).toEqual(['甲', '罚款五十元']);
    expect(desk.shown.get('a2')?.[0]).toMatchObject({ article: 1, articleId: 'a2' });
    desk.present.document = draft(first, article('a2', '批评教育'));
    desk.checker.touch();
    desk.settle();
    expect(desk.checked.slice(2)).toEqual(['批评教育']);
    expect(desk.shown.get('a2')).toEqual([]);
  });

  it('reads an article again when its chapter has another heading', () => {
    const desk = bench(draft(chapter('c1', '总则', first)));
    desk.checker.restart();
    desk.present.document = draft(chapter('c1', '处罚', first));
    desk.checker.touch();
    desk.settle();
    expect(desk.checked).toEqual(['总则/甲', '处罚/甲']);
  });

  it('reads nothing while a word is being composed, and then what is owing', () => {
    const desk = bench(draft(first));
    desk.checker.restart();
    desk.present.document = undefined;
    desk.checker.touch();
    desk.settle();
    expect(desk.checked).toEqual(['甲']);
    desk.present.document = draft(article('a1', '罚款'));
    desk.settle();
    expect(desk.checked).toEqual(['甲', '罚款']);
  });

  it('takes the findings of a deleted article away', () => {
    const desk = bench(draft(first, second));
    desk.checker.restart();
    desk.settle();
    desk.present.document = draft(first);
    desk.checker.touch();
    desk.settle();
    expect(desk.shown.get('a2')).toEqual([]);
  });

  it('works in short turns', () => {
    const many = Array.from({ length: 10 }, (_, index) => article(`a${index}`, `第${index}`));
    const desk = bench(draft(...many));
    desk.checker.restart();
    expect(desk.checked.length).toBeLessThan(10);
    desk.settle();
    expect(desk.checked).toHaveLength(10);
  });
});
