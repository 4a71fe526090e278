import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRules } from '#backend/legality/loadRules.ts';
import { measureClauses, readLabelledClauses } from '#core/legality/development/measureClauses.ts';

const folder = join(import.meta.dirname, '../../../resources/legality');
const { ruleSet } = await loadRules(folder);

function measure(file: string) {
  const measured = measureClauses(readLabelledClauses(readFileSync(join(import.meta.dirname, file), 'utf8')), ruleSet);
  process.stdout.write(`${file}\n${measured.report}\n\n`);
  return measured;
}

describe('labelled clauses', () => {
  it('that the rules were developed on are judged almost without fault', () => {
    const measured = measure('clauses.jsonl');
    expect(measured.recall).toBeGreaterThanOrEqual(0.97);
    expect(measured.precision).toBeGreaterThanOrEqual(0.97);
    expect(measured.triggerAlarms).toBeLessThanOrEqual(0.03);
  });

  it('that were written after the rules and never tuned to are judged no worse than measured at first sight', () => {
    const measured = measure('heldOutClauses.jsonl');
    expect(measured.recall).toBeGreaterThanOrEqual(0.5);
    expect(measured.precision).toBeGreaterThanOrEqual(0.75);
  });
});
