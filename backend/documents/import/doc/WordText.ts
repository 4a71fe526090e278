import { anchor, withoutNoncharacters } from '#backend/documents/import/anchors.ts';
import { characterFormats, formatFinder, paragraphFormats, propertyCodes, type FormatRun } from '#backend/documents/import/doc/formats.ts';
import { readLists } from '#backend/documents/import/doc/lists.ts';
import { isMark } from '#backend/documents/import/doc/plainLines.ts';
import type { Piece } from '#backend/documents/import/doc/pieces.ts';
import { levelOf, listOf, readStyles } from '#backend/documents/import/doc/styles.ts';
import { u8, u16, type WordStreams } from '#backend/documents/import/doc/WordStreams.ts';
import { NumberPrinter } from '#backend/documents/import/NumberPrinter.ts';
import { RevisionList } from '#backend/documents/import/RevisionList.ts';
import { tableLines } from '#backend/documents/import/tableLines.ts';

/** Characters with a meaning of their own ([MS-DOC] 2.4.1 and 2.9.38). */
const marks = { cell: '\u0007', line: '\u000b', page: '\u000c', paragraph: '\r', fieldStart: '\u0013', fieldMiddle: '\u0014', fieldEnd: '\u0015' };
const replacements = new Map([[marks.line, '\n'], ['\u001e', '-'], ['\u001f', ''], ['\u00a0', ' ']]);

/** Walks over a document's main text once: paragraphs, automatic numbers, cells, fields, revisions. Lines bear the anchors of anchors.ts. */
export class WordText {
  readonly revisions = new RevisionList();
  pictures = 0;
  contents = 0;
  /** paragraphs with an automatic number */
  numbered = 0;
  /** whether the file told of the formats of its paragraphs; else no automatic numbers are known */
  readonly hasFormats: boolean;
  readonly #styles: ReturnType<typeof readStyles>;
  readonly #numbers: NumberPrinter;
  readonly #paragraphAt: (at: number) => FormatRun | undefined;
  readonly #charactersAt: (at: number) => FormatRun | undefined;
  readonly #kept: 'accept' | 'reject';
  readonly #authors: readonly string[];
  readonly #comments: ReadonlyMap<number, number>;
  readonly #lines: string[] = [];
  #paragraph = '';
  #rows: string[][][] = [];
  #row: string[][] = [];
  #cell: string[] = [];
  #fields: { code: string; isResult: boolean }[] = [];
  #lastRevision = -1;

  /** `comments`: character position of a comment's reference → its index. */
  constructor(streams: WordStreams, kept: 'accept' | 'reject', authors: readonly string[], comments: ReadonlyMap<number, number>) {
    const paragraphs = paragraphFormats(streams);
    this.hasFormats = paragraphs.length > 0;
    this.#styles = readStyles(streams);
    this.#numbers = new NumberPrinter(readLists(streams));
    this.#paragraphAt = formatFinder(paragraphs);
    this.#charactersAt = formatFinder(characterFormats(streams));
    this.#kept = kept;
    this.#authors = authors;
    this.#comments = comments;
  }

  /** The lines of the first `count` characters. */
  lines(pieces: readonly Piece[], count: number): string[] {
    let position = 0;
    for (const { text, at, width } of pieces) {
      let run: FormatRun | undefined;
      for (let index = 0; index < text.length && position < count; index += 1, position += 1) {
        const place = at + index * width;
        if (run === undefined || place < run.from || place >= run.to) run = this.#charactersAt(place);
        this.#character(text[index] ?? '', place, run, position);
      }
    }
    if (this.#paragraph !== '' || this.#cell.length > 0 || this.#row.length > 0) this.#endParagraph(undefined);
    this.#endTable();
    return this.#lines;
  }

  #character(character: string, place: number, run: FormatRun | undefined, position: number) {
    const comment = this.#comments.get(position);
    if (comment !== undefined) this.#paragraph += anchor('c', String(comment));
    const endsText = character === marks.paragraph || character === marks.page || character === marks.cell;
    const isKept = this.#keeps(run, endsText || isMark(character) ? '' : character);
    if (endsText) {
      if (isKept) this.#end(character, this.#paragraphAt(place));
      return;
    }
    const field = this.#fields.at(-1);
    if (character === marks.fieldStart) this.#fields.push({ code: '', isResult: false });
    else if (character === marks.fieldMiddle && field !== undefined) field.isResult = true;
    else if (character === marks.fieldEnd) this.#fields.pop();
    else if (field !== undefined && !field.isResult) field.code += character;
    else if (character === '\u0001') this.pictures += 1;
    else if (isKept && !this.#isHiddenByField()) {
      const shown = replacements.get(character);
      if (shown !== undefined) this.#paragraph += shown;
      else if (!isMark(character)) this.#paragraph += withoutNoncharacters(character);
    }
  }

  /** What a field shows is text, unless it is a page number or stands in the code of another. */
  #isHiddenByField(): boolean {
    return this.#fields.some(({ code, isResult }) => !isResult || /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/u.test(code));
  }

  #keeps(run: FormatRun | undefined, character: string): boolean {
    const isOn = (code: number) => (run?.properties.get(code)?.byteLength ?? 0) > 0 && (run?.properties.get(code)?.getUint8(0) ?? 0) === 1;
    const isDeleted = isOn(propertyCodes.isDeleted);
    const isInserted = isOn(propertyCodes.isInserted);
    if (!isDeleted && !isInserted) {
      this.revisions.close();
      return true;
    }
    const author = run?.properties.get(isDeleted ? propertyCodes.deletedBy : propertyCodes.insertedBy) ?? run?.properties.get(propertyCodes.insertedBy);
    const index = this.revisions.add(isDeleted ? 'deletion' : 'insertion', this.#authors[author === undefined ? -1 : u16(author, 0)] ?? '', character);
    if (index !== this.#lastRevision) this.#paragraph += anchor('r', String(index));
    this.#lastRevision = index;
    return this.#kept === 'accept' ? !isDeleted : !isInserted;
  }

  #end(character: string, format: FormatRun | undefined) {
    if (character !== marks.cell) {
      // A paragraph inside a cell ends like any other; its cell is known by the mark that follows.
      if (this.#isInTable(format)) this.#endCellParagraph(format);
      else this.#endParagraph(format);
      return;
    }
    const endsRow = format?.properties.get(propertyCodes.endsRow);
    if (endsRow !== undefined && u8(endsRow, 0) === 1) {
      this.#rows.push(this.#row);
      this.#row = [];
      this.#paragraph = '';
      return;
    }
    this.#endCellParagraph(format);
    this.#row.push(this.#cell);
    this.#cell = [];
  }

  #isInTable(format: FormatRun | undefined): boolean {
    const operand = format?.properties.get(0x2416);
    return operand !== undefined && u8(operand, 0) === 1;
  }

  #endCellParagraph(format: FormatRun | undefined) {
    for (const line of this.#printed(format).split('\n')) if (line.trim() !== '') this.#cell.push(line);
    this.#paragraph = '';
  }

  #endParagraph(format: FormatRun | undefined) {
    if (this.#row.length > 0 || this.#cell.length > 0) {
      this.#row.push(this.#cell);
      this.#rows.push(this.#row);
      this.#row = [];
      this.#cell = [];
    }
    this.#endTable();
    for (const line of this.#printed(format).split('\n')) this.#lines.push(line);
    this.#paragraph = '';
  }

  #printed(format: FormatRun | undefined): string {
    const text = this.#paragraph;
    const style = this.#styles[format?.style ?? 0];
    if (style?.isContents === true && text.trim() !== '') {
      this.contents += 1;
      return '';
    }
    const list = listOf(format?.properties) ?? style?.list ?? 0;
    if (list === 0 || format === undefined) return text;
    const level = levelOf(format.properties) ?? style?.level;
    const label = this.#numbers.next({ numId: String(list), level }, String(format.style));
    if (label !== '') this.numbered += 1;
    return `${label}${text}`;
  }

  #endTable() {
    const rows = this.#rows.filter((row) => row.length > 0);
    this.#rows = [];
    if (rows.length > 0) for (const line of tableLines(rows)) this.#lines.push(line);
  }
}
