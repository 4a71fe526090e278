import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { compileRule, RuleFault } from '#core/legality/compileRules.ts';
import {
  lexiconSchema,
  manifestSchema,
  ruleSchema,
  topicSchema,
  type Rule,
  type RuleSet,
  type Topic,
} from '#core/legality/rule.ts';

/** One thing wrong with the shipped rules, in a form that can be shown. */
type RuleProblem = {
  /** file name without folder */
  file: string;
  /** rule id, or its position (第 3 条) where it has none, or an empty string for the file as a whole */
  rule: string;
  /** path of the field inside the rule, empty where the file cannot be read at all */
  field: string;
  /** one Chinese sentence */
  message: string;
};
export type LoadedRules = { ruleSet: RuleSet; problems: readonly RuleProblem[] };

const rulesFileSchema = z.strictObject({ rules: z.array(z.unknown()) });
const topicsFileSchema = z.strictObject({ topics: z.array(z.unknown()) });
const named = z.object({ id: z.string() });
const special = new Set(['manifest.json', 'lexicon.json', 'topics.json']);

function problem(file: string, rule: string, field: string): RuleProblem {
  const where = [file, rule, field].filter((part) => part !== '').join(' / ');
  return { file, rule, field, message: `预审规则有误，已跳过：${where}。` };
}

async function readJson(folder: string, file: string): Promise<unknown> {
  return JSON.parse(await readFile(join(folder, file), 'utf8'));
}

/**
 * Reads the rules that ship in a folder (resources/legality).
 * A faulty rule is left out and reported by file, rule and field; everything else still loads.
 * Throws when manifest or word lists are unreadable: without them there is nothing to check with.
 */
export async function loadRules(folder: string): Promise<LoadedRules> {
  const manifest = manifestSchema.parse(await readJson(folder, 'manifest.json'));
  const lexicon = lexiconSchema.parse(await readJson(folder, 'lexicon.json'));
  const problems: RuleProblem[] = [];
  const rules: Rule[] = [];
  const seen = new Set<string>();
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json') && !special.has(file)).sort();
  for (const file of files) {
    const entries = await readEntries(folder, file, problems);
    entries.forEach((entry, index) => {
      const identified = named.safeParse(entry);
      const name = identified.success ? identified.data.id : `第 ${index + 1} 条`;
      const parsed = ruleSchema.safeParse(entry);
      if (!parsed.success) {
        problems.push(problem(file, name, parsed.error.issues[0]?.path.join('.') ?? ''));
        return;
      }
      if (seen.has(parsed.data.id)) {
        problems.push(problem(file, name, 'id'));
        return;
      }
      try {
        compileRule(parsed.data, lexicon);
      } catch (fault) {
        if (!(fault instanceof RuleFault)) throw fault;
        problems.push(problem(file, name, fault.field));
        return;
      }
      seen.add(parsed.data.id);
      rules.push(parsed.data);
    });
  }
  const topics: Topic[] = [];
  const topicFile = topicsFileSchema.parse(await readJson(folder, 'topics.json'));
  topicFile.topics.forEach((entry, index) => {
    const parsed = topicSchema.safeParse(entry);
    if (parsed.success) topics.push(parsed.data);
    else problems.push(problem('topics.json', `第 ${index + 1} 条`, parsed.error.issues[0]?.path.join('.') ?? ''));
  });
  return { ruleSet: { ...manifest, lexicon, rules, topics }, problems };
}

async function readEntries(folder: string, file: string, problems: RuleProblem[]): Promise<readonly unknown[]> {
  let content: unknown;
  try {
    content = await readJson(folder, file);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    problems.push(problem(file, '', ''));
    return [];
  }
  const parsed = rulesFileSchema.safeParse(content);
  if (parsed.success) return parsed.data.rules;
  problems.push(problem(file, '', 'rules'));
  return [];
}
