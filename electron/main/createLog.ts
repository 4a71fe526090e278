import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const largestBytes = 1024 * 1024;

/** Appends lines with their instant to a file; one that has grown large becomes `.old`, and the older one goes. */
export function createLog(file: string, now: () => Date): (line: string) => void {
  mkdirSync(dirname(file), { recursive: true });
  return (line) => {
    if (existsSync(file) && statSync(file).size > largestBytes) renameSync(file, `${file}.old`);
    appendFileSync(file, `${now().toISOString()} ${line}\n`);
  };
}
