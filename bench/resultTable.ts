import type { BenchResult } from '#bench/benchResult.ts';

/** The results in columns of plain text: what, against whom, both values, their ratio, the goal and whether it is met. */
export function resultTable(results: readonly BenchResult[]): string {
  const rows = [
    ['what', 'ours', 'peer', 'ratio', 'goal', '', 'against'],
    ...results.map((result) => [
      result.name,
      `${short(result.ours)} ${result.unit}`,
      `${short(result.theirs)} ${result.unit}`,
      ...judgement(result),
      result.remark === undefined ? result.peer : `${result.peer} (${result.remark})`,
    ]),
  ];
  const widths = rows.reduce<number[]>((widest, row) => row.map((cell, index) => Math.max(widest[index] ?? 0, cell.length)), []);
  return rows.map((row) => `${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ').trimEnd()}\n`).join('');
}

/** Ratio, goal and verdict. Under a limit the ratio is read the other way round: how many times the peer's value ours is. */
function judgement({ ours, theirs, ratio, goal, limit }: BenchResult): [string, string, string] {
  // A goal below 1 allows the peer to be better: it reads as a limit.
  const most = limit ?? (goal !== undefined && goal < 1 ? 1 / goal : undefined);
  if (most !== undefined) {
    const times = ours / theirs;
    return [`${short(times)}× the peer`, `≤ ${short(most)}×`, times <= most ? 'met' : 'NOT MET'];
  }
  const shown = ratio >= 1 ? `${short(ratio)}× better` : `${short(1 / ratio)}× the peer`;
  if (goal === undefined) return [shown, '', ''];
  return [shown, `≥ ${short(goal)}×`, ratio >= goal ? 'met' : 'NOT MET'];
}

function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
