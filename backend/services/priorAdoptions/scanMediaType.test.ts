import { describe, expect, it } from 'vitest';
import { scanMediaType } from '#backend/services/priorAdoptions/scanMediaType.ts';

const bytesOf = (...parts: (string | number[])[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)));

describe('what a scan is', () => {
  it.each([
    ['a PDF', bytesOf('%PDF-1.7\n'), 'application/pdf'],
    ['a PDF with bytes of the scanner before it', bytesOf([0xef, 0xbb, 0xbf], '\r\n%PDF-1.4\n'), 'application/pdf'],
    ['a photograph', bytesOf([0xff, 0xd8, 0xff, 0xe1]), 'image/jpeg'],
    ['a picture of the screen', bytesOf([0x89], 'PNG\r\n', [0x1a, 0x0a]), 'image/png'],
    ['a picture from a web page', bytesOf('RIFF', [1, 2, 3, 4], 'WEBPVP8 '), 'image/webp'],
    ['a picture of Paint', bytesOf('BM', [9, 9, 0, 0, 0, 0, 0, 0]), 'image/bmp'],
    ['a scan of either byte order', bytesOf('MM', [0, 0x2a]), 'image/tiff'],
    ['a scan of the other', bytesOf('II*', [0]), 'image/tiff'],
    ['a photograph of a telephone', bytesOf([0, 0, 0, 0x18], 'ftypheic'), 'image/heic'],
    ['nothing', bytesOf(), undefined],
    ['a text', bytesOf('第一条 爱护公物。'), undefined],
    ['a text that begins like a picture', bytesOf('BMI 指数登记表'), undefined],
    ['a Word file', bytesOf('PK', [3, 4], 'word/document.xml'), undefined],
    ['a sound', bytesOf('RIFF', [1, 2, 3, 4], 'WAVEfmt '), undefined],
    ['a film', bytesOf([0, 0, 0, 0x18], 'ftypisom'), undefined],
    ['a PDF that begins far inside', bytesOf('x'.repeat(2_000), '%PDF-'), undefined],
  ])('%s', (_what, bytes, mediaType) => {
    expect(scanMediaType(bytes)).toBe(mediaType);
  });
});
