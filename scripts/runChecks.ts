import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { buildRenderer } from '#scripts/buildRenderer.ts';
import { checkArrows } from '#scripts/checkArrows.ts';
import { findBrowser } from '#scripts/findBrowser.ts';
import { projectRoot } from '#scripts/projectRoot.ts';

export type CheckName = 'types' | 'arrows' | 'lint' | 'deadExports' | 'units' | 'journeys';
type Outcome = { passed: number; failed: number };

const reportSchema = z.object({
  numTotalTests: z.number(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  success: z.boolean(),
});

function runTool(script: string, args: string[]): boolean {
  const path = join(projectRoot, 'node_modules', script);
  const result = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', path, ...args], {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return result.status === 0;
}

function asOne(succeeded: boolean): Outcome {
  return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs a suite and counts from the runner's own report; a suite that crashed, or ran nothing, has failed. */
function runSuite(name: string, config: string): Outcome {
  const report = join(projectRoot, '.build', `${name}.json`);
  mkdirSync(join(projectRoot, '.build'), { recursive: true });
  rmSync(report, { force: true });
  const succeeded = runTool('vitest/vitest.mjs', [
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numTotalTests, numPassedTests: passed, numFailedTests: failed, success } = reportSchema.parse(
    JSON.parse(readFileSync(report, 'utf8')),
  );
  // A test that neither passed nor failed did not run: its runner went away.
  const isSound = succeeded && success && passed > 0 && numTotalTests === passed + failed;
  return { passed, failed: isSound ? failed : Math.max(1, failed) };
}

const checks: Record<CheckName, () => Promise<Outcome>> = {
  types: async () => asOne(runTool('typescript/bin/tsc', ['-b', '--pretty'])),
  arrows: async () => {
    const holes = checkArrows();
    for (const hole of holes) process.stdout.write(`${hole}\n`);
    return asOne(holes.length === 0);
  },
  lint: async () => asOne(runTool('oxlint/bin/oxlint', ['--deny-warnings'])),
  deadExports: async () => asOne(runTool('knip/bin/knip.js', ['--no-progress'])),
  units: async () => runSuite('units', 'vitest.config.ts'),
  journeys: async () => {
    findBrowser();
    await buildRenderer();
    return runSuite('journeys', 'vitest.e2e.config.ts');
  },
};

/** A check that breaks down has failed; the others still run. */
async function runOne(name: CheckName): Promise<Outcome> {
  try {
    return await checks[name]();
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return { passed: 0, failed: 1 };
  }
}

/** Runs the checks one after another, all of them even when one fails, and prints the seconds of each. */
export async function runChecks(names: readonly CheckName[]): Promise<Outcome> {
  const total: Outcome = { passed: 0, failed: 0 };
  const lines: string[] = [];
  for (const name of names) {
    const start = performance.now();
    const outcome = await runOne(name);
    total.passed += outcome.passed;
    total.failed += outcome.failed;
    const seconds = ((performance.now() - start) / 1_000).toFixed(1);
    lines.push(`${name}: ${outcome.passed} passed, ${outcome.failed} failed (${seconds} s)`);
  }
  process.stdout.write(`\n${lines.join('\n')}\n`);
  return total;
}
