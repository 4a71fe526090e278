/** How to spoil the file that buildLegacyWord makes. */
export type LegacyWordFaults = { encrypted?: boolean; circular?: boolean; streams?: readonly string[] };

const sector = 512;
const free = 0xffffffff;
const end = 0xfffffffe;

/** A smallest Word 97–2003 file with a text in one piece and without formats ([MS-DOC]): for tests, since no library writes the format. */
export function buildLegacyWord(text: string, faults: LegacyWordFaults = {}): Uint8Array {
  const characters = Buffer.from(`${text.replaceAll('\n', '\r')}\r`, 'utf16le');
  const main = Buffer.alloc(Math.max(4096, 0x800 + Math.ceil(characters.length / sector) * sector));
  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(0x00c1, 2);
  main.writeUInt16LE(0x0200 | (faults.encrypted === true ? 0x0100 : 0), 0x0a);
  main.writeUInt32LE(0x800, 0x18);
  main.writeUInt32LE(characters.length / 2, 0x4c);
  main.writeUInt32LE(0, 0x1a2);
  main.writeUInt32LE(21, 0x1a6);
  characters.copy(main, 0x800);

  const table = Buffer.alloc(4096);
  table.writeUInt8(2, 0);
  table.writeUInt32LE(16, 1);
  table.writeUInt32LE(0, 5);
  table.writeUInt32LE(characters.length / 2, 9);
  table.writeUInt32LE(0x800, 15);
  return buildCompoundFile(main, table, faults);
}

/**
 * A compound file ([MS-CFB]) with the streams WordDocument and 1Table, both of 4,096 bytes or more and of whole sectors.
 * Sectors: 0 allocation table, 1 directory, then the streams.
 */
export function buildCompoundFile(main: Buffer, table: Buffer, faults: LegacyWordFaults = {}): Uint8Array {
  const mainSectors = main.length / sector;
  const tableSectors = table.length / sector;
  const allocation = Buffer.alloc(sector, 0xff);
  allocation.writeUInt32LE(0xfffffffd, 0);
  allocation.writeUInt32LE(end, 4);
  const link = (from: number, count: number) => {
    for (let index = 0; index < count; index += 1) allocation.writeUInt32LE(index === count - 1 ? end : from + index + 1, (from + index) * 4);
  };
  link(2, mainSectors);
  link(2 + mainSectors, tableSectors);
  if (faults.circular === true) allocation.writeUInt32LE(2, (2 + mainSectors - 1) * 4);

  const directory = Buffer.alloc(sector);
  const names = faults.streams ?? ['WordDocument', '1Table'];
  writeEntry(directory, 0, 'Root Entry', 5, end, 0, names.length > 0 ? 1 : free);
  names.forEach((name, index) => {
    const [start, size] = index === 0 ? [2, main.length] : [2 + mainSectors, table.length];
    writeEntry(directory, index + 1, name, 2, start, size, free, index + 2 <= names.length ? index + 2 : free);
  });

  const header = Buffer.alloc(sector);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(0x3e, 0x18);
  header.writeUInt16LE(3, 0x1a);
  header.writeUInt16LE(0xfffe, 0x1c);
  header.writeUInt16LE(9, 0x1e);
  header.writeUInt16LE(6, 0x20);
  header.writeUInt32LE(1, 0x2c);
  header.writeUInt32LE(1, 0x30);
  header.writeUInt32LE(4096, 0x38);
  header.writeUInt32LE(end, 0x3c);
  header.writeUInt32LE(end, 0x44);
  header.fill(0xff, 0x4c);
  header.writeUInt32LE(0, 0x4c);
  return new Uint8Array(Buffer.concat([header, allocation, directory, main, table]));
}

function writeEntry(directory: Buffer, index: number, name: string, type: number, start: number, size: number, child: number, right = free) {
  const at = index * 128;
  directory.write(name, at, 'utf16le');
  directory.writeUInt16LE(name.length * 2 + 2, at + 0x40);
  directory.writeUInt8(type, at + 0x42);
  directory.writeUInt8(1, at + 0x43);
  directory.writeUInt32LE(free, at + 0x44);
  directory.writeUInt32LE(right, at + 0x48);
  directory.writeUInt32LE(child, at + 0x4c);
  directory.writeUInt32LE(start, at + 0x74);
  directory.writeUInt32LE(size, at + 0x78);
}
