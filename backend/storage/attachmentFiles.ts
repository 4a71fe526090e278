import { createHash, randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DomainError } from '#core/errors.ts';

export type AttachmentFiles = {
  /** Keeps the bytes under their SHA-256 (hexadecimal) and returns it; on disk when it returns. */
  put(bytes: Uint8Array): string;
  /** The bytes under a hash, checked against it. Throws NOT_FOUND, or DATA_FOLDER_DAMAGED when they were changed. */
  get(sha256: string): Buffer;
};

/** Content-addressed files beside the database: folder/ab/abcdef… */
export function attachmentFiles(folder: string): AttachmentFiles {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  return {
    put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const path = pathOf(sha256);
      if (existsSync(path)) return sha256;
      mkdirSync(dirname(path), { recursive: true });
      const temporary = `${path}.${randomUUID()}`;
      try {
        const file = openSync(temporary, 'wx');
        try {
          writeFileSync(file, bytes);
          fsyncSync(file);
        } finally {
          closeSync(file);
        }
        renameSync(temporary, path);
      } catch (error) {
        rmSync(temporary, { force: true });
        throw error;
      }
      return sha256;
    },
    get(sha256) {
      if (!/^[0-9a-f]{64}$/u.test(sha256) || !existsSync(pathOf(sha256))) throw new DomainError('NOT_FOUND', '附件');
      const bytes = readFileSync(pathOf(sha256));
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
        throw new DomainError('DATA_FOLDER_DAMAGED', '附件内容变了');
      }
      return bytes;
    },
  };
}
