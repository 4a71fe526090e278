import { propertyCodes, readProperties, type Properties } from '#backend/documents/import/doc/formats.ts';
import { part, u16, type WordStreams } from '#backend/documents/import/doc/WordStreams.ts';

/** What a paragraph style brings along: its list and level, and whether it is one of a table of contents. */
export type ParagraphStyle = { list: number | undefined; level: number | undefined; isContents: boolean };

type RawStyle = { base: number; isContents: boolean; properties: Properties };

/** The paragraph styles by their indexes ([MS-DOC] 2.9.271 STSH), each with what the styles below it give. */
export function readStyles(streams: WordStreams): ParagraphStyle[] {
  const sheet = streams.structure(1);
  const count = Math.min(u16(sheet, 2), 4_096);
  const baseSize = u16(sheet, 4);
  let at = 2 + u16(sheet, 0);
  const raw: (RawStyle | undefined)[] = [];
  for (let index = 0; index < count; index += 1) {
    const size = u16(sheet, at);
    raw.push(size === 0 ? undefined : readStyle(part(sheet, at + 2, size), baseSize));
    at += 2 + size + (size % 2);
  }
  return raw.map((_, index) => {
    const style: ParagraphStyle = { list: undefined, level: undefined, isContents: raw[index]?.isContents ?? false };
    const visited = new Set<number>();
    for (let next = index; !visited.has(next); next = raw[next]?.base ?? next) {
      visited.add(next);
      style.list ??= listOf(raw[next]?.properties);
      style.level ??= levelOf(raw[next]?.properties);
    }
    return style;
  });
}

function readStyle(style: DataView, baseSize: number): RawStyle | undefined {
  const builtIn = u16(style, 0) & 0xfff;
  const kind = u16(style, 2) & 0xf;
  if (kind !== 1) return undefined;
  const nameLength = u16(style, baseSize);
  const at = baseSize + 2 + nameLength * 2 + 2;
  const size = u16(style, at);
  // The first two bytes of the property set repeat the style's index. Built-in styles 19 to 27 are those of a table of contents.
  return { base: u16(style, 2) >> 4, isContents: builtIn >= 19 && builtIn <= 27, properties: readProperties(part(style, at + 4, size - 2)) };
}

/** 1-based index of a paragraph's list; 0 says that it has none, undefined that the style decides. */
export function listOf(properties: Properties | undefined): number | undefined {
  const operand = properties?.get(propertyCodes.list);
  if (operand === undefined) return undefined;
  const index = u16(operand, 0);
  return index > 0x7ff ? 0 : index;
}

export function levelOf(properties: Properties | undefined): number | undefined {
  const operand = properties?.get(propertyCodes.level);
  return operand === undefined || operand.byteLength === 0 ? undefined : Math.min(8, operand.getUint8(0));
}
