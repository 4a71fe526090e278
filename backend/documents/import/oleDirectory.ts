import { DomainError } from '#core/errors.ts';

type OleEntry = { name: string; type: number; start: number; size: number };
export type OleDirectory = {
  entries: OleEntry[];
  /** All bytes of a stream. Throws FILE_DAMAGED where its sectors are not all there. */
  read(entry: OleEntry): Uint8Array;
};

const endOfChain = 0xfffffffe;
const lastSector = 0xfffffff9;

/**
 * Reads and checks the directory of an OLE compound file ([MS-CFB]): every chain of sectors ends within the file.
 * Throws FILE_DAMAGED for a truncated file or a chain that runs in circles.
 */
export function oleDirectory(bytes: Uint8Array): OleDirectory {
  if (bytes.length < 1536) throw new DomainError('FILE_DAMAGED', '文件没有拷贝完整');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(0x1e, true);
  if (shift !== 9 && shift !== 12) throw new DomainError('FILE_DAMAGED', '文件头读不懂');
  const sectorSize = 1 << shift;
  const sectorCount = Math.ceil((bytes.length - sectorSize) / sectorSize);
  const at = (sector: number): number => {
    const offset = (sector + 1) * sectorSize;
    if (sector > lastSector || offset >= bytes.length) throw new DomainError('FILE_DAMAGED', '文件没有拷贝完整');
    return offset;
  };

  const tableSectors: number[] = [];
  const addTable = (offset: number, count: number) => {
    for (let index = 0; index < count && offset + index * 4 + 4 <= bytes.length; index += 1) {
      const sector = view.getUint32(offset + index * 4, true);
      if (sector <= lastSector) tableSectors.push(sector);
    }
  };
  addTable(0x4c, 109);
  let more = view.getUint32(0x44, true);
  for (let step = 0; more <= lastSector; step += 1) {
    if (step > sectorCount) throw new DomainError('FILE_DAMAGED', '存储结构互相绕圈');
    const offset = at(more);
    addTable(offset, sectorSize / 4 - 1);
    if (offset + sectorSize > bytes.length) throw new DomainError('FILE_DAMAGED', '文件没有拷贝完整');
    more = view.getUint32(offset + sectorSize - 4, true);
  }
  const perSector = sectorSize / 4;
  const next = (sector: number): number => {
    const table = tableSectors[Math.floor(sector / perSector)];
    const offset = table === undefined ? bytes.length : at(table) + (sector % perSector) * 4;
    if (offset + 4 > bytes.length) throw new DomainError('FILE_DAMAGED', '文件没有拷贝完整');
    return view.getUint32(offset, true);
  };
  const chain = (start: number): number[] => {
    const sectors: number[] = [];
    for (let sector = start; sector !== endOfChain; sector = next(sector)) {
      at(sector);
      sectors.push(sector);
      if (sectors.length > sectorCount) throw new DomainError('FILE_DAMAGED', '存储结构互相绕圈');
    }
    return sectors;
  };

  const smallLimit = view.getUint32(0x38, true);
  const entries: OleEntry[] = [];
  for (const sector of chain(view.getUint32(0x30, true))) {
    for (let offset = at(sector); offset + 128 <= Math.min(at(sector) + sectorSize, bytes.length); offset += 128) {
      const nameLength = view.getUint16(offset + 0x40, true);
      const type = bytes[offset + 0x42] ?? 0;
      if (type === 0 || nameLength < 2 || nameLength > 64) continue;
      const name = new TextDecoder('utf-16le').decode(bytes.subarray(offset, offset + nameLength - 2));
      const entry = { name, type, start: view.getUint32(offset + 0x74, true), size: view.getUint32(offset + 0x78, true) };
      entries.push(entry);
      const isInSectors = entry.size > 0 && (type === 5 || (type === 2 && entry.size >= smallLimit));
      if (isInSectors && chain(entry.start).length * sectorSize < entry.size) {
        throw new DomainError('FILE_DAMAGED', '文件没有拷贝完整');
      }
    }
  }
  const smallTable = view.getUint32(0x3c, true);
  const smallSectors = smallTable <= lastSector ? chain(smallTable) : [];
  checkSmallTable(smallSectors.map(at), sectorSize, bytes, view);
  const root = entries.find(({ type }) => type === 5);
  let smallStream: Uint8Array | undefined;
  const readSmall = ({ start, size }: OleEntry): Uint8Array => {
    smallStream ??= root === undefined || root.size === 0 ? new Uint8Array() : joinSectors(chain(root.start).map(at), sectorSize, root.size, bytes);
    const offsets: number[] = [];
    for (let small = start; small !== endOfChain && offsets.length * smallSize < size; ) {
      offsets.push(small * smallSize);
      const table = smallSectors[Math.floor(small / perSector)];
      const offset = table === undefined ? bytes.length : at(table) + (small % perSector) * 4;
      if (offset + 4 > bytes.length) throw new DomainError('FILE_DAMAGED', '文件没有拷贝完整');
      small = view.getUint32(offset, true);
    }
    return joinSectors(offsets, smallSize, size, smallStream);
  };
  return {
    entries,
    read: (entry) => {
      if (entry.size === 0) return new Uint8Array();
      return entry.size < smallLimit ? readSmall(entry) : joinSectors(chain(entry.start).map(at), sectorSize, entry.size, bytes);
    },
  };
}

const smallSize = 64;

function joinSectors(offsets: readonly number[], sectorSize: number, size: number, bytes: Uint8Array): Uint8Array {
  if (size > offsets.length * sectorSize) throw new DomainError('FILE_DAMAGED', '文件没有拷贝完整');
  const joined = new Uint8Array(size);
  offsets.forEach((offset, index) => {
    const from = index * sectorSize;
    if (from < size) joined.set(bytes.subarray(offset, offset + Math.min(sectorSize, size - from)), from);
  });
  return joined;
}

/** In a sound table no small sector is the successor of two others, nor of itself by a circle. */
function checkSmallTable(offsets: readonly number[], sectorSize: number, bytes: Uint8Array, view: DataView) {
  const successors: number[] = [];
  for (const offset of offsets) {
    for (let index = 0; index < sectorSize && offset + index + 4 <= bytes.length; index += 4) successors.push(view.getUint32(offset + index, true));
  }
  const state = new Uint8Array(successors.length);
  for (let start = 0; start < successors.length; start += 1) {
    const path: number[] = [];
    let sector = start;
    while (sector < successors.length && state[sector] === 0) {
      state[sector] = 1;
      path.push(sector);
      sector = successors[sector] ?? endOfChain;
    }
    if (sector < successors.length && state[sector] === 1) throw new DomainError('FILE_DAMAGED', '存储结构互相绕圈');
    for (const visited of path) state[visited] = 2;
  }
}
