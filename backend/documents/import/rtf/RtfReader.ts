import { anchor, withoutNoncharacters } from '#backend/documents/import/anchors.ts';
import { RevisionList } from '#backend/documents/import/RevisionList.ts';
import { codePageOf, codePageOfCharset, decodeRun } from '#backend/documents/import/rtf/codePages.ts';
import { RtfLines } from '#backend/documents/import/rtf/RtfLines.ts';
import { rtfTokens } from '#backend/documents/import/rtf/rtfTokens.ts';
import { rtfCharacters, rtfKeptStarred, rtfSkipped } from '#backend/documents/import/rtf/rtfWords.ts';
import { DomainError } from '#core/errors.ts';

/** What the words of a group are for. */
type Use = 'text' | 'label' | 'skip' | 'fonts' | 'instruction' | 'plain';
type State = {
  use: Use;
  /** what a group inside \upr goes back to */
  outerUse: Use;
  lines: RtfLines;
  font: number;
  fallback: number;
  isHidden: boolean;
  isInserted: boolean;
  isDeleted: boolean;
  author: number;
  isInTable: boolean;
  onClose: (() => void) | undefined;
};

const deepest = 2_000;

/** Walks over an RTF file once and collects its words, revisions and comments. Lines bear the anchors of anchors.ts. */
export class RtfReader {
  readonly main = new RtfLines();
  readonly margins = new RtfLines();
  readonly footnotes = new RtfLines();
  readonly revisions = new RevisionList();
  readonly comments: { author: string; text: string }[] = [];
  pictures = 0;
  textBoxes = 0;
  /** whether the file ends inside a group */
  isCutOff = false;
  readonly #bytes: Uint8Array;
  readonly #kept: 'accept' | 'reject';
  readonly #fonts = new Map<number, string | undefined>();
  #codePage = codePageOf(936);
  #usualFont = 0;
  #authors: string[] = [];
  #commentAuthor = '';
  #plain = '';
  #instructions: string[] = [];
  #run: number[] = [];
  #toSkip = 0;
  #isStarred = false;
  #lastRevision = -1;
  #state: State;
  readonly #outer: State[] = [];

  constructor(bytes: Uint8Array, kept: 'accept' | 'reject') {
    this.#bytes = bytes;
    this.#kept = kept;
    this.#state = {
      use: 'text', outerUse: 'text', lines: this.main, font: 0, fallback: 1, isHidden: false, isInserted: false, isDeleted: false, author: 0, isInTable: false, onClose: undefined,
    };
  }

  read() {
    for (const token of rtfTokens(this.#bytes)) {
      if (token.type === 'byte') this.#byte(token.value);
      else if (token.type === 'text') for (let at = token.from; at < token.to; at += 1) this.#byte(this.#bytes[at] ?? 0x20);
      else {
        this.#flush();
        if (token.type === 'open') this.#open();
        else if (token.type === 'close') this.#close();
        else this.#word(token.word, token.value);
      }
    }
    this.#flush();
    this.isCutOff = this.#outer.length > 0;
    while (this.#outer.length > 0) this.#close();
  }

  #open() {
    if (this.#outer.length >= deepest) throw new DomainError('FILE_UNSAFE', '层次太深');
    this.#outer.push(this.#state);
    this.#state = { ...this.#state, onClose: undefined };
    this.#toSkip = 0;
    this.#isStarred = false;
  }

  #close() {
    const { onClose } = this.#state;
    const outer = this.#outer.pop();
    if (outer !== undefined) this.#state = outer;
    onClose?.();
    this.#toSkip = 0;
    this.#isStarred = false;
  }

  #byte(value: number) {
    this.#isStarred = false;
    if (this.#toSkip > 0) this.#toSkip -= 1;
    else if (this.#state.use !== 'skip') this.#run.push(value);
  }

  #flush() {
    if (this.#run.length === 0) return;
    const bytes = Uint8Array.from(this.#run);
    this.#run = [];
    this.#text(decodeRun(bytes, this.#fonts.get(this.#state.font), this.#codePage));
  }

  #text(text: string) {
    const { use, lines } = this.#state;
    if (use === 'skip' || use === 'fonts') return;
    if (use === 'plain') this.#plain += text;
    else if (use === 'instruction') this.#instructions[this.#instructions.length - 1] += text;
    else if (!this.#state.isHidden) {
      const words = withoutNoncharacters(use === 'label' ? text.replaceAll('\t', ' ') : text);
      if (lines === this.main) this.#mainText(words);
      else lines.append(words);
    }
  }

  #mainText(text: string) {
    const { isInserted, isDeleted, author } = this.#state;
    if (!isInserted && !isDeleted) {
      if (text !== '') this.revisions.close();
      this.main.append(text);
      return;
    }
    const index = this.revisions.add(isDeleted ? 'deletion' : 'insertion', this.#authors[author] ?? '', text);
    if (index !== this.#lastRevision) this.main.append(anchor('r', String(index)));
    this.#lastRevision = index;
    const id = String(index);
    this.main.append(this.#keepsRevised() ? `${anchor('i', id)}${text}${anchor('j', id)}` : anchor('d', `${id}:${text}`));
  }

  #keepsRevised(): boolean {
    const { isInserted, isDeleted } = this.#state;
    return this.#kept === 'accept' ? !isDeleted : !isInserted;
  }

  #endParagraph() {
    if (this.#state.use !== 'text' && this.#state.use !== 'label') return;
    if (this.#state.lines === this.main && !this.#keepsRevised()) return;
    this.#state.lines.endParagraph(this.#state.isInTable);
  }

  #word(word: string, value: number | undefined) {
    if (this.#toSkip > 0 && rtfCharacters.has(word)) {
      this.#toSkip -= 1;
      return;
    }
    this.#toSkip = 0;
    if (word === '*') {
      this.#isStarred = true;
      return;
    }
    const isStarred = this.#isStarred;
    this.#isStarred = false;
    if (isStarred && !rtfKeptStarred.has(word)) {
      this.#state.use = 'skip';
      return;
    }
    if (word === 'ud') {
      this.#state.use = this.#state.outerUse;
      return;
    }
    const isSkipped = this.#state.use === 'skip';
    if (!isSkipped) this.#destination(word);
    const character = rtfCharacters.get(word);
    if (character !== undefined) {
      if (!isSkipped) this.#text(character);
      return;
    }
    if (!isSkipped) this.#layout(word);
    this.#property(word, value);
  }

  /** Words that open a group of a use of its own. */
  #destination(word: string) {
    const state = this.#state;
    if (word === 'upr') {
      state.outerUse = state.use;
      state.use = 'skip';
    } else if (word === 'fonttbl') state.use = 'fonts';
    else if (word === 'listtext' || word === 'pntext') state.use = 'label';
    else if (/^(?:header|footer)[lrf]?$/u.test(word)) this.#aside(this.margins);
    else if (word === 'footnote') this.#aside(this.footnotes);
    else if (word === 'annotation') this.#comment();
    else if (word === 'atnauthor') this.#collect((text) => (this.#commentAuthor = text));
    else if (word === 'revtbl') this.#collect((text) => (this.#authors = text.split(';').map((name) => name.trim())));
    else if (word === 'shptxt' || word === 'dptxbxtext') this.#textBox();
    else if (word === 'field') {
      this.#instructions.push('');
      state.onClose = () => void this.#instructions.pop();
    } else if (word === 'fldinst') state.use = this.#instructions.length > 0 ? 'instruction' : 'skip';
    else if (word === 'fldrslt') {
      if (/^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/u.test(this.#instructions.at(-1) ?? '')) state.use = 'skip';
    } else if (rtfSkipped.has(word)) {
      if (word === 'pict') this.pictures += 1;
      state.use = 'skip';
    }
  }

  #aside(lines: RtfLines) {
    this.#state.use = 'text';
    this.#state.lines = lines;
    this.#state.isInTable = false;
    this.#state.onClose = () => lines.endParagraph(false);
  }

  #comment() {
    const lines = new RtfLines();
    this.#aside(lines);
    this.#state.onClose = () => {
      this.main.append(anchor('c', String(this.comments.length)));
      this.comments.push({ author: this.#commentAuthor.trim(), text: lines.finish().join('\n').trim() });
      this.#commentAuthor = '';
    };
  }

  #textBox() {
    const outer = this.#state.lines;
    const lines = new RtfLines();
    this.#aside(lines);
    this.textBoxes += 1;
    this.#state.onClose = () => outer.addAfter(lines.finish());
  }

  #collect(take: (text: string) => void) {
    this.#state.use = 'plain';
    this.#plain = '';
    this.#state.onClose = () => take(this.#plain);
  }

  #layout(word: string) {
    const { lines, use } = this.#state;
    if (use !== 'text' && use !== 'label') return;
    if (word === 'par' || word === 'sect' || word === 'page' || word === 'column' || word === '\r' || word === '\n') this.#endParagraph();
    else if (word === 'cell') lines.endCell();
    else if (word === 'row') lines.endRow();
    else if (word === 'nestcell' || word === 'nestrow') lines.append(' ');
  }

  #property(word: string, value: number | undefined) {
    const state = this.#state;
    const isOn = value !== 0;
    if (word === 'u') {
      this.#text(String.fromCharCode((value ?? 0x20) & 0xffff));
      this.#toSkip = state.fallback;
    } else if (word === 'uc') state.fallback = Math.max(0, Math.min(8, value ?? 1));
    else if (word === 'ansicpg') this.#codePage = codePageOf(value ?? 1252);
    else if (word === 'deff') {
      this.#usualFont = value ?? 0;
      state.font = this.#usualFont;
    } else if (word === 'f' && state.use !== 'skip') state.font = value ?? 0;
    else if (word === 'fcharset' && state.use === 'fonts') this.#fonts.set(state.font, codePageOfCharset(value ?? 0));
    else if (word === 'v') state.isHidden = isOn;
    else if (word === 'deleted') state.isDeleted = isOn;
    else if (word === 'revised') state.isInserted = isOn;
    else if (word === 'revauth' || word === 'revauthdel') state.author = value ?? 0;
    else if (word === 'intbl') state.isInTable = true;
    else if (word === 'pard') state.isInTable = false;
    else if (word === 'plain') {
      state.font = this.#usualFont;
      state.isHidden = false;
      state.isDeleted = false;
      state.isInserted = false;
    }
  }
}
