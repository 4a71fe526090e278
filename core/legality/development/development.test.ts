import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRules } from '#backend/legality/loadRules.ts';
import { measureClauses, readLabelledClauses } from '#core/legality/development/measureClauses.ts';

const folder = join(import.meta.dirname, '../../../resources/legality');
const { ruleSet } = await loadRules(folder);

describe('the development set', () => {
  it('is found with few misses and few false alarms', () => {
    const source = readFileSync(join(import.meta.dirname, 'clauses.jsonl'), 'utf8');
    const measured = measureClauses(readLabelledClauses(source), ruleSet);
    console.info(measured.report);
    expect(measured.recall).toBeGreaterThanOrEqual(0.95);
    expect(measured.precision).toBeGreaterThanOrEqual(0.95);
    expect(measured.triggerAlarms).toBeLessThanOrEqual(0.05);
  });
});
