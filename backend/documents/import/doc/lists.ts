import { part, u16, u32, u8, wideText, type WordStreams } from '#backend/documents/import/doc/WordStreams.ts';
import type { NumberDefinitions, NumberInstance, NumberLevel } from '#backend/documents/import/NumberPrinter.ts';

/** [MS-OSHARED] 2.2.1.3 MSONFC, by the names that .docx gives to the same formats. */
const formats = new Map<number, string>([
  [0x00, 'decimal'], [0x01, 'upperRoman'], [0x02, 'lowerRoman'], [0x03, 'upperLetter'], [0x04, 'lowerLetter'], [0x0a, 'ideographDigital'], [0x0b, 'japaneseCounting'],
  [0x0e, 'decimalFullWidth'], [0x11, 'japaneseDigitalTenThousand'], [0x12, 'decimalEnclosedCircle'], [0x13, 'decimalFullWidth2'], [0x16, 'decimalZero'], [0x17, 'bullet'],
  [0x1a, 'decimalEnclosedFullstop'], [0x1b, 'decimalEnclosedParen'], [0x1c, 'decimalEnclosedCircleChinese'], [0x21, 'taiwaneseCounting'], [0x22, 'ideographLegalTraditional'],
  [0x23, 'taiwaneseCountingThousand'], [0x24, 'taiwaneseDigital'], [0x25, 'chineseCounting'], [0x26, 'chineseLegalSimplified'], [0x27, 'chineseCountingThousand'], [0xff, 'none'],
]);

const listSize = 28;
const levelSize = 28;
const overrideSize = 16;
/** Where no style belongs to a level. */
const noStyle = 0xfff;
const mostLists = 4_096;

/** The lists of a document ([MS-DOC] 2.9.149 PlfLst, 2.9.148 PlfLfo). An instance's id is its 1-based place, as paragraphs name it. */
export function readLists(streams: WordStreams): NumberDefinitions {
  const definitions: NumberDefinitions = { levels: new Map(), instances: new Map() };
  // The levels lie behind the structure, not in it.
  const start = u32(streams.main, 154 + 73 * 8);
  if (streams.structure(73).byteLength === 0) return definitions;
  const table = part(streams.table, start, streams.table.byteLength);
  const count = Math.min(u16(table, 0), mostLists);
  let at = 2 + count * listSize;
  for (let index = 0; index < count; index += 1) {
    const list = 2 + index * listSize;
    const isSimple = (u8(table, list + 26) & 1) !== 0;
    const levels = new Map<number, NumberLevel>();
    for (let level = 0; level < (isSimple ? 1 : 9); level += 1) {
      const read = readLevel(part(table, at, table.byteLength), level);
      const style = u16(table, list + 8 + level * 2);
      levels.set(level, { ...read.level, style: style === noStyle ? undefined : String(style) });
      at += read.size;
    }
    definitions.levels.set(String(u32(table, list)), levels);
  }
  readInstances(streams.structure(74), definitions);
  return definitions;
}

function readInstances(table: DataView, definitions: NumberDefinitions) {
  const count = Math.min(u32(table, 0), mostLists);
  let at = 4 + count * overrideSize;
  for (let index = 0; index < count; index += 1) {
    const entry = 4 + index * overrideSize;
    const overrides: NumberInstance['overrides'] = new Map();
    at += 4;
    for (let override = u8(table, entry + 12); override > 0; override -= 1) {
      const flags = u32(table, at + 4);
      const level = flags & 0xf;
      const startsAnew = (flags & 0x10) !== 0;
      const isFormatted = (flags & 0x20) !== 0;
      const start = u32(table, at);
      at += 8;
      const own = isFormatted ? readLevel(part(table, at, table.byteLength), level) : undefined;
      at += own?.size ?? 0;
      overrides.set(level, { start: startsAnew ? (own?.level.start ?? start) : undefined, level: own?.level });
    }
    definitions.instances.set(String(index + 1), { abstractId: String(u32(table, entry)), overrides });
  }
}

/** [MS-DOC] 2.9.150 LVL: in its text the characters 0 to 8 stand for the numbers of the levels. */
function readLevel(bytes: DataView, index: number): { level: NumberLevel; size: number } {
  const flags = u8(bytes, 5);
  const textAt = levelSize + u8(bytes, 24) + u8(bytes, 25);
  const length = Math.min(u16(bytes, textAt), 255);
  const text = wideText(bytes, textAt + 2, length);
  const isRestartSet = (flags & 0x08) !== 0;
  return {
    level: {
      start: u32(bytes, 0) & 0x7fff,
      format: formats.get(u8(bytes, 4)) ?? 'decimal',
      text: [...text].map((character) => (character.charCodeAt(0) <= 8 ? `%${character.charCodeAt(0) + 1}` : character)).join(''),
      suffix: u8(bytes, 15) === 2 ? 'nothing' : 'tab',
      restart: isRestartSet ? Math.min(u8(bytes, 26), index) : undefined,
      legal: (flags & 0x04) !== 0,
      style: undefined,
    },
    size: textAt + 2 + length * 2,
  };
}
