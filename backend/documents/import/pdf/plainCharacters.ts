/**
 * Radicals that look like a character of the text and are one in the font's table only: those of the CJK supplement, which have no
 * NFKC, and the Kangxi ones of which NFKC is not the character that Chinese fonts share with them.
 */
const radicals = new Map(
  Object.entries({
    '\u2f3e': '户', '\u2fad': '青',
    '⺠': '民', '⻓': '长', '⻔': '门', '⻅': '见', '⻋': '车', '⻉': '贝', '⻢': '马', '⻥': '鱼', '⻦': '鸟', '⻬': '齐', '⻰': '龙', '⻛': '风', '⻝': '食',
    '⻚': '页', '⻜': '飞', '⻩': '黄', '⻘': '青', '⻄': '西', '⻆': '角', '⻣': '骨', '⻤': '鬼', '⻮': '齿', '⻨': '麦', '⻙': '韦', '⻑': '長', '⻁': '虎',
    '⺟': '母', '⻳': '龟', '⺎': '兀', '⺒': '巳', '⺓': '幺', '⺝': '月', '⺰': '纟', '⻐': '钅', '⻈': '讠', '⺮': '竹', '⺬': '示', '⻎': '辶', '⻏': '阝', '⻖': '阝',
  }),
);

/** Replaces radicals and compatibility ideographs, which fonts hand out for the characters 人, 民, 一, by the characters themselves. */
export function plainCharacters(text: string): string {
  return text.replace(/[\u2e80-\u2fdf\uf900-\ufaff]/gu, (character) => radicals.get(character) ?? character.normalize('NFKC'));
}
