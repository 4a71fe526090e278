import { basename, extname } from 'node:path';
import { z } from 'zod';
import { amendmentTablePrint } from '#backend/documents/export/amendmentTablePrint.ts';
import type { AmendmentTablePrint } from '#backend/documents/export/printDocument.ts';
import { readConventionFile } from '#backend/documents/import/readConventionFile.ts';
import { CommandRefusal, type CommandIo } from '#cli/command.ts';
import { encodeAmendmentTable, tableFormats, type TableFormat } from '#cli/encodeAmendmentTable.ts';
import { readInput } from '#cli/readInput.ts';
import { refuse } from '#cli/refuse.ts';
import { refuseSameFile } from '#cli/refuseSameFile.ts';
import { writeWhole } from '#cli/writeWhole.ts';
import { errorText } from '#contract/errorTexts.ts';
import { partNames } from '#contract/names.ts';
import { compareArticles } from '#core/comparison/compareArticles.ts';
import { compareDocuments } from '#core/comparison/compareDocuments.ts';
import type { ComparisonOperation, ComparisonRow, DocumentComparison, InlineChange } from '#core/comparison/comparison.ts';
import { documentSchema, type ConventionDocument } from '#core/document/document.ts';
import { parseConvention } from '#core/document/parseConvention.ts';
import { titleOf } from '#core/document/titleOf.ts';
import { stripArticleLabels } from '#core/document/stripArticleLabels.ts';
import { DomainError } from '#core/errors.ts';

const usage = '用法：compare 旧文件 新文件 [--json] [--out 对照表.docx|.pdf|.xlsx]，或者 compare --pairs 成对文本.jsonl。';

/**
 * `compare OLD NEW [--json]` prints what changed between two files, with `--out F.docx|.pdf|.xlsx` it writes the 条文对照表, `compare --pairs F.jsonl` one line of rows per line
 * {id, old:[text], new:[text]}. `-` reads standard input. Resolves to the exit status: 0 done, 2 bad input; a bug is thrown.
 */
export async function compareCommand(args: string[], io: CommandIo): Promise<number> {
  try {
    const { output, rest } = takeOutput(args);
    const unknown = rest.find((arg) => arg.startsWith('-') && arg !== '-' && arg !== '--json' && arg !== '--pairs');
    if (unknown !== undefined) throw new CommandRefusal(`没有 ${unknown} 这个选项。${usage}`);
    const files = rest.filter((arg) => arg === '-' || !arg.startsWith('-'));
    if (rest.includes('--pairs')) {
      const [file] = files;
      if (file === undefined || files.length !== 1 || output !== undefined) throw new CommandRefusal(usage);
      comparePairs(file, await readInput(file, io), io);
      return 0;
    }
    const [old, now] = files;
    if (old === undefined || now === undefined || files.length !== 2) throw new CommandRefusal(usage);
    if (old === '-' && now === '-') throw new CommandRefusal('标准输入只能读一次：旧文件和新文件至少有一个要写文件名。');
    if (output !== undefined) for (const file of files) await refuseSameFile(file, output.path);
    const oldDocument = await readDocument(old, 'old', io);
    const newDocument = await readDocument(now, 'new', io);
    const comparison = compareDocuments(oldDocument, newDocument);
    if (output !== undefined) {
      await writeWhole(output.path, await encodeAmendmentTable(printOf(comparison, titleOf(newDocument), old, now), output.format));
      if (!rest.includes('--json')) return 0;
    }
    io.write(rest.includes('--json') ? `${JSON.stringify({ rows: comparison.rows.map(plainRow) })}\n` : report(comparison));
    return 0;
  } catch (error) {
    return refuse(error, io);
  }
}

/** Where the table goes. Throws CommandRefusal for a missing name and for an ending that no table has. */
function takeOutput(args: readonly string[]): { output: { path: string; format: TableFormat } | undefined; rest: string[] } {
  const at = args.indexOf('--out');
  if (at === -1) return { output: undefined, rest: [...args] };
  const path = args[at + 1] ?? '';
  if (path === '' || path.startsWith('-')) throw new CommandRefusal(`--out 后面要写文件名。${usage}`);
  const format = tableFormats.find((known) => extname(path).toLowerCase() === `.${known}`);
  if (format === undefined) throw new CommandRefusal(`${path}：不能写成这种文件，对照表的后缀为 .docx、.pdf 或 .xlsx。没有写入任何内容。`);
  return { output: { path, format }, rest: args.toSpliced(at, 2) };
}

/** Files say nothing of reasons: their columns stay empty, to be filled in by hand. */
function printOf(comparison: DocumentComparison, title: string, old: string, now: string): AmendmentTablePrint {
  const today = new Date();
  const layout = { hasSource: true, showUnchanged: false, deletions: 'struck' } as const;
  return amendmentTablePrint(comparison, layout, {
    conventionTitle: title === '' ? '村规民约' : title,
    oldName: fileName(old),
    newName: fileName(now),
    date: `${today.getFullYear()}年${today.getMonth() + 1}月${today.getDate()}日`,
    reasonOf: () => ({ reason: '', source: '' }),
  });
}

function fileName(file: string): string {
  return file === '-' ? '标准输入' : basename(file);
}

const pairSchema = z.object({
  id: z.union([z.string(), z.number()]),
  old: z.array(z.string()),
  new: z.array(z.string()),
});

function comparePairs(file: string, bytes: Uint8Array, io: CommandIo): void {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new CommandRefusal(`${file}：不是 UTF-8 编码的文本，没有比较。`, { cause: error });
  }
  text.split(/\r?\n/u).forEach((line, index) => {
    if (line.trim() === '') return;
    const place = `${file} 第 ${index + 1} 行`;
    let raw: unknown;
    try {
      raw = JSON.parse(line);
    } catch (error) {
      throw new CommandRefusal(`${place}：不是完整的 JSON，比较到上一行为止。`, { cause: error });
    }
    const pair = pairSchema.safeParse(raw);
    if (!pair.success) {
      const field = pair.error.issues[0]?.path[0];
      throw new CommandRefusal(`${place}：${field === undefined ? '内容' : `“${String(field)}”`}不对，每行要有 id、old 和 new，比较到上一行为止。`);
    }
    const sides = [pair.data.old, pair.data.new].map((texts) => stripArticleLabels(texts).map((text) => ({ text })));
    io.write(`${JSON.stringify({ id: pair.data.id, rows: compareArticles(sides[0] ?? [], sides[1] ?? []) })}\n`);
  });
}

/** Ids of the two sides never meet: two files share no articles but by their wording. */
async function readDocument(file: string, side: 'old' | 'new', io: CommandIo): Promise<ConventionDocument> {
  const bytes = await readInput(file, io);
  try {
    if (extname(file).toLowerCase() === '.json') return readJson(file, bytes);
    const name = file === '-' ? `standard-input${kindOfBytes(bytes)}` : basename(file);
    const source = await readConventionFile({ name, bytes });
    for (const note of source.notes) io.writeError(`${file}：${note.text}\n`);
    let count = 0;
    return parseConvention(source.text, { newId: () => `${side}-${++count}` }).document;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new CommandRefusal(`${file}：${errorText(error.code, error.detail)}`, { cause: error });
  }
}

function readJson(file: string, bytes: Uint8Array): ConventionDocument {
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new CommandRefusal(`${file}：不是完整的 JSON 文件，没有比较。`, { cause: error });
  }
  const document = documentSchema.safeParse(raw);
  if (!document.success) throw new CommandRefusal(`${file}：不是乡约的文本结构，没有比较。`, { cause: document.error });
  return document.data;
}

/** Standard input has no name: a zip is a Word file, an OLE file an old one. */
function kindOfBytes(bytes: Uint8Array): string {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return '.docx';
  return bytes[0] === 0xd0 && bytes[1] === 0xcf ? '.doc' : '.txt';
}

function plainRow({ op, edited, old, new: now }: DocumentComparison['rows'][number]): ComparisonRow {
  return edited === true ? { op, edited, old, new: now } : { op, old, new: now };
}

const operationNames: Record<ComparisonOperation, string> = {
  same: '未改',
  edit: '修改',
  insert: '新增',
  delete: '删去',
  move: '移动',
  split: '拆分',
  merge: '合并',
};

/** For reading in a terminal: a line of counts, then each change with 〔删：…〕 and 〔增：…〕. */
function report(comparison: DocumentComparison): string {
  const counts = Object.entries(operationNames)
    .map(([op, name]) => ({ name, count: comparison.rows.filter((row) => row.op === op).length }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${name} ${count} 处`);
  const lines = [counts.length === 0 ? '两份文本都没有条文。' : `${counts.join('，')}。`];
  for (const part of comparison.parts) {
    if (part.op === 'same') continue;
    const text = part.changes === undefined ? `${part.old}${part.new}` : marked(part.changes);
    lines.push(`${operationNames[part.op]} ${partNames[part.part]}：${text}`);
  }
  for (const row of comparison.rows) {
    if (row.op === 'same') continue;
    const names = [row.oldArticles, row.newArticles].map((articles) =>
      articles.map((article) => (article.label === '' ? `第${article.index + 1}处` : article.label.replace(/[、.]$/u, ''))).join('、'),
    );
    const place = names.filter((name) => name !== '').join(' → ');
    const text = row.changes === undefined ? [...row.oldArticles, ...row.newArticles].at(-1)?.text : marked(row.changes);
    lines.push(`${operationNames[row.op]}${row.edited === true ? '并修改' : ''} ${place}：${text ?? ''}`);
  }
  return `${lines.join('\n')}\n`;
}

function marked(changes: readonly InlineChange[]): string {
  return changes
    .map(({ kind, text }) => (kind === 'equal' ? text : kind === 'delete' ? `〔删：${text}〕` : `〔增：${text}〕`))
    .join('');
}
