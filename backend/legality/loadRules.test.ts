import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadRules } from '#backend/legality/loadRules.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rules 规则 '));
  await cp(join(import.meta.dirname, '../../resources/legality'), folder, { recursive: true });
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const sound = {
  id: 'own-rule',
  group: 'A',
  severity: 'risky',
  scope: ['village'],
  reading: 'sanction',
  match: [{ clause: '罚款' }],
  bases: [],
  message: '此处可能设定了罚款。',
  suggestion: '批评教育',
  apply: 'clause',
  examples: { match: ['罚款一', '罚款二', '罚款三', '罚款四', '罚款五'], pass: ['和睦一', '和睦二', '和睦三', '和睦四', '和睦五'] },
};

describe('loadRules', () => {
  it.each([
    ['a grade that does not exist', { ...sound, severity: 'grave' }, 'own-rule', 'severity'],
    ['an unknown word list', { ...sound, match: [{ clause: '@nothing' }] }, 'own-rule', 'match.0.clause'],
    ['an id that is taken', { ...sound, id: 'village-fine' }, 'village-fine', 'id', 'own.json'],
    ['a field that is not known', { ...sound, id: 'own-rule', extra: 1 }, 'own-rule', ''],
    ['no id', { ...sound, id: undefined }, '第 1 条', 'id'],
  ])('names file, rule and field of a rule with %s and loads the rest', async (_, rule, name, field, file = 'own.json') => {
    const before = await loadRules(folder);
    await writeFile(join(folder, 'own.json'), JSON.stringify({ rules: [rule, { ...sound, id: 'sound-rule' }] }));
    const { ruleSet, problems } = await loadRules(folder);
    const [problem] = problems;
    expect(problems).toHaveLength(1);
    expect(problem).toMatchObject({ file, rule: name, field });
    expect(problem?.message).toContain(name);
    expect(ruleSet.rules.length).toBe(before.ruleSet.rules.length + 1);
  });

  it('names a file that is not JSON and loads the rest', async () => {
    await writeFile(join(folder, 'own.json'), '{');
    const { ruleSet, problems } = await loadRules(folder);
    expect(problems).toEqual([{ file: 'own.json', rule: '', field: '', message: '预审规则有误，已跳过：own.json。' }]);
    expect(ruleSet.rules.length).toBeGreaterThan(60);
  });
});
