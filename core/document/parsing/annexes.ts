import type { Annex, Paragraph } from '#core/document/document.ts';
import { displayWidth, type SourceLine } from '#core/document/parsing/sourceLines.ts';
import { endsSentence, headingLikeness, isAnnexHeading, isSignature } from '#core/document/parsing/lineCues.ts';

export type AnnexLines = { heading: string; lines: SourceLine[] };

export type CutText = { main: SourceLine[]; annexes: AnnexLines[]; /** signing lines that stood below the annexes */ signature: SourceLine[] };

const numberedLine = /^(?:第[^\s]{1,6}[条條]|[一二三四五六七八九十]{1,3}[、.．]|[0-9０-９]{1,3}[、.．]|[（(][一二三四五六七八九十0-9]{1,3}[）)])/u;
/** 说明： below the signing lines, with numbers of its own. */
const notesHeading = /^[【[（(]?(?:名词|条文|版本|修订|修改|几点)?(?:说明|解释|注释|备注|附注|注)[】\]）)]?[：:]?$/u;
const articleLine = /^第[^\s]{1,6}[条條]/u;
const documentName = /(?:章程|办法|制度|细则|标准|规定|公约|规约|民约|承诺书|倡议书|积分表|明细表|一览表|流程图?|名单)$/u;

/**
 * Cuts the annexes off the end: from an annex heading (附件一：…), or from the name of another document below the signing lines,
 * once the numbered rules have begun. Signing lines at the very end belong to the whole when none stand above the annexes.
 */
export function cutAnnexes(lines: readonly SourceLine[]): CutText {
  const whole = { main: [...lines], annexes: [], signature: [] };
  const start = annexStart(lines);
  if (start === lines.length) return whole;
  const annexes: AnnexLines[] = [];
  for (const line of lines.slice(start)) {
    const last = annexes.at(-1);
    if (last === undefined || (isAnnexHeading(line.text) && last.lines.length > 0)) annexes.push({ heading: line.text, lines: [] });
    else if (last.lines.length === 0 && isBareAnnexWord(last.heading) && isHeadingLine(line.text)) last.heading = `${last.heading} ${line.text}`;
    else last.lines.push(line);
  }
  const main = lines.slice(0, start);
  const isSigned = main.slice(-2).some(({ text }) => isSignature(text));
  const last = annexes.at(-1)?.lines ?? [];
  const signature: SourceLine[] = [];
  if (!isSigned) {
    for (let line = last.at(-1); line !== undefined && isSignature(line.text); line = last.at(-1)) {
      signature.unshift(line);
      last.pop();
    }
  }
  // A mere mention of annexes that are not in the text is closing, not annex.
  if (annexes.some((annex) => annex.lines.length === 0)) return whole;
  return { main, annexes, signature };
}

function annexStart(lines: readonly SourceLine[]): number {
  const length = lines.reduce((sum, line) => sum + line.text.length, 0);
  let before = 0;
  let numbered = 0;
  for (const [position, line] of lines.entries()) {
    const { text } = line;
    if (position >= 4 && before > length * 0.25 && isAnnexHeading(text) && !isConventionItself(lines, position)) return position;
    const above = lines[position - 1]?.text ?? '';
    const isName = displayWidth(text) <= 25 && documentName.test(text) && !numberedLine.test(text);
    if (isName && numbered >= 3 && isSignature(above) && !isConventionItself(lines, position)) return position;
    if (notesHeading.test(text) && numbered >= 3 && before > length * 0.5) return position;
    if (numberedLine.test(text)) numbered += 1;
    before += text.length;
  }
  return lines.length;
}

/** 附件： of a notice that says no more than that the convention below it holds. */
function isConventionItself(lines: readonly SourceLine[], position: number): boolean {
  const own = lines[position]?.text ?? '';
  const title = isAnnexHeading(own) && isBareAnnexWord(own) ? lines[position + 1]?.text : own;
  if (title === undefined || !/(?:村规民约|村民公约|居民公约|乡规民约)/u.test(title)) return false;
  const articles = (part: readonly SourceLine[]) => part.filter(({ text }) => articleLine.test(text)).length;
  return articles(lines.slice(0, position)) === 0 && articles(lines.slice(position)) >= 3;
}

function isBareAnnexWord(heading: string): boolean {
  return displayWidth(heading.replace(/[：:\s]/gu, '')) <= 4;
}

function isHeadingLine(text: string): boolean {
  return !text.includes('\t') && !endsSentence(text) && headingLikeness(text) >= 0.35;
}

/** Builds an annex; neighbouring lines with tabs become a table. */
export function annexNode(annex: AnnexLines, id: string, paragraph: (text: string) => Paragraph): Annex {
  const content: Annex['content'] = [{ type: 'heading', content: paragraph(annex.heading).content }];
  for (const { text, cells = [text] } of annex.lines) {
    const last = content.at(-1);
    const columns = last?.type === 'table' ? last.content[0]?.content.length : undefined;
    // A single word with tabs around it is a row only below a row of as many cells.
    if ((!text.includes('\t') && cells.length !== columns) || cells.length > 50) {
      content.push(paragraph(text));
      continue;
    }
    const row = { type: 'row' as const, content: cells.map((cell) => ({ type: 'cell' as const, content: paragraph(cell).content })) };
    if (last?.type === 'table' && last.content.length < 1_900) last.content.push(row);
    else content.push({ type: 'table', content: [row] });
  }
  return { type: 'annex', attrs: { id }, content };
}
