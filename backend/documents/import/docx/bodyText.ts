import { anchor, anchorsIn, withoutAnchors, withoutNoncharacters } from '#backend/documents/import/anchors.ts';
import { NumberPrinter } from '#backend/documents/import/NumberPrinter.ts';
import { dateOf } from '#backend/documents/import/docx/dateOf.ts';
import { RevisionList, type FileRevision } from '#backend/documents/import/RevisionList.ts';
import { tableLines } from '#backend/documents/import/tableLines.ts';
import { numberProperty, type ParagraphStyle } from '#backend/documents/import/docx/styles.ts';
import { attribute, childElements, childNamed, childValue, type XmlElement } from '#backend/documents/import/parseXml.ts';

/** What was met on the way that the text does not show. */
export type BodyFindings = { pictures: number; textBoxes: number; contents: number; embedded: number };

/** What is kept of revisions: accept keeps insertions, reject keeps deletions. */
export type KeptRevisions = 'accept' | 'reject';

export type BodyStyles = { byId: ReadonlyMap<string, ParagraphStyle>; normal: string | undefined };

type Field = { phase: 'code' | 'result'; code: string };

/** Reads w:body (or a header, a text box) as lines: automatic numbers printed, soft returns as line ends, table cells parted by tabs. */
export class BodyReader {
  findings: BodyFindings = { pictures: 0, textBoxes: 0, contents: 0, embedded: 0 };
  readonly revisions = new RevisionList();
  readonly #styles: BodyStyles;
  readonly #numbers: NumberPrinter;
  readonly #kept: KeptRevisions;
  #fields: Field[] = [];
  #boxes: XmlElement[] = [];
  #depth = 0;
  /** the name under which a move stands at either of its places, by the kind of place */
  readonly #moveNames = new Map<string, string>();
  /** the index of the revision that moved something, by that name, else by its words */
  readonly #moves = new Map<string, number>();

  constructor(styles: BodyStyles, numbers: NumberPrinter, kept: KeptRevisions) {
    this.#styles = styles;
    this.#numbers = numbers;
    this.#kept = kept;
  }

  /** Lines with anchors in them where revisions and comments stand; `readAnchors` takes them out. */
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
      const { label, text, endsHere, boxes } = this.#paragraph(block);
      // Words that were taken away stood before the number of what follows them; words that stay share its line.
      pending = withoutAnchors(pending) === '' ? `${pending}${label}${text}` : `${label}${pending}${text}`;
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
        case 'customXml':
        case 'smartTag':
          return this.#blocks(child);
        case 'ins':
        case 'moveTo':
        case 'del':
        case 'moveFrom':
          if (child.localName !== 'moveTo') this.#add(child, '');
          return this.#keeps(child) ? this.#blocks(child) : [];
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

  /** Whether what stands inside a revision belongs to the text that is asked for. */
  #keeps(revision: XmlElement): boolean {
    const isAdded = revision.localName === 'ins' || revision.localName === 'moveTo';
    return isAdded === (this.#kept === 'accept');
  }

  #paragraph(paragraph: XmlElement): { label: string; text: string; endsHere: boolean; boxes: string[] } {
    const properties = childNamed(paragraph, 'pPr');
    const styleId = childValue(properties, 'pStyle') ?? this.#styles.normal;
    const style = styleId === undefined ? undefined : this.#styles.byId.get(styleId);
    const outerBoxes = this.#boxes;
    this.#boxes = [];
    let text = this.#inline(paragraph);
    const mark = childNamed(properties, 'rPr');
    const revisedMark = mark === undefined ? undefined : (childNamed(mark, 'del') ?? childNamed(mark, 'ins') ?? childNamed(mark, 'moveFrom') ?? childNamed(mark, 'moveTo'));
    const endsHere = revisedMark === undefined || this.#keeps(revisedMark);
    if (revisedMark === undefined) this.revisions.close();
    else text += this.#record(revisedMark, '\n', endsHere ? '' : undefined);
    const boxes = this.#boxes.flatMap((box) => this.lines(box));
    this.#boxes = outerBoxes;
    if (style !== undefined && /^toc ?\d|^table of (?:contents|figures)/u.test(style.name) && text.trim() !== '') {
      this.findings.contents += 1;
      return { label: '', text: '', endsHere: true, boxes };
    }
    const own = numberProperty(properties);
    const numId = own?.numId ?? style?.number?.numId;
    const level = own?.level ?? (own?.numId === undefined ? style?.number?.level : undefined);
    const label = numId === undefined || numId === '0' || !endsHere ? '' : this.#numbers.next({ numId, level }, styleId);
    return { label, text, endsHere, boxes };
  }

  #add(revision: XmlElement, text: string): number {
    return this.revisions.add(revisionKind(revision), attribute(revision, 'author') ?? '', text, dateOf(revision));
  }

  /**
   * Notes a revision and answers the marks of its place around what is kept of its words, undefined for nothing at all.
   * The second half of a move is no revision of its own: it stands under the name of the move.
   */
  #record(revision: XmlElement, words: string, kept: string | undefined): string {
    const text = words === '\n' ? '' : words;
    const move = (this.#moveNames.get(revision.localName) ?? text).replaceAll(':', '');
    const index = revision.localName === 'moveTo' ? undefined : this.#add(revision, text);
    if (index !== undefined && revision.localName === 'moveFrom' && text !== '') this.#moves.set(move, index);
    const id = index === undefined ? `=${move}` : String(index);
    const place = index === undefined ? '' : anchor('r', id);
    return kept === undefined ? `${place}${anchor('d', `${id}:${words}`)}` : `${place}${anchor('i', id)}${kept}${anchor('j', id)}`;
  }

  /** The revision that a mark's id names: the index of one, or the name of a move. */
  revisionOf(id: string): number | undefined {
    return id.startsWith('=') ? this.#moves.get(id.slice(1)) : Number(id);
  }

  #revised(revision: XmlElement): string {
    if (this.#keeps(revision)) {
      const text = this.#withinRevision(revision);
      return this.#record(revision, withoutAnchors(text), text);
    }
    const fields = this.#fields.map((field) => ({ ...field }));
    const boxes = this.#boxes;
    const { findings } = this;
    this.#boxes = [];
    this.findings = { ...findings };
    const text = this.#withinRevision(revision);
    this.#fields = fields;
    this.#boxes = boxes;
    this.findings = findings;
    return `${this.#record(revision, withoutAnchors(text), undefined)}${anchorsIn(text)}`;
  }

  /** The words inside one revision are no words outside of all. */
  #withinRevision(revision: XmlElement): string {
    this.#depth += 1;
    const text = this.#inline(revision);
    this.#depth -= 1;
    return text;
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
      case 'annotationRef':
      case 'rt':
        return '';
      case 'r':
        return isHidden(element) ? '' : this.#inline(element);
      case 't':
      case 'delText': {
        if (this.#inFieldCode()) return '';
        const text = withoutNoncharacters(element.text);
        if (this.#depth === 0 && text !== '') this.revisions.close();
        return text;
      }
      case 'commentRangeStart':
        return anchor('s', attribute(element, 'id') ?? '');
      case 'commentRangeEnd':
        return anchor('e', attribute(element, 'id') ?? '');
      case 'commentReference':
        return anchor('c', attribute(element, 'id') ?? '');
      case 'moveFromRangeStart':
      case 'moveToRangeStart': {
        const name = attribute(element, 'name');
        if (name !== undefined) this.#moveNames.set(element.localName.replace('RangeStart', ''), name);
        return '';
      }
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
      case 'instrText':
      case 'delInstrText': {
        const field = this.#fields.at(-1);
        if (field?.phase === 'code') field.code += element.text;
        return '';
      }
      case 'fldChar':
        this.#fieldChar(attribute(element, 'fldCharType'));
        return '';
      case 'fldSimple':
        return /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/u.test(attribute(element, 'instr') ?? '') ? '' : this.#inline(element);
      case 'ins':
      case 'moveTo':
      case 'del':
      case 'moveFrom':
        return this.#revised(element);
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

  #table(table: XmlElement): string[] {
    // A row that revisions take away is read all the same, so that they are listed.
    const rows = this.#rows(table, 'tr')
      .map((row) => ({
        isKept: this.#keepsRow(row),
        cells: this.#rows(row, 'tc').map((cell) => this.lines(cell).filter((line) => withoutAnchors(line).trim() !== '')),
      }))
      .flatMap(({ isKept, cells }) => (isKept ? [cells] : []));
    return tableLines(rows);
  }

  #keepsRow(row: XmlElement): boolean {
    const properties = childNamed(row, 'trPr');
    const revision = childNamed(properties, 'del') ?? childNamed(properties, 'ins');
    return revision === undefined || this.#keeps(revision);
  }

  #rows(container: XmlElement, name: 'tr' | 'tc'): XmlElement[] {
    return childElements(container).flatMap((child): XmlElement[] => {
      if (child.localName === name) return [child];
      if (child.localName === 'sdt') return this.#rows(childNamed(child, 'sdtContent') ?? child, name);
      return child.localName === 'ins' || child.localName === 'customXml' || child.localName === 'sdtContent' ? this.#rows(child, name) : [];
    });
  }
}

/** Hidden text is neither shown nor printed. */
function isHidden(run: XmlElement): boolean {
  const hidden = childNamed(childNamed(run, 'rPr'), 'vanish');
  return hidden !== undefined && !/^(?:0|false|off)$/u.test(attribute(hidden, 'val') ?? '');
}

function revisionKind(revision: XmlElement): FileRevision['kind'] {
  return revision.localName === 'ins' ? 'insertion' : revision.localName === 'del' ? 'deletion' : 'move';
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
