import { inflateSync } from 'node:zlib';
import { DomainError } from '#core/errors.ts';

const mostInStream = 64 * 1024 * 1024;
const mostInAll = 256 * 1024 * 1024;
/** LZW packs at most some thousandfold and is found in old files only, whose streams are short. */
const mostPackedLzw = 1024 * 1024;

/**
 * Refuses a PDF whose streams swell without measure when they are unpacked: the library that reads it knows no limit.
 * Pictures are left alone, since nothing draws them. Throws FILE_UNSAFE.
 */
export function checkStreams(bytes: Uint8Array) {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.subarray(Math.max(0, at - 3), at).toString('latin1') === 'end') continue;
    const head = file.subarray(Math.max(0, at - 1_000), at).toString('latin1');
    const dictionary = head.slice(Math.max(0, head.lastIndexOf('obj')));
    if (/\/Subtype\s*\/Image/u.test(dictionary)) continue;
    const layers = dictionary.match(/\/(?:FlateDecode|Fl)\b/gu)?.length ?? 0;
    const isLzw = /\/LZW/u.test(dictionary);
    if (layers === 0 && !isLzw) continue;
    const from = at + 6 + (file[at + 6] === 0x0d ? 1 : 0) + (file[at + 6] === 0x0a || file[at + 7] === 0x0a ? 1 : 0);
    const end = file.indexOf('endstream', from);
    let content = file.subarray(from, end < 0 ? file.length : end);
    if (isLzw && content.length > mostPackedLzw) throw new DomainError('FILE_UNSAFE', '压缩得异常厉害');
    for (let layer = 0; layer < Math.min(layers, 4); layer += 1) {
      const inflated = inflate(content);
      if (inflated === undefined) break;
      total += inflated.length;
      if (total > mostInAll) throw new DomainError('FILE_UNSAFE', '解开后太大');
      content = inflated;
    }
  }
}

/** Undefined where the bytes are not what they say; the reading library sees to those. */
function inflate(bytes: Buffer): Buffer | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: mostInStream });
  } catch (error) {
    if (error instanceof RangeError) throw new DomainError('FILE_UNSAFE', '压缩得异常厉害', { cause: error });
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
