import { formatNumber } from '#backend/documents/import/formatNumber.ts';
import type { HtmlElement } from '#backend/documents/import/html/parseHtml.ts';
import { styleValue } from '#backend/documents/import/html/styleValue.ts';

/** HTML's `type` of a list, as its CSS name. The case of the letter matters. */
const types = new Map([
  ['1', 'decimal'],
  ['a', 'lower-alpha'],
  ['A', 'upper-alpha'],
  ['i', 'lower-roman'],
  ['I', 'upper-roman'],
]);

/** CSS Counter Styles 3: how a counter is printed, with what stands behind it. */
const counters = new Map<string, [format: string, suffix: string]>([
  ['decimal', ['decimal', '. ']],
  ['decimal-leading-zero', ['decimalZero', '. ']],
  ['lower-alpha', ['lowerLetter', '. ']],
  ['lower-latin', ['lowerLetter', '. ']],
  ['upper-alpha', ['upperLetter', '. ']],
  ['upper-latin', ['upperLetter', '. ']],
  ['lower-roman', ['lowerRoman', '. ']],
  ['upper-roman', ['upperRoman', '. ']],
  ['cjk-ideographic', ['chineseCounting', '、']],
  ['cjk-decimal', ['ideographDigital', '、']],
  ['simp-chinese-informal', ['chineseCounting', '、']],
  ['trad-chinese-informal', ['chineseCounting', '、']],
  ['simp-chinese-formal', ['chineseLegalSimplified', '、']],
  ['trad-chinese-formal', ['ideographLegalTraditional', '、']],
]);

/** Counts the items of a list as a browser does: start, value, reversed. */
export class ListCounter {
  readonly #list: HtmlElement;
  readonly #step: number;
  #next: number;

  constructor(list: HtmlElement) {
    this.#list = list;
    const isReversed = list.attributes.has('reversed');
    this.#step = isReversed ? -1 : 1;
    const items = list.children.filter((child) => typeof child !== 'string' && child.name === 'li').length;
    this.#next = whole(list.attributes.get('start')) ?? (isReversed ? items : 1);
  }

  /** The label of the next item; empty where the list prints none. */
  label(item: HtmlElement): string {
    const value = whole(item.attributes.get('value')) ?? this.#next;
    this.#next = value + this.#step;
    const style = listStyle(item) ?? listStyle(this.#list) ?? (this.#list.name === 'ol' ? 'decimal' : 'disc');
    if (style === 'none') return '';
    const counter = counters.get(style);
    if (counter === undefined) return this.#list.name === 'ol' && !['disc', 'circle', 'square'].includes(style) ? `${value}. ` : '● ';
    return `${formatNumber(value, counter[0])}${counter[1]}`;
  }
}

function listStyle(element: HtmlElement): string | undefined {
  const type = element.attributes.get('type');
  const style = styleValue(element, 'list-style-type') ?? styleValue(element, 'list-style')?.split(' ').find((word) => word === 'none' || counters.has(word));
  return style ?? (type === undefined ? undefined : (types.get(type) ?? type.toLowerCase()));
}

function whole(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*-?\d{1,6}\s*$/u.test(text) ? Number(text) : undefined;
}
