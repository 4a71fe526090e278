import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '#scripts/projectRoot.ts';

/** What the compiler must refuse in a folder that may only see core, and how it says so. */
const expected = [
  { what: 'a type from contract', pattern: /importsContract\.ts.*error TS6307/u },
  { what: 'node:fs', pattern: /usesHost\.ts.*error TS(2307|2591).*node:fs/u },
  { what: 'window', pattern: /usesHost\.ts.*error TS(2304|2552|2584).*window/u },
];

/** Compiles the fixtures that break the rules of the folders and fails unless every one of them is refused. */
export function checkArrows(): string[] {
  const compiler = join(projectRoot, 'node_modules', 'typescript', 'bin', 'tsc');
  const fixture = join(projectRoot, 'scripts', 'arrowFixtures');
  const result = spawnSync(process.execPath, [compiler, '-b', fixture, '--force', '--pretty', 'false'], {
    cwd: projectRoot,
    encoding: 'utf8',
  });
  return expected.filter(({ pattern }) => !pattern.test(result.stdout)).map(({ what }) => `not refused: ${what}`);
}
