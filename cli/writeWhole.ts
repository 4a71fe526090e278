import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { CommandRefusal } from '#cli/command.ts';
import { systemCode } from '#cli/systemCode.ts';
import { DomainError } from '#core/errors.ts';

/** Writes a file that is complete or not there. Throws CommandRefusal or DISK_FULL. */
export async function writeWhole(output: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${output}.${randomUUID()}.tmp`;
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, output);
  } catch (error) {
    await rm(temporary, { force: true });
    const code = systemCode(error);
    if (code === 'ENOSPC') throw new DomainError('DISK_FULL', undefined, { cause: error });
    if (code === undefined) throw error;
    throw new CommandRefusal(`${output}：${writeFailures[code] ?? '不能写入这个位置'}，没有写入任何内容。`, { cause: error });
  }
}

const writeFailures: Record<string, string> = {
  ENOENT: '所在的文件夹不存在',
  ENOTDIR: '所在的文件夹不存在',
  EISDIR: '这个位置已有同名文件夹',
  EACCES: '没有写入这个文件夹的权限',
  EPERM: '没有写入这个位置的权限',
  EROFS: '所在的磁盘不能写入',
  EBUSY: '这个文件正被别的程序使用',
};
