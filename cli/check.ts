import { basename, extname, join } from 'node:path';
import { z } from 'zod';
import { readConventionFile } from '#backend/documents/import/readConventionFile.ts';
import { loadRules } from '#backend/legality/loadRules.ts';
import { CommandRefusal, type CommandIo } from '#cli/command.ts';
import { readInput } from '#cli/readInput.ts';
import { refuse } from '#cli/refuse.ts';
import { errorText } from '#contract/errorTexts.ts';
import { partNames, severityNames } from '#contract/names.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import { documentSchema, type ConventionDocument, type ConventionKind } from '#core/document/document.ts';
import { parseConvention } from '#core/document/parseConvention.ts';
import { renderText } from '#core/document/renderText.ts';
import { DomainError } from '#core/errors.ts';
import { checkArticle } from '#core/legality/checkArticle.ts';
import { checkDocument } from '#core/legality/checkDocument.ts';
import { conventionKindOf } from '#core/legality/conventionKindOf.ts';
import type { Finding, RuleSet } from '#core/legality/rule.ts';

const usage = '用法：check 文件… [--json]，或者 check --clauses 条文.jsonl。';
const rulesFolder = join(import.meta.dirname, '../resources/legality');
const clauseSchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/**
 * `check FILE… [--json]` reports what the legality rules find in each file, `check --clauses F.jsonl` judges each line {id, text}
 * alone and prints one line {id, findings}. `-` reads standard input. A file that cannot be read is named and the others go on.
 * Resolves to the exit status: 0 nothing unlawful, 1 unlawful findings, 2 bad input; a bug is thrown.
 */
export async function checkCommand(args: string[], io: CommandIo): Promise<number> {
  try {
    if (args.includes('--xlsx')) {
      throw new CommandRefusal('check 还不能写成表格：不加 --xlsx 列出提示，加 --json 得到逐条结果。没有写入任何内容。');
    }
    const unknown = args.find((arg) => arg.startsWith('-') && arg !== '-' && arg !== '--json' && arg !== '--clauses');
    if (unknown !== undefined) throw new CommandRefusal(`没有 ${unknown} 这个选项。${usage}`);
    const files = args.filter((arg) => arg === '-' || !arg.startsWith('-'));
    if (files.length === 0) throw new CommandRefusal(usage);
    if (files.filter((file) => file === '-').length > 1) throw new CommandRefusal('标准输入只能读一次：“-”只能写一个。');
    const { ruleSet, problems } = await loadRules(rulesFolder);
    for (const { message } of problems) io.writeError(`${message}\n`);
    if (args.includes('--clauses')) {
      const [file] = files;
      if (file === undefined || files.length !== 1) throw new CommandRefusal(usage);
      return checkClauses(file, await readInput(file, io), ruleSet, io);
    }
    return await checkFiles(files, args.includes('--json'), ruleSet, io);
  } catch (error) {
    return refuse(error, io);
  }
}

async function checkFiles(files: readonly string[], json: boolean, ruleSet: RuleSet, io: CommandIo): Promise<number> {
  let unlawful = false;
  let refused = false;
  for (const file of files) {
    try {
      const { document, kind } = await readDocument(file, io);
      const findings = checkDocument(document, kind, ruleSet);
      const articles = articlesOf(document).length;
      unlawful ||= findings.some((finding) => finding.severity === 'unlawful');
      io.write(json ? `${JSON.stringify({ file, articles, findings: findings.map(plainFinding) })}\n` : report(file, articles, findings, ruleSet));
    } catch (error) {
      refuse(error, io);
      refused = true;
    }
  }
  if (refused) return 2;
  return unlawful ? 1 : 0;
}

function checkClauses(file: string, bytes: Uint8Array, ruleSet: RuleSet, io: CommandIo): number {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new CommandRefusal(`${file}：不是 UTF-8 编码的文本，没有检查。`, { cause });
  }
  let unlawful = false;
  text.split(/\r?\n/u).forEach((line, index) => {
    if (line.trim() === '') return;
    const place = `${file} 第 ${index + 1} 行`;
    let raw: unknown;
    try {
      raw = JSON.parse(line);
    } catch (cause) {
      throw new CommandRefusal(`${place}：不是完整的 JSON，检查到上一行为止。`, { cause });
    }
    const clause = clauseSchema.safeParse(raw);
    if (!clause.success) throw new CommandRefusal(`${place}：每行要有 id 和 text，检查到上一行为止。`);
    const findings = checkArticle({ text: clause.data.text, kind: conventionKindOf(clause.data.text) }, ruleSet);
    unlawful ||= findings.some((finding) => finding.severity === 'unlawful');
    io.write(`${JSON.stringify({ id: clause.data.id, findings: findings.map(plainFinding) })}\n`);
  });
  return unlawful ? 1 : 0;
}

async function readDocument(file: string, io: CommandIo): Promise<{ document: ConventionDocument; kind: ConventionKind }> {
  const bytes = await readInput(file, io);
  if (extname(file).toLowerCase() === '.json') {
    const document = readJson(file, bytes);
    return { document, kind: conventionKindOf(renderText(document)) };
  }
  try {
    const name = file === '-' ? '' : basename(file);
    const source = await readConventionFile({ name, bytes });
    for (const note of source.notes) io.writeError(`${file}：${note.text}\n`);
    let count = 0;
    const { document, kind } = parseConvention(source.text, { newId: () => `part-${++count}` });
    return { document, kind: kind === 'other' ? conventionKindOf(source.text) : kind };
  } catch (cause) {
    if (!(cause instanceof DomainError)) throw cause;
    throw new CommandRefusal(`${file}：${errorText(cause.code, cause.detail)}`, { cause });
  }
}

function readJson(file: string, bytes: Uint8Array): ConventionDocument {
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new CommandRefusal(`${file}：不是完整的 JSON 文件，没有检查。`, { cause });
  }
  const document = documentSchema.safeParse(raw);
  if (!document.success) throw new CommandRefusal(`${file}：不是乡约的文本结构，没有检查。`, { cause: document.error });
  return document.data;
}

/** The stable format: what the editor needs besides (ids, replacements) is left out. */
function plainFinding({ rule, severity, article, part, start, end, quote, message, basis, suggestion }: Finding) {
  return { rule, severity, article, ...(part === undefined ? {} : { part }), start, end, quote, message, basis, suggestion };
}


function placeOf(finding: Finding): string {
  return finding.part === undefined ? `第 ${finding.article + 1} 条` : partNames[finding.part];
}

function report(file: string, articles: number, findings: readonly Finding[], ruleSet: RuleSet): string {
  const counts = Object.entries(severityNames)
    .map(([severity, name]) => ({ name, count: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${name} ${count} 处`);
  const lines = [
    `${file}：共 ${articles} 条，${counts.length === 0 ? '没有预审提示' : `预审提示 ${counts.join('，')}`}。`,
    ...findings.flatMap((finding) => [
      '',
      `${placeOf(finding)}【${severityNames[finding.severity]}】${finding.quote === '' ? '' : `“${finding.quote}”`}`,
      `  提示：${finding.message}`,
      ...(finding.basis.length === 0 ? [] : [`  依据：${finding.basis.map(({ law, article }) => `${law}${article}`).join('、')}`]),
      `  建议：${finding.suggestion}`,
    ]),
    '',
    `以上为自动预审提示（规则 ${ruleSet.version}，${ruleSet.date}），是否修改由审查人员和村（居）民决定。`,
  ];
  return `${lines.join('\n')}\n`;
}
