import { unzlibSync } from 'fflate';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { qrImage } from '#backend/documents/export/qrImage.ts';

describe('qrImage', () => {
  it('draws every module of the code as black or white pixels', () => {
    const { png, size } = qrImage('a'.repeat(64), 2);
    const view = new DataView(png.buffer, png.byteOffset);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([size, size]);
    const length = view.getUint32(33);
    const rows = unzlibSync(png.subarray(41, 41 + length));
    const { data } = encode('a'.repeat(64), { ecc: 'M', border: 4 });
    data.forEach((row, y) => row.forEach((isBlack, x) => expect(rows[y * 2 * (size + 1) + 1 + x * 2]).toBe(isBlack ? 0 : 255)));
  });
});
