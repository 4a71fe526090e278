import { describe, expect, it } from 'vitest';
import { markedPieces, type Mark } from './markedPieces.ts';

const mark = (id: string, from: number, to: number, kind: Mark['kind'] = 'advice'): Mark => ({ id, number: Number(id), kind, from, to });
const shown = (from: number, to: number, marks: Mark[]) =>
  markedPieces(from, to, marks).map((piece) => [
    piece.from,
    piece.to,
    piece.covering.map((one) => one.id).join(),
    piece.ending.map((one) => one.id).join(),
  ]);

describe('a line cut at its annotations', () => {
  it.each<[string, Mark[], (string | number)[][]]>([
    ['is one piece without any', [], [[10, 20, '', '']]],
    ['is cut around one', [mark('1', 12, 15)], [[10, 12, '', ''], [12, 15, '1', '1'], [15, 20, '', '']]],
    ['is one piece under one that covers it', [mark('1', 0, 30)], [[10, 20, '1', '']]],
    ['shows the flag of one that ends with it', [mark('1', 5, 20)], [[10, 20, '1', '1']]],
    ['leaves out one that stands elsewhere', [mark('1', 0, 10), mark('2', 20, 25)], [[10, 20, '', '']]],
    ['leaves out one on the whole article', [mark('1', 0, 0)], [[10, 20, '', '']]],
    ['puts the gravest of two on top', [mark('1', 12, 16), mark('2', 14, 18, 'unlawful')], [[10, 12, '', ''], [12, 14, '1', ''], [14, 16, '2,1', '1'], [16, 18, '2', '2'], [18, 20, '', '']]],
    ['shows both flags where two end together', [mark('2', 12, 14), mark('1', 11, 14)], [[10, 11, '', ''], [11, 12, '1', ''], [12, 14, '1,2', '1,2'], [14, 20, '', '']]],
  ])('%s', (_name, marks, expected) => {
    expect(shown(10, 20, marks)).toEqual(expected);
  });

  it('is also cut where words are new, and shows what is gone where it stood', () => {
    const changes = { inserted: [{ from: 12, to: 15 }], removed: [{ at: 12, text: '旧' }, { at: 20, text: '尾' }, { at: 3, text: '别行' }] };
    const pieces = markedPieces(10, 20, [mark('1', 14, 17)], changes);
    expect(pieces.map((piece) => [piece.from, piece.to, piece.isInserted, piece.removed, piece.covering.length])).toEqual([
      [10, 12, false, '', 0],
      [12, 14, true, '旧', 0],
      [14, 15, true, '', 1],
      [15, 17, false, '', 1],
      [17, 20, false, '', 0],
      [20, 20, false, '尾', 0],
    ]);
  });

  it('has no piece when it is empty', () => {
    expect(markedPieces(5, 5, [mark('1', 0, 9)])).toEqual([]);
  });
});
