import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compareArticles } from '#core/comparison/compareArticles.ts';
import { comparisonOperations, comparisonRowSchema, type ComparisonRow } from '#core/comparison/comparison.ts';
import { stripArticleLabels } from '#core/document/stripArticleLabels.ts';

const pairSchema = z.strictObject({
  id: z.string(),
  set: z.enum(['tuning', 'unseen']),
  old: z.array(z.string()),
  new: z.array(z.string()),
  rows: z.array(comparisonRowSchema),
});
const pairs = readFileSync(new URL('development/pairs.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => pairSchema.parse(JSON.parse(line)));

type Score = { right: number; missed: number; invented: number };

function rowKey(row: ComparisonRow): string {
  return JSON.stringify([row.op, row.edited === true, row.old, row.new]);
}

function measure(set: 'tuning' | 'unseen'): Map<string, Score> {
  const scores = new Map<string, Score>(comparisonOperations.map((op) => [op, { right: 0, missed: 0, invented: 0 }]));
  const count = (rows: ComparisonRow[], others: ComparisonRow[], missing: 'missed' | 'invented', countRight: boolean) => {
    const keys = new Set(others.map(rowKey));
    for (const row of rows) {
      const score = scores.get(row.op);
      if (score === undefined) continue;
      if (!keys.has(rowKey(row))) score[missing] += 1;
      else if (countRight) score.right += 1;
    }
  };
  for (const pair of pairs.filter((candidate) => candidate.set === set)) {
    const [old = [], now = []] = [pair.old, pair.new].map((texts) => stripArticleLabels(texts).map((text) => ({ text })));
    const found = compareArticles(old, now);
    count(pair.rows, found, 'missed', true);
    count(found, pair.rows, 'invented', false);
  }
  return scores;
}

function harmonicMean({ right, missed, invented }: Score): number {
  return right === 0 ? 0 : (2 * right) / (2 * right + missed + invented);
}

/** The operations that say something changed: `same` is easy and would hide them. */
function overall(scores: Map<string, Score>): number {
  const total: Score = { right: 0, missed: 0, invented: 0 };
  for (const [op, score] of scores) {
    if (op === 'same') continue;
    total.right += score.right;
    total.missed += score.missed;
    total.invented += score.invented;
  }
  return harmonicMean(total);
}

function print(set: string, scores: Map<string, Score>): void {
  const percent = (part: number, whole: number) => (whole === 0 ? '   –' : `${((100 * part) / whole).toFixed(1)}%`);
  const lines = [...scores].map(([op, score]) =>
    [
      op.padEnd(8),
      percent(score.right, score.right + score.invented).padStart(8),
      percent(score.right, score.right + score.missed).padStart(8),
      harmonicMean(score).toFixed(3).padStart(8),
    ].join(''),
  );
  process.stdout.write(`\n${set}  precision  recall  F1\n${lines.join('\n')}\nchanges F1 ${overall(scores).toFixed(4)}\n`);
}

describe('the alignment on labelled pairs', () => {
  it.each([
    { set: 'tuning', floor: 0.95 },
    { set: 'unseen', floor: 0.92 },
  ] as const)('names at least $floor of the changes of the $set pairs as a person does', ({ set, floor }) => {
    const scores = measure(set);
    print(set, scores);
    expect(overall(scores)).toBeGreaterThanOrEqual(floor);
  });

  it('has labels in which every article stands exactly once', () => {
    for (const pair of pairs) {
      for (const side of ['old', 'new'] as const) {
        const indexes = pair.rows.flatMap((row) => row[side]).sort((a, b) => a - b);
        expect(indexes, `${pair.id} ${side}`).toEqual(pair[side].map((_, index) => index));
      }
    }
  });

  it('keeps ten pairs unseen', () => {
    expect(pairs.filter((pair) => pair.set === 'unseen')).toHaveLength(10);
    expect(pairs.length).toBeGreaterThanOrEqual(50);
  });
});
