import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDiskFull } from '#backend/storage/isDiskFull.ts';
import { DomainError } from '#core/errors.ts';

function isAlive(processId: number): boolean {
  // A lock may be empty after a power failure; 0 and less would ask for a group of processes, which always exists.
  if (!Number.isInteger(processId) || processId <= 0) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // EPERM: the process exists and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function startOf(processId: number): string {
  // Linux gives a process's start time, so that a reused process id is not taken for the owner.
  const path = `/proc/${processId}/stat`;
  if (!existsSync(path)) return '';
  const fields = readFileSync(path, 'utf8').split(') ')[1]?.split(' ');
  return fields?.[19] ?? '';
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/**
 * Takes a data folder for this process and returns the function that gives it back.
 * A lock left behind by a process that is gone is replaced. Throws DATA_FOLDER_IN_USE or DATA_FOLDER_READ_ONLY.
 */
export function lockDataFolder(folder: string): () => void {
  const lock = join(folder, 'lock');
  const mine = join(folder, `lock.${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(mine, `${process.pid} ${startOf(process.pid)}`);
  } catch (error) {
    if (['EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EEXIST'].includes(errorCode(error))) {
      throw new DomainError('DATA_FOLDER_READ_ONLY', undefined, { cause: error });
    }
    if (isDiskFull(error)) throw new DomainError('DISK_FULL', undefined, { cause: error });
    throw error;
  }
  try {
    // A hard link is created whole or not at all, so that nobody ever reads a half-written lock.
    for (let attempt = 0; ; attempt += 1) {
      try {
        linkSync(mine, lock);
        break;
      } catch (error) {
        if (errorCode(error) !== 'EEXIST' || attempt === 3) throw error;
        const [processId, start] = readFileSync(lock, 'utf8').split(' ');
        const owner = Number(processId);
        if (owner !== process.pid && isAlive(owner) && startOf(owner) === (start ?? '')) {
          throw new DomainError('DATA_FOLDER_IN_USE');
        }
        if (owner === process.pid) throw new DomainError('DATA_FOLDER_IN_USE');
        rmSync(lock, { force: true });
      }
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return () => rmSync(lock, { force: true });
}
