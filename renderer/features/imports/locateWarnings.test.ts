import { expect, it } from 'vitest';
import { locateWarnings } from './locateWarnings.ts';

const source = '溪口村村规民约\n\n第一条 违反第二十条的，由村民委员会批评\n教育。\n第二条 爱护公物。\n第三条 爱护公物。';

it.each([
  ['the one line that holds its words', { text: '违反第二十条的，由村民委员会批评教育。', reason: 'doubtfulReference' }, 2],
  ['the line that it has already', { text: '爱护公物。', reason: 'numberRepeated', line: 5 }, 5],
  ['no line where two hold its words', { text: '爱护公物。', reason: 'numberRepeated' }, undefined],
  ['no line where the whole text is meant', { text: '', reason: 'withoutTitle' }, undefined],
] as const)('a warning is shown at %s', (_where, warning, line) => {
  expect(locateWarnings([warning], source)[0]?.line).toBe(line);
});
