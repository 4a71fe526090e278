import { readFile } from 'node:fs/promises';
import { CommandRefusal, type CommandIo } from '#cli/command.ts';

/** What the operating system says about a path, in words for the person at the prompt. */
const failures: Record<string, string> = {
  ENOENT: '没有这个文件',
  EISDIR: '这是文件夹，不是文件',
  EACCES: '没有读取这个文件的权限',
  EPERM: '没有读取这个文件的权限',
};

/** The bytes of a file, or of standard input for `-`. Throws CommandRefusal with the path and the reason. */
export async function readInput(path: string, io: CommandIo): Promise<Uint8Array> {
  if (path === '-') return io.stdin();
  try {
    return await readFile(path);
  } catch (error) {
    const isSystem = error instanceof Error && 'syscall' in error && 'code' in error;
    if (!isSystem) throw error;
    throw new CommandRefusal(`${path}：${failures[String(error.code)] ?? '读不出这个文件'}。`, { cause: error });
  }
}
