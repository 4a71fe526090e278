import { crc32 } from 'node:zlib';
import { zlibSync } from 'fflate';
import { encode } from 'uqr';

/** A QR code as a grey PNG with its quiet zone, `scale` pixels a module: Word has no vector picture that WPS shows too. */
export function qrImage(text: string, scale = 8): { png: Uint8Array; size: number } {
  const { size: modules, data } = encode(text, { ecc: 'M', border: 4 });
  const size = modules * scale;
  // Each row of a PNG starts with its filter, 0 for none (PNG 9.2).
  const rows = new Uint8Array((size + 1) * size).fill(255);
  for (let y = 0; y < size; y += 1) {
    rows[y * (size + 1)] = 0;
    for (let x = 0; x < size; x += 1) {
      if (data[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true) rows[y * (size + 1) + 1 + x] = 0;
    }
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, size);
  view.setUint32(4, size);
  header.set([8, 0, 0, 0, 0], 8);
  const parts = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    pngChunk('IHDR', header),
    pngChunk('IDAT', zlibSync(rows, { level: 9 })),
    pngChunk('IEND', new Uint8Array()),
  ];
  const png = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    png.set(part, offset);
    offset += part.length;
  }
  return { png, size };
}

function pngChunk(name: string, content: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(content.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, content.length);
  chunk.set(new TextEncoder().encode(name), 4);
  chunk.set(content, 8);
  view.setUint32(content.length + 8, crc32(chunk.subarray(4, content.length + 8)));
  return chunk;
}
