import { TextRun, type IFontAttributesProperties, type IRunOptions } from 'docx';
import { printableText } from '#backend/documents/export/printableText.ts';

/** The faces that Windows and WPS have; Windows has no 小标宋, so a title is bold 宋体. */
const faces = { fangsong: '仿宋', heiti: '黑体', kaiti: '楷体', songti: '宋体' } as const;

/** `size`: half-points. */
export type WordType = { face: keyof typeof faces; size: number; bold?: boolean };

export const bodyType: WordType = { face: 'fangsong', size: 32 };
export const headType: WordType = { face: 'heiti', size: 32 };
export const titleType: WordType = { face: 'songti', size: 44, bold: true };
export const cellType: WordType = { face: 'fangsong', size: 24 };
export const cellHeadType: WordType = { face: 'heiti', size: 24 };
export const noteType: WordType = { face: 'songti', size: 21 };

/** `hint` makes Word take “ ” … — from the Chinese face too, which it would set half as wide in a Latin one. */
export function wordFont(type: WordType): IFontAttributesProperties {
  const name = faces[type.face];
  return { ascii: name, hAnsi: name, cs: name, eastAsia: name, hint: 'eastAsia' };
}

/** The options of the runs that show a text, one a line: a line feed in the text is a line break. */
export function wordRuns(text: string, type: WordType): IRunOptions[] {
  return printableText(text)
    .split('\n')
    .map((line, index) => lineOptions(line, type, index > 0));
}

function lineOptions(text: string, type: WordType, isBroken: boolean): IRunOptions {
  return {
    text,
    font: wordFont(type),
    size: type.size,
    ...(type.bold === true ? { bold: true } : {}),
    ...(isBroken ? { break: 1 } : {}),
  };
}

export function wordText(text: string, type: WordType): TextRun[] {
  return wordRuns(text, type).map((options) => new TextRun(options));
}
