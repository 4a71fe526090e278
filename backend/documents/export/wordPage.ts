import {
  AlignmentType,
  DocumentGridType,
  Footer,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type FileChild,
  type IParagraphOptions,
  type ISectionOptions,
  type ParagraphChild,
} from 'docx';
import { noteType, wordFont, wordText } from '#backend/documents/export/wordText.ts';

/** Twentieths of a point. */
function twips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440);
}

/** The type area of GB/T 9704: 156 mm by 225 mm, 22 lines of 28 characters; turned, the area of a wide table. */
export const textWidth = { portrait: twips(156), landscape: twips(257) } as const;

/** 29 pt from line to line. */
const lineDistance = { line: 580, lineRule: LineRuleType.EXACT } as const;

/** A section of A4 with its page number, and beside it what every page says of the text. */
export function wordSection(children: FileChild[], options: { landscape?: boolean; mark?: string } = {}): ISectionOptions {
  const landscape = options.landscape === true;
  const margin = landscape
    ? { top: twips(24), bottom: twips(22), left: twips(20), right: twips(20) }
    : { top: twips(37), bottom: twips(35), left: twips(28), right: twips(26) };
  const number = new TextRun({ font: wordFont({ face: 'songti', size: 28 }), size: 28, children: ['— ', PageNumber.CURRENT, ' —'] });
  const mark = options.mark === undefined ? [] : wordText(`　　${options.mark}`, noteType);
  return {
    properties: {
      page: {
        size: {
          width: twips(210),
          height: twips(297),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { ...margin, footer: twips(landscape ? 12 : 25) },
      },
      // Word's 三号 is 16 pt, 28 of which are wider than the type area: the grid takes 0.207 pt (in 4096ths) off each.
      ...(landscape ? {} : { grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: 580, charSpace: -848 } }),
    },
    footers: { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number, ...mark] })] }) },
    children,
  };
}

/** A paragraph of the text: first line two characters in, both edges even. */
export function wordParagraph(children: ParagraphChild[], options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    indent: { firstLine: 640, firstLineChars: 200 },
    spacing: lineDistance,
    ...options,
    children,
  });
}

/**
 * A line without indent, in the middle or at an edge. `before`, `after`, `line`: points.
 * An exact `line` (29 by default) keeps small notes off the grid of the text; a picture needs `auto`, or Word cuts it off.
 */
export function wordLine(
  children: ParagraphChild[],
  options: { alignment?: IParagraphOptions['alignment']; before?: number; after?: number; line?: number | 'auto' } & Omit<IParagraphOptions, 'spacing' | 'alignment'> = {},
): Paragraph {
  const { alignment, before, after, line = 29, ...others } = options;
  const height = line === 'auto' ? {} : { line: line * 20, lineRule: LineRuleType.EXACT };
  return new Paragraph({
    ...others,
    alignment: alignment ?? AlignmentType.LEFT,
    spacing: { before: (before ?? 0) * 20, after: (after ?? 0) * 20, ...height },
    children,
  });
}
