const fieldStart = '\u0013';
const fieldMiddle = '\u0014';

/** Whether Word gives a character a meaning of its own instead of showing it ([MS-DOC] 2.4.1). Tabs and the ends of lines are shown. */
export function isMark(character: string): boolean {
  return /[^\P{Cc}\s\u0085-\u009f]/u.test(character);
}

/** The words of a part of the text other than the main one, as lines without marks and empty lines; fields by what they show. */
export function plainLines(text: string): string[] {
  let depth = 0;
  let shown = '';
  for (const character of text) {
    if (character === fieldStart) depth += 1;
    else if (character === fieldMiddle) depth = Math.max(0, depth - 1);
    else if (depth === 0) shown += character === '\u0007' ? '\t' : isMark(character) ? '' : character;
  }
  return shown
    .split(/[\r\v\f]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
