import { runChecks } from '#scripts/runChecks.ts';

/** Everything: the checks, the unit and contract tests, and the journeys in a real browser. */
const { passed, failed } = await runChecks(['types', 'arrows', 'lint', 'deadExports', 'units', 'journeys']);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
