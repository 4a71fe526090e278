import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRules } from '#backend/legality/loadRules.ts';
import { checkArticle } from '#core/legality/checkArticle.ts';
import { z } from 'zod';

const folder = join(import.meta.dirname, '../../resources/legality');
const { ruleSet, problems } = await loadRules(folder);
const laws = z
  .strictObject({ laws: z.array(z.strictObject({ name: z.string(), fullName: z.string(), dateVerified: z.boolean(), inForce: z.string(), note: z.string().optional() })) })
  .parse(JSON.parse(readFileSync(join(folder, '../laws/index.json'), 'utf8')));

describe('the shipped rules', () => {
  it('load without a problem', () => {
    expect(problems).toEqual([]);
    expect(ruleSet.rules.length).toBeGreaterThanOrEqual(60);
  });

  it('cite laws that stand in the index', () => {
    const known = new Set(laws.laws.map((law) => law.name));
    const cited = [...ruleSet.rules, ...ruleSet.topics].flatMap((rule) => rule.bases.map((basis) => basis.law));
    expect([...new Set(cited)].filter((law) => !known.has(law))).toEqual([]);
  });

  it('grade a rule without a verified basis no higher than consider', () => {
    expect(ruleSet.rules.filter((rule) => rule.bases.length === 0 && rule.severity !== 'consider')).toEqual([]);
  });
});

describe.each(ruleSet.rules.map((rule) => [rule.id, rule] as const))('rule %s', (_, rule) => {
  const kind = rule.scope[0] ?? 'village';
  it.each(rule.examples.match)('reports %s', (text) => {
    expect(checkArticle({ text, kind }, ruleSet)).not.toEqual([]);
    expect(checkArticle({ text, kind }, { ...ruleSet, rules: [rule] })).not.toEqual([]);
  });
  it.each(rule.examples.pass)('lets pass %s', (text) => {
    const findings = checkArticle({ text, kind }, ruleSet);
    expect(findings.filter((finding) => finding.rule === rule.id || finding.severity !== 'consider')).toEqual([]);
  });
});
