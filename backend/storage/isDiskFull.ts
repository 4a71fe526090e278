import Database from 'better-sqlite3';

/** Whether a write failed because no room is left, in the database or in a file beside it. */
export function isDiskFull(error: unknown): boolean {
  if (error instanceof Database.SqliteError) return error.code === 'SQLITE_FULL';
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}
