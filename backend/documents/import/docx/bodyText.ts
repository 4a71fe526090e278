import { NumberPrinter } from '#backend/documents/import/docx/numbering.ts';
import { numberProperty, type ParagraphStyle } from '#backend/documents/import/docx/styles.ts';
import { attribute, childElements, childNamed, childValue, type XmlElement } from '#backend/documents/import/parseXml.ts';

/** What was met on the way that the text does not show. */
export type BodyFindings = { insertions: number; deletions: number; moves: number; pictures: number; textBoxes: number; contents: number; embedded: number };

export type BodyStyles = { byId: ReadonlyMap<string, ParagraphStyle>; normal: string | undefined };

type Field = { phase: 'code' | 'result'; code: string };

/** Reads w:body (or a header, a text box) as lines: automatic numbers printed, soft returns as line ends, table cells parted by tabs. */
export class BodyReader {
  readonly findings: BodyFindings = { insertions: 0, deletions: 0, moves: 0, pictures: 0, textBoxes: 0, contents: 0, embedded: 0 };
  readonly #styles: BodyStyles;
  readonly #numbers: NumberPrinter;
  #fields: Field[] = [];
  #boxes: XmlElement[] = [];

  constructor(styles: BodyStyles, numbers: NumberPrinter) {
    this.#styles = styles;
    this.#numbers = numbers;
  }

  lines(container: XmlElement): string[] {
    const lines: string[] = [];
    let pending = '';
    for (const block of this.#blocks(container)) {
      if (block.localName === 'tbl') {
        if (pending !== '') lines.push(pending);
        pending = '';
        for (const line of this.#table(block)) lines.push(line);
        continue;
      }
      const { text, endsHere, boxes } = this.#paragraph(block);
      pending += text;
      if (endsHere) {
        for (const line of pending.split('\n')) lines.push(line);
        pending = '';
      }
      for (const line of boxes) lines.push(line);
    }
    if (pending !== '') for (const line of pending.split('\n')) lines.push(line);
    return lines;
  }

  /** Paragraphs and tables of a container, content controls and revisions opened. */
  #blocks(container: XmlElement): XmlElement[] {
    return childElements(container).flatMap((child): XmlElement[] => {
      switch (child.localName) {
        case 'p':
        case 'tbl':
          return [child];
        case 'sdt': {
          const content = childNamed(child, 'sdtContent');
          return content === undefined ? [] : this.#blocks(content);
        }
        case 'ins':
        case 'moveTo':
        case 'customXml':
        case 'smartTag':
          this.#count(child);
          return this.#blocks(child);
        case 'del':
        case 'moveFrom':
          this.#count(child);
          return [];
        case 'AlternateContent': {
          const choice = childNamed(child, 'Choice') ?? childNamed(child, 'Fallback');
          return choice === undefined ? [] : this.#blocks(choice);
        }
        case 'altChunk':
          this.findings.embedded += 1;
          return [];
        default:
          return [];
      }
    });
  }

  #count(element: XmlElement) {
    if (element.localName === 'ins') this.findings.insertions += 1;
    else if (element.localName === 'del') this.findings.deletions += 1;
    else if (element.localName === 'moveFrom') this.findings.moves += 1;
  }

  #paragraph(paragraph: XmlElement): { text: string; endsHere: boolean; boxes: string[] } {
    const properties = childNamed(paragraph, 'pPr');
    const styleId = childValue(properties, 'pStyle') ?? this.#styles.normal;
    const style = styleId === undefined ? undefined : this.#styles.byId.get(styleId);
    const outerBoxes = this.#boxes;
    this.#boxes = [];
    const text = this.#inline(paragraph);
    const boxes = this.#boxes.flatMap((box) => this.lines(box));
    this.#boxes = outerBoxes;
    const mark = childNamed(properties, 'rPr');
    const isMarkDeleted = childNamed(mark, 'del') !== undefined;
    if (isMarkDeleted) this.findings.deletions += 1;
    if (childNamed(mark, 'ins') !== undefined) this.findings.insertions += 1;
    if (style !== undefined && /^toc ?\d|^table of (?:contents|figures)/u.test(style.name) && text.trim() !== '') {
      this.findings.contents += 1;
      return { text: '', endsHere: true, boxes };
    }
    const own = numberProperty(properties);
    const numId = own?.numId ?? style?.number?.numId;
    const level = own?.level ?? (own?.numId === undefined ? style?.number?.level : undefined);
    const label = numId === undefined || numId === '0' || isMarkDeleted ? '' : this.#numbers.next({ numId, level }, styleId);
    return { text: `${label}${text}`, endsHere: !isMarkDeleted, boxes };
  }

  #inline(parent: XmlElement): string {
    let text = '';
    for (const child of childElements(parent)) text += this.#inlineElement(child);
    return text;
  }

  #inlineElement(element: XmlElement): string {
    switch (element.localName) {
      case 'pPr':
      case 'rPr':
      case 'delText':
      case 'delInstrText':
      case 'annotationRef':
      case 'rt':
        return '';
      case 't':
        return this.#inFieldCode() ? '' : (element.textContent ?? '');
      case 'tab':
      case 'ptab':
        return '\t';
      case 'br':
      case 'cr':
        return '\n';
      case 'noBreakHyphen':
        return '-';
      case 'sym':
        return '●';
      case 'instrText': {
        const field = this.#fields.at(-1);
        if (field?.phase === 'code') field.code += element.textContent ?? '';
        return '';
      }
      case 'fldChar':
        this.#fieldChar(attribute(element, 'fldCharType'));
        return '';
      case 'fldSimple':
        return /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/u.test(attribute(element, 'instr') ?? '') ? '' : this.#inline(element);
      case 'ins':
      case 'moveTo':
        this.#count(element);
        return this.#inline(element);
      case 'del':
      case 'moveFrom':
        this.#count(element);
        return '';
      case 'drawing':
      case 'pict':
      case 'object':
        this.#drawing(element);
        return '';
      case 'AlternateContent': {
        const choice = childNamed(element, 'Choice') ?? childNamed(element, 'Fallback');
        return choice === undefined ? '' : this.#inline(choice);
      }
      default:
        return this.#inline(element);
    }
  }

  /** Between begin and separate stands the code of a field; page numbers are no text at all. */
  #inFieldCode(): boolean {
    return this.#fields.some(({ phase, code }) => phase === 'code' || /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/u.test(code));
  }

  #fieldChar(type: string | undefined) {
    const field = this.#fields.at(-1);
    if (type === 'begin') this.#fields.push({ phase: 'code', code: '' });
    else if (type === 'separate' && field !== undefined) field.phase = 'result';
    else if (type === 'end') this.#fields.pop();
  }

  #drawing(drawing: XmlElement) {
    const boxes = textBoxesIn(drawing);
    this.findings.textBoxes += boxes.length;
    this.#boxes.push(...boxes);
    if (boxes.length === 0) this.findings.pictures += 1;
  }

  /** A table of one column, or one whose cells hold whole passages, is layout: its paragraphs are lines. */
  #table(table: XmlElement): string[] {
    const rows = this.#rows(table, 'tr').map((row) => this.#rows(row, 'tc').map((cell) => this.lines(cell).filter((line) => line.trim() !== '')));
    const isLayout = rows.every((row) => row.length <= 1) || rows.some((row) => row.some((cell) => cell.length > 3));
    if (isLayout) return rows.flat(2);
    return rows.map((row) => row.map((cell) => cell.join(' ')).join('\t'));
  }

  #rows(container: XmlElement, name: 'tr' | 'tc'): XmlElement[] {
    return childElements(container).flatMap((child): XmlElement[] => {
      if (child.localName === name) return [child];
      if (child.localName === 'sdt') return this.#rows(childNamed(child, 'sdtContent') ?? child, name);
      return child.localName === 'ins' || child.localName === 'customXml' || child.localName === 'sdtContent' ? this.#rows(child, name) : [];
    });
  }
}

/** The outermost text boxes of a drawing; of two alternatives only the first is what the page shows. */
function textBoxesIn(element: XmlElement): XmlElement[] {
  return childElements(element).flatMap((child) => {
    if (child.localName === 'txbxContent') return [child];
    if (child.localName === 'AlternateContent') {
      const choice = childNamed(child, 'Choice') ?? childNamed(child, 'Fallback');
      return choice === undefined ? [] : textBoxesIn(choice);
    }
    return textBoxesIn(child);
  });
}
