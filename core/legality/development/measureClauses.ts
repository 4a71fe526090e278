import { z } from 'zod';
import { checkArticle } from '#core/legality/checkArticle.ts';
import { conventionKindOf } from '#core/legality/conventionKindOf.ts';
import { severitySchema, type RuleSet } from '#core/legality/rule.ts';

const labelledClauseSchema = z.strictObject({
  id: z.string(),
  text: z.string(),
  label: z.union([severitySchema, z.literal('lawful')]),
  /** rules that would be right */
  rules: z.array(z.string()).optional(),
  /** a lawful clause that holds words of the rules */
  trigger: z.boolean().optional(),
});
export type LabelledClause = z.infer<typeof labelledClauseSchema>;

export type Measurement = {
  recall: number;
  precision: number;
  /** share of the lawful clauses with trigger words that were reported as unlawful or risky */
  triggerAlarms: number;
  report: string;
};

/** Reads one labelled clause a line. Throws ZodError or SyntaxError on a line that is none. */
export function readLabelledClauses(source: string): LabelledClause[] {
  return source
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => labelledClauseSchema.parse(JSON.parse(line)));
}

function rate(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

/** Judges every clause alone and compares with its label: overall, and per rule. */
export function measureClauses(clauses: readonly LabelledClause[], ruleSet: RuleSet): Measurement {
  const perRule = new Map<string, { wanted: number; found: number; reported: number; right: number }>();
  const of = (rule: string) => {
    const known = perRule.get(rule) ?? { wanted: 0, found: 0, reported: 0, right: 0 };
    perRule.set(rule, known);
    return known;
  };
  let caught = 0;
  let missed = 0;
  let alarms = 0;
  let triggers = 0;
  let triggerAlarms = 0;
  const lines: string[] = [];
  for (const clause of clauses) {
    const findings = checkArticle({ text: clause.text, kind: conventionKindOf(clause.text) }, ruleSet);
    const grave = findings.some((finding) => finding.severity !== 'consider');
    const faulty = clause.label === 'unlawful' || clause.label === 'risky';
    if (faulty && grave) caught += 1;
    else if (faulty) {
      missed += 1;
      lines.push(`missed  ${clause.id} ${clause.text}`);
    } else if (grave) {
      alarms += 1;
      lines.push(`alarmed ${clause.id} ${findings.map((finding) => finding.rule).join(',')} ${clause.text}`);
    }
    if (clause.trigger === true) {
      triggers += 1;
      if (grave) triggerAlarms += 1;
    }
    const reported = new Set(findings.map((finding) => finding.rule));
    for (const rule of reported) {
      of(rule).reported += 1;
      if (clause.rules?.includes(rule) === true) of(rule).right += 1;
    }
    for (const rule of clause.rules ?? []) {
      of(rule).wanted += 1;
      if (reported.has(rule)) of(rule).found += 1;
    }
  }
  const recall = rate(caught, caught + missed);
  const precision = rate(caught, caught + alarms);
  const table = [...perRule]
    .sort(([left], [right]) => left.localeCompare(right))
    .map(([rule, count]) => `${rule.padEnd(26)} recall ${count.found}/${count.wanted}  precision ${count.right}/${count.reported}`);
  const report = [
    ...lines,
    ...table,
    `clauses ${clauses.length}  recall ${recall.toFixed(3)}  precision ${precision.toFixed(3)}  trigger alarms ${triggerAlarms}/${triggers}`,
  ].join('\n');
  return { recall, precision, triggerAlarms: rate(triggerAlarms, triggers), report };
}
