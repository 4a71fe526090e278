import { randomUUID } from 'node:crypto';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportMarkdown } from '#backend/documents/export/exportMarkdown.ts';
import { exportText } from '#backend/documents/export/exportText.ts';
import type { ConventionPrint } from '#backend/documents/export/printDocument.ts';
import { CommandRefusal, type CommandIo } from '#cli/command.ts';
import { readInput } from '#cli/readInput.ts';
import { refuse } from '#cli/refuse.ts';
import { refuseSameFile } from '#cli/refuseSameFile.ts';
import { writeWhole } from '#cli/writeWhole.ts';
import { errorText } from '#contract/errorTexts.ts';
import { documentSchema, type ConventionDocument } from '#core/document/document.ts';
import { parseConvention } from '#core/document/parseConvention.ts';
import { DomainError } from '#core/errors.ts';

const outputKinds = ['.pdf', '.docx', '.txt', '.md', '.json'] as const;
type OutputKind = (typeof outputKinds)[number];

/**
 * `convert IN OUT`: reads a convention (what readConventionFile reads, .json, .xiangyue; `-` for standard input) and writes it as
 * .pdf .docx .txt .md or .json. The output is complete or not there, and never takes the place of the input.
 * Resolves to the exit status: 0 done, 1 a package that does not verify, 2 bad input; a bug is thrown.
 */
export async function convertCommand(args: string[], io: CommandIo): Promise<number> {
  const [input = '', output = ''] = args;
  try {
    if (args.length !== 2 || input === '' || output === '') {
      throw new CommandRefusal('用法：convert 输入文件 输出文件，输出文件的后缀为 .pdf、.docx、.txt、.md 或 .json。');
    }
    const kind = outputKindOf(output);
    await refuseSameFile(input, output);
    const { bytes, name } = await readNamed(input, io);
    const document = await readDocument(name, bytes, io);
    await writeWhole(output, await encodeDocument(document, kind));
    return 0;
  } catch (error) {
    if (error instanceof DomainError) {
      io.writeError(`${input}：${errorText(error.code, error.detail)}\n`);
      return error.code === 'PACKAGE_TAMPERED' ? 1 : 2;
    }
    return refuse(error, io);
  }
}

function outputKindOf(output: string): OutputKind {
  const extension = extname(output).toLowerCase();
  const kind = outputKinds.find((known) => known === extension);
  if (kind === undefined) {
    throw new CommandRefusal(`${output}：不能写成这种文件，输出文件的后缀为 .pdf、.docx、.txt、.md 或 .json。`);
  }
  return kind;
}

async function readNamed(input: string, io: CommandIo): Promise<{ bytes: Uint8Array; name: string }> {
  const bytes = await readInput(input, io);
  return { bytes, name: input === '-' ? `standard-input${kindOfBytes(bytes)}` : basename(input) };
}

/** Standard input has no name; a zip is a Word file, an OLE file an old one, what starts with a brace is JSON. */
function kindOfBytes(bytes: Uint8Array): string {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return '.docx';
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return '.doc';
  return /^\uFEFF?\s*\{/u.test(new TextDecoder().decode(bytes.subarray(0, 200))) ? '.json' : '.txt';
}

async function readDocument(name: string, bytes: Uint8Array, io: CommandIo): Promise<ConventionDocument> {
  switch (extname(name).toLowerCase()) {
    case '.json':
      return readJson(name, bytes);
    case '.xiangyue':
      return await readPackage(bytes);
    default: {
      const { readConventionFile } = await import('#backend/documents/import/readConventionFile.ts');
      const file = await readConventionFile({ name, bytes });
      for (const note of file.notes) io.writeError(`${name}：${note.text}\n`);
      return parseConvention(file.text, { newId: randomUUID }).document;
    }
  }
}

function readJson(name: string, bytes: Uint8Array): ConventionDocument {
  if (bytes.length === 0) throw new DomainError('FILE_EMPTY');
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new CommandRefusal(`${name}：不是完整的 JSON 文件，没有转换。`, { cause: error });
  }
  const document = documentSchema.safeParse(raw);
  if (!document.success) {
    const place = document.error.issues[0]?.path.join('.') ?? '';
    throw new CommandRefusal(`${name}：不是乡约的文本结构（${place === '' ? '整体' : place}），没有转换。`, { cause: document.error });
  }
  return document.data;
}

async function readPackage(bytes: Uint8Array): Promise<ConventionDocument> {
  const [{ openPackage }, { packagePayload }] = await Promise.all([
    import('#backend/exchange/openPackage.ts'),
    import('#backend/exchange/packagePayload.ts'),
  ]);
  const payload = packagePayload(openPackage(bytes));
  if (payload.kind !== 'submission') throw new DomainError('PACKAGE_UNEXPECTED', '包里没有村规民约的文本');
  return payload.payload.document;
}

/** A format's packages are loaded when it is asked for: a text file does not wait for the typesetter. */
async function encodeDocument(document: ConventionDocument, kind: OutputKind): Promise<Uint8Array> {
  switch (kind) {
    case '.txt':
      return exportText(document);
    case '.md':
      return exportMarkdown(document);
    case '.json':
      return new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`);
    case '.docx': {
      const { exportDocx } = await import('#backend/documents/export/exportDocx.ts');
      return await exportDocx(printOf(document));
    }
    case '.pdf': {
      const { createTypesetter } = await import('#backend/documents/export/createTypesetter.ts');
      const resourceFolder = fileURLToPath(new URL('../resources', import.meta.url));
      return createTypesetter({ resourceFolder }).setDocument(printOf(document));
    }
  }
}

/** A converted text says nothing of its review: the file alone does not tell. */
function printOf(document: ConventionDocument): ConventionPrint {
  const now = new Date();
  return { type: 'convention', document, date: `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日` };
}
