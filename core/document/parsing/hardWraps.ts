import { endsOpen, endsSentence, headingLikeness, isSignature } from '#core/document/parsing/lineCues.ts';
import { figureAtStart } from '#core/document/parsing/markers.ts';
import { displayWidth, type SourceLine } from '#core/document/parsing/sourceLines.ts';

/** A number that begins an item even behind a comma: 1、不偷，2、不抢. */
const listLabel = /^(?:[（(][一二三四五六七八九十0-9０-９]{1,3}[）)](?![项款、，和或及])|[①-⑳]|[0-9０-９]{1,2}[.．、](?![0-9０-９])|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十0-9０-９第][^，。；]{0,6}[、日天组户人]))/u;

/**
 * Finds the lines that continue the line above because a program broke it at a fixed width or inside a sentence.
 * Returns the set of continuing lines, whatever numbers they begin with.
 */
export function hardWraps(lines: readonly SourceLine[]): Set<SourceLine> {
  const continuing = new Set<SourceLine>();
  const width = wrapWidth(lines);
  const usesIndent = mixesIndents(lines);
  const isPunctuated = lines.filter((line) => endsSentence(line.text)).length >= lines.length * 0.5;
  lines.forEach((line, position) => {
    const above = lines[position - 1];
    if (above === undefined || above.text.includes('\t') || line.text.includes('\t')) return;
    if (/^[，。、；：！？,;!?）)」』”]/u.test(line.text) || (endsOpen(above.text) && !listLabel.test(line.text)) || isSplitMention(above.text, line.text)) {
      continuing.add(line);
      return;
    }
    if (isSignature(line.text)) return;
    const isCut = !endsSentence(above.text);
    const looksAlone = headingLikeness(line.text) >= 0.75 && displayWidth(line.text) >= 2;
    const isRunning = isCut && headingLikeness(above.text) < 0.75 && !looksAlone;
    if (line.afterFurniture && isRunning && !listLabel.test(line.text) && (isPunctuated || width !== undefined) && (displayWidth(above.text) >= 8 || /[，、；]/u.test(above.text))) continuing.add(line);
    // 第五条 自2020年1月 is short like a topic; the figure below shows that it goes on.
    const goesOn = isRunning || (isCut && /^第[^，。；]{1,5}[条條][\s　]*\S{5}/u.test(above.text));
    if (isPunctuated && goesOn && figureAtStart.test(line.text)) continuing.add(line);
    if (width === undefined || (usesIndent && line.indent >= 1)) return;
    const room = width - lineWidth(above);
    if ((isCut && room <= 2.5) || (isRunning && room <= width * 0.35) || (usesIndent && !looksAlone && room <= 2.5)) continuing.add(line);
  });
  return continuing;
}

/** 第二 at the end of one line and 条 at the start of the next. */
function isSplitMention(above: string, line: string): boolean {
  return /第[〇零一二三四五六七八九十百0-9０-９]{0,5}$/u.test(above) && /^[一二三四五六七八九十百0-9０-９]{0,4}[条條章节款项]/u.test(line);
}

/** The width at which lines were broken, when enough long lines stop in the middle of a sentence. */
function wrapWidth(lines: readonly SourceLine[]): number | undefined {
  const widths = lines.map(lineWidth).sort((a, b) => a - b);
  const longest = widths[Math.floor((widths.length - 1) * 0.95)];
  if (longest === undefined || longest < 12 || longest > 90) return undefined;
  const full = lines.filter((line) => lineWidth(line) >= longest - 2.5);
  const broken = full.filter((line) => !endsSentence(line.text));
  // Slogans of one length have no full stops; in running text some paragraph ends now and then.
  const ended = lines.filter((line) => endsSentence(line.text));
  if (ended.length < broken.length * 0.15) return undefined;
  return broken.length >= 2 && broken.length >= full.length * 0.4 ? longest : undefined;
}

function lineWidth(line: SourceLine): number {
  return line.indent + displayWidth(line.text);
}

function mixesIndents(lines: readonly SourceLine[]): boolean {
  const indented = lines.filter((line) => line.indent >= 1).length;
  return indented >= 2 && lines.length - indented >= 3;
}
