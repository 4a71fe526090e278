import { expect, it } from 'vitest';
import { lineRemarks } from './lineRemarks.ts';

it('what a person decided, changed or remarked stands at its line; what has no line or no words stands nowhere', () => {
  const remarks = lineRemarks(new Map([[3, 'join']]), {
    revisions: [
      { kind: 'deletion', author: '周明远', madeAt: null, text: '罚款五百元', line: 3 },
      { kind: 'insertion', author: '', madeAt: null, text: '依法赔偿', line: 3 },
      { kind: 'insertion', author: '周明远', madeAt: null, text: '', line: 3 },
      { kind: 'move', author: '周明远', madeAt: null, text: '第四条', line: null },
    ],
    comments: [{ author: '刘国平', madeAt: null, at: null, text: '没有依据。', quote: '罚款', line: 5 }],
    encodings: [],
    pieces: [],
  });
  expect([...remarks]).toEqual([
    [3, ['已改：接上一条', '修订　周明远：删了“罚款五百元”', '修订　添了“依法赔偿”']],
    [5, ['批注　刘国平：没有依据。']],
  ]);
});
