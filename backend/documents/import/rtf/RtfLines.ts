import { tableLines } from '#backend/documents/import/tableLines.ts';

/** Collects paragraphs, cells and rows as they come, and gives them out as lines. */
export class RtfLines {
  readonly #lines: string[] = [];
  readonly #after: string[] = [];
  #paragraph = '';
  #rows: string[][][] = [];
  #row: string[][] = [];
  #cell: string[] = [];

  append(text: string) {
    this.#paragraph += text;
  }

  /** Lines that stand behind the paragraph that is being read: those of a text box. */
  addAfter(lines: readonly string[]) {
    for (const line of lines) this.#after.push(line);
  }

  endParagraph(isInTable: boolean) {
    const lines = this.#paragraph.split('\n');
    this.#paragraph = '';
    if (isInTable) {
      for (const line of lines) if (line.trim() !== '') this.#cell.push(line);
      return;
    }
    this.#endTable();
    for (const line of [...lines, ...this.#after.splice(0)]) this.#lines.push(line);
  }

  endCell() {
    if (this.#paragraph !== '') this.endParagraph(true);
    this.#row.push(this.#cell);
    this.#cell = [];
  }

  endRow() {
    if (this.#row.length > 0) this.#rows.push(this.#row);
    this.#row = [];
  }

  /** All lines; what a file that was cut off left open stands at the end. */
  finish(): string[] {
    if (this.#cell.length > 0 || this.#row.length > 0) this.endCell();
    this.endRow();
    if (this.#paragraph !== '' || this.#after.length > 0) this.endParagraph(false);
    this.#endTable();
    return this.#lines;
  }

  #endTable() {
    if (this.#rows.length === 0) return;
    for (const line of tableLines(this.#rows)) this.#lines.push(line);
    this.#rows = [];
    for (const line of this.#after.splice(0)) this.#lines.push(line);
  }
}
