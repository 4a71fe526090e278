import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const fileName = 'port';

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/**
 * The port on which this data folder was served last, or 0 for any. A browser keeps what it remembers (the type size) by
 * address, and the port is part of the address.
 */
export async function rememberedPort(dataFolder: string): Promise<number> {
  let port: number;
  try {
    port = Number(readFileSync(join(dataFolder, fileName), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error) return 0;
    throw error;
  }
  const isPort = Number.isInteger(port) && port > 1_023 && port < 65_536;
  return isPort && (await isFree(port)) ? port : 0;
}

/** Keeps the port for the next start; call it only once the data folder belongs to this process. */
export function rememberPort(dataFolder: string, origin: string): void {
  writeFileSync(join(dataFolder, fileName), new URL(origin).port);
}
