import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readConventionFile } from '#backend/documents/import/readConventionFile.ts';
import { parsedConventionToJson } from '#cli/parsedConventionToJson.ts';
import { errorText } from '#contract/errorTexts.ts';
import { parseConvention } from '#core/document/parseConvention.ts';
import { DomainError } from '#core/errors.ts';

type CommandIo = {
  stdin(): Promise<Uint8Array>;
  write(text: string): void;
  writeError(text: string): void;
};

/** What the operating system says about a path, in words for the person at the prompt. */
const readFailures: Record<string, string> = {
  ENOENT: '没有这个文件',
  EISDIR: '这是文件夹，不是文件',
  EACCES: '没有读取权限',
  EPERM: '没有读取权限',
};

/**
 * `parse FILE`: reads a convention (.txt .docx .doc .md .html, `-` for standard input) and prints it as one JSON object.
 * Resolves to the exit status: 0 done, 2 bad input with one Chinese sentence on standard error; a bug is thrown.
 */
export async function parseCommand(args: string[], io: CommandIo): Promise<number> {
  const [path] = args;
  if (path === undefined || path === '' || args.length !== 1) {
    io.writeError('用法：parse 文件，减号表示从标准输入读取。\n');
    return 2;
  }
  try {
    const bytes = path === '-' ? await io.stdin() : await readFile(path);
    const file = await readConventionFile({ name: path === '-' ? '' : basename(path), bytes });
    const json = parsedConventionToJson(parseConvention(file.text, { newId: randomUUID }));
    json.warnings.push(...file.notes.map(({ text }) => text));
    io.write(`${JSON.stringify(json, undefined, 2)}\n`);
    return 0;
  } catch (error) {
    if (error instanceof DomainError) {
      io.writeError(`${path}：${errorText(error.code, error.detail)}\n`);
      return 2;
    }
    const code = systemCode(error);
    if (code === undefined) throw error;
    io.writeError(`${path}：${readFailures[code] ?? '读不出这个文件'}。\n`);
    return 2;
  }
}

function systemCode(error: unknown): string | undefined {
  const isSystem = error instanceof Error && 'syscall' in error && 'code' in error;
  return isSystem && typeof error.code === 'string' ? error.code : undefined;
}
