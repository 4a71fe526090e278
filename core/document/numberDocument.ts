import { chineseNumeral } from '#core/text/chineseNumeral.ts';
import type { ConventionDocument, ItemMarker, NumberingStyle } from '#core/document/document.ts';

/** The printed numbers of a document, by id. Computed from position, never stored. */
export type Numbering = {
  /** article, chapter and section id → label as printed (第十二条, 一、, 1., 第一章); an empty string where the style prints none */
  labels: ReadonlyMap<string, string>;
  /** article id → its number, 1-based, within the numbering scope */
  numbers: ReadonlyMap<string, number>;
};

export function articleLabel(number: number, style: NumberingStyle): string {
  switch (style) {
    case 'article':
      return `第${chineseNumeral(number)}条`;
    case 'chinese':
      return `${chineseNumeral(number)}、`;
    case 'arabic':
      return `${number}.`;
    case 'none':
      return '';
  }
}

/** The label of the item at `index` (0-based) of a list. ① to ⑳ exist; beyond them parentheses are used. */
export function itemLabel(index: number, marker: ItemMarker): string {
  const number = index + 1;
  switch (marker) {
    case 'parenthesizedChinese':
      return `（${chineseNumeral(number)}）`;
    case 'chinese':
      return `${chineseNumeral(number)}、`;
    case 'arabic':
      return `${number}.`;
    case 'arabicComma':
      return `${number}、`;
    case 'parenthesizedArabic':
      return `（${number}）`;
    case 'circled':
      return number <= 20 ? String.fromCodePoint(0x2460 + index) : `（${number}）`;
    case 'bullet':
      return '●';
  }
}

/** Computes every printed number of a document in one pass. */
export function numberDocument(document: ConventionDocument): Numbering {
  const labels = new Map<string, string>();
  const numbers = new Map<string, number>();
  const { numberingStyle, numberingScope } = document.attrs;
  let chapter = 0;
  let article = 0;
  const numberArticle = (id: string) => {
    article += 1;
    numbers.set(id, article);
    labels.set(id, articleLabel(article, numberingStyle));
  };
  for (const part of document.content) {
    if (part.type === 'article') numberArticle(part.attrs.id);
    if (part.type !== 'chapter') continue;
    chapter += 1;
    labels.set(part.attrs.id, `第${chineseNumeral(chapter)}章`);
    if (numberingScope === 'chapter') article = 0;
    let section = 0;
    for (const child of part.content) {
      if (child.type === 'article') numberArticle(child.attrs.id);
      if (child.type !== 'section') continue;
      section += 1;
      labels.set(child.attrs.id, `第${chineseNumeral(section)}节`);
      for (const inner of child.content) if (inner.type === 'article') numberArticle(inner.attrs.id);
    }
  }
  return { labels, numbers };
}

/**
 * How a sentence names an article: always 第十二条, whatever style the numbers are printed in.
 * A reference whose target is gone reads 第〔原条文已删〕条, so that nobody overlooks it.
 */
export function referenceText(target: string, numbering: Numbering): string {
  const number = numbering.numbers.get(target);
  return number === undefined ? '第〔原条文已删〕条' : `第${chineseNumeral(number)}条`;
}
