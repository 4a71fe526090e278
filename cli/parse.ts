import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { readConventionFile } from '#backend/documents/import/readConventionFile.ts';
import type { CommandIo } from '#cli/command.ts';
import { parsedConventionToJson } from '#cli/parsedConventionToJson.ts';
import { readInput } from '#cli/readInput.ts';
import { refuse } from '#cli/refuse.ts';
import { errorText } from '#contract/errorTexts.ts';
import { parseConvention } from '#core/document/parseConvention.ts';
import { DomainError } from '#core/errors.ts';

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
    const bytes = await readInput(path, io);
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
    return refuse(error, io);
  }
}
