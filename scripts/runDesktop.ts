import { spawn } from 'node:child_process';
import { projectRoot } from '#scripts/projectRoot.ts';

/** What a shell's loader answers when the runtime lacks a library of the system. */
const loaderFailure = 127;

/**
 * Runs the built desktop application until it ends and returns its exit status; undefined when the runtime does not start
 * on this machine.
 */
export async function runDesktop(runtime: string, dataFolder: string, packages: readonly string[]): Promise<number | undefined> {
  // Chromium refuses to start a sandbox for root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(runtime, [...sandbox, projectRoot, '--data', dataFolder, ...packages], { stdio: 'inherit' });
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGTERM', forward);
  process.on('SIGINT', forward);
  return new Promise((resolve) => {
    child.once('error', () => resolve(undefined));
    child.once('exit', (status) => {
      process.off('SIGTERM', forward);
      process.off('SIGINT', forward);
      resolve(status === loaderFailure ? undefined : (status ?? 0));
    });
  });
}
