import { crc32, inflateRawSync } from 'node:zlib';
import { DomainError } from '#core/errors.ts';

const zipLimits = { entries: 2_000, bytes: 100 * 1024 * 1024, ratio: 200 } as const;
/** Below this a high ratio is harmless: a blank page of XML packs well. */
const ratioCountsFrom = 1024 * 1024;

type Entry = { name: string; method: number; crc: number; packed: number; size: number; offset: number };

/** A zip whose directory has been checked; its parts are unpacked one by one when asked for. */
export type OpenZip = {
  names: readonly string[];
  /** Unpacks a part; undefined when there is none of that name. Throws FILE_DAMAGED with the part's name in Chinese. */
  read(name: string, title: string): Uint8Array | undefined;
};

/**
 * Opens a zip held in memory and checks its directory before anything is unpacked.
 * Throws FILE_DAMAGED (truncated, not readable), FILE_ENCRYPTED, FILE_UNSAFE (paths that climb out, too many parts, too large unpacked).
 */
export function openZip(bytes: Uint8Array): OpenZip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view);
  checkLimits(entries, bytes.length);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    names: entries.map(({ name }) => name),
    read(name, title) {
      const entry = byName.get(name);
      return entry === undefined ? undefined : unpack(entry, bytes, view, title);
    },
  };
}

function damaged(detail: string, cause?: unknown): DomainError {
  return new DomainError('FILE_DAMAGED', detail, { cause });
}

/** PKWARE APPNOTE 4.3.16: the end record stands in the last 65,557 bytes. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) if (view.getUint32(at, true) === 0x06054b50) return at;
  throw damaged('压缩目录不见了，文件可能没有拷贝完整');
}

function readDirectory(bytes: Uint8Array, view: DataView): Entry[] {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff) throw new DomainError('FILE_UNSAFE', '里面的部分太多');
  if (at === 0xffffffff) throw new DomainError('FILE_UNSAFE', '压缩包的格式少见');
  if (count > zipLimits.entries) throw new DomainError('FILE_UNSAFE', `里面有${count}个部分，太多了`);
  const entries: Entry[] = [];
  const names = new Set<string>();
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw damaged('压缩目录读不完整');
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const extra = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if ((flags & 1) !== 0) throw new DomainError('FILE_ENCRYPTED');
    if (climbsOut(name)) throw new DomainError('FILE_UNSAFE', '里面有指向外面文件夹的路径');
    if (names.has(name)) throw new DomainError('FILE_UNSAFE', '里面有两个同名的部分');
    names.add(name);
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + extra;
  }
  return entries;
}

function climbsOut(name: string): boolean {
  const parts = name.split(/[/\\]/u);
  return name.startsWith('/') || name.includes('\\') || name.includes('\0') || parts.includes('..') || /^[a-z]:/iu.test(name);
}

function checkLimits(entries: readonly Entry[], fileSize: number) {
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total > zipLimits.bytes) throw new DomainError('FILE_UNSAFE', '解开后超过 100 兆');
  const bomb = entries.some(({ size, packed }) => size > ratioCountsFrom && size > packed * zipLimits.ratio);
  if (bomb || (total > ratioCountsFrom && total > fileSize * zipLimits.ratio)) throw new DomainError('FILE_UNSAFE', '压缩得异常厉害');
}

function unpack(entry: Entry, bytes: Uint8Array, view: DataView, title: string): Uint8Array {
  const { offset, packed, size } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) throw damaged(`${title}找不到`);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) throw damaged(`${title}不完整`);
  const raw = bytes.subarray(start, start + packed);
  let content: Uint8Array;
  if (entry.method === 0) content = raw;
  else if (entry.method === 8) {
    try {
      content = inflateRawSync(raw, { maxOutputLength: Math.max(1, size) });
    } catch (error) {
      throw damaged(`${title}解不开`, error);
    }
  } else throw damaged(`${title}用了不认识的压缩方法`);
  if (content.length !== size || crc32(content) !== entry.crc) throw damaged(`${title}内容不符`);
  return content;
}
