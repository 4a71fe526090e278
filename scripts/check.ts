import { runChecks } from '#scripts/runChecks.ts';

/** The fast part of the tests: types, arrows between folders, lint, dead exports, unit tests. */
const { passed, failed } = await runChecks(['types', 'arrows', 'lint', 'deadExports', 'units']);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
