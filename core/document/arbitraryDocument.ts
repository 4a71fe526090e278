import * as fc from 'fast-check';
import {
  itemMarkers,
  numberingScopes,
  numberingStyles,
  type Annex,
  type Article,
  type Chapter,
  type ConventionDocument,
  type Inline,
  type ItemList,
  type Mark,
  type Paragraph,
  type Part,
  type Section,
  type SubitemList,
} from '#core/document/document.ts';

/** Hands out ids while a generated document is put together; articles are counted, so that references can point at them. */
type Ids = { next(prefix: string): string; article(): string; target(choice: number): string };
type Make<T> = (ids: Ids) => T;

const characters = [
  ...'村民应当遵守本公约不得罚款由委员会批评教育垃圾分类邻里和睦红白喜事一二三十百0123456789abWPS',
  ...'，。；：、（）《》“”　 ',
  '𠮷',
  '㐂',
  'é',
];
const words = fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: 12 });

/** Marks in the order in which the editor keeps them; a stretch is never both inserted and deleted. */
const marks = fc
  .record({ bold: fc.boolean(), change: fc.constantFrom('insertion' as const, 'deletion' as const, undefined), id: fc.nat(5) })
  .map(({ bold, change, id }): Mark[] => [
    ...(bold ? [{ type: 'bold' as const }] : []),
    ...(change === undefined ? [] : [{ type: change, attrs: { id: `s${id}` } }]),
  ]);

const inline: fc.Arbitrary<Make<Inline>> = fc
  .record({ text: words, choice: fc.nat(40), isReference: fc.boolean(), marks })
  .map(({ text, choice, isReference, marks }) => (ids): Inline => {
    const marked = marks.length > 0 ? { marks } : {};
    return isReference
      ? { type: 'articleReference', attrs: { target: ids.target(choice) }, ...marked }
      : { type: 'text', text, ...marked };
  });

/** Neighbouring stretches of text with equal marks are one node in the editor, and so they are here. */
function joinText(content: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const node of content) {
    const last = joined.at(-1);
    if (last?.type === 'text' && node.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(node.marks)) {
      joined[joined.length - 1] = { ...last, text: last.text + node.text };
    } else joined.push(node);
  }
  return joined;
}

const inlineContent: fc.Arbitrary<Make<{ content?: Inline[] }>> = fc
  .array(inline, { maxLength: 4 })
  .map((nodes) => (ids) => (nodes.length === 0 ? {} : { content: joinText(nodes.map((make) => make(ids))) }));

function several<T>(one: fc.Arbitrary<Make<T>>, minLength: number, maxLength: number): fc.Arbitrary<Make<T[]>> {
  return fc.array(one, { minLength, maxLength }).map((nodes) => (ids) => nodes.map((make) => make(ids)));
}

/** A node that holds nothing but inline content. */
function line<T extends string>(type: T): fc.Arbitrary<Make<{ type: T; content?: Inline[] }>> {
  return inlineContent.map((content) => (ids) => ({ type, ...content(ids) }));
}

const paragraph: fc.Arbitrary<Make<Paragraph>> = line('paragraph');
const marker = fc.constantFrom(...itemMarkers);

const subitemList: fc.Arbitrary<Make<SubitemList>> = fc
  .record({ marker, items: fc.array(several(paragraph, 1, 2), { minLength: 1, maxLength: 3 }) })
  .map(({ marker, items }) => (ids) => ({
    type: 'subitemList',
    attrs: { marker },
    content: items.map((content) => ({ type: 'subitem', attrs: { id: ids.next('u') }, content: content(ids) })),
  }));

const itemList: fc.Arbitrary<Make<ItemList>> = fc
  .record({
    marker,
    items: fc.array(fc.record({ paragraphs: several(paragraph, 1, 2), nested: fc.option(subitemList) }), {
      minLength: 1,
      maxLength: 3,
    }),
  })
  .map(({ marker, items }) => (ids) => ({
    type: 'itemList',
    attrs: { marker },
    content: items.map(({ paragraphs, nested }) => ({
      type: 'item',
      attrs: { id: ids.next('i') },
      content: [...paragraphs(ids), ...(nested === null ? [] : [nested(ids)])],
    })),
  }));

const article: fc.Arbitrary<Make<Article>> = fc
  .record({
    caption: fc.option(line('caption'), { freq: 1 }),
    first: paragraph,
    rest: fc.array(fc.oneof({ weight: 2, arbitrary: paragraph }, { weight: 1, arbitrary: itemList }), { maxLength: 3 }),
  })
  .map(({ caption, first, rest }) => (ids): Article => ({
    type: 'article',
    attrs: { id: ids.article() },
    content: [...(caption === null ? [] : [caption(ids)]), first(ids), ...rest.map((make) => make(ids))],
  }));

const section: fc.Arbitrary<Make<Section>> = fc
  .record({ heading: line('heading'), articles: several(article, 1, 3) })
  .map(({ heading, articles }) => (ids) => ({
    type: 'section',
    attrs: { id: ids.next('s') },
    content: [heading(ids), ...articles(ids)],
  }));

const chapter: fc.Arbitrary<Make<Chapter>> = fc
  .record({
    heading: line('heading'),
    lead: several(paragraph, 0, 1),
    body: fc.array(fc.oneof({ weight: 3, arbitrary: article }, { weight: 1, arbitrary: section }), {
      minLength: 1,
      maxLength: 4,
    }),
  })
  .map(({ heading, lead, body }) => (ids): Chapter => ({
    type: 'chapter',
    attrs: { id: ids.next('c') },
    content: [heading(ids), ...lead(ids), ...body.map((make) => make(ids))],
  }));

const table = fc
  .array(fc.array(line('cell'), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map((rows) => (ids: Ids) => ({
    type: 'table' as const,
    content: rows.map((cells) => ({ type: 'row' as const, content: cells.map((make) => make(ids)) })),
  }));

const annex: fc.Arbitrary<Make<Annex>> = fc
  .record({
    heading: line('heading'),
    body: fc.array(fc.oneof(paragraph, table), { minLength: 1, maxLength: 2 }),
  })
  .map(({ heading, body }) => (ids): Annex => ({
    type: 'annex',
    attrs: { id: ids.next('x') },
    content: [heading(ids), ...body.map((make) => make(ids))],
  }));

function block(type: 'subtitle' | 'preamble' | 'verse' | 'closing'): fc.Arbitrary<Make<Part>> {
  return several(paragraph, 1, 3).map((content) => (ids) => ({ type, content: content(ids) }));
}

/**
 * Random documents that documentSchema accepts, for laws that must hold for every document: all parts, all markers,
 * numbering styles and scopes, marks, empty paragraphs, references (some to articles that are not there), rare characters.
 */
export function arbitraryDocument(): fc.Arbitrary<ConventionDocument> {
  return fc
    .record({
      numberingStyle: fc.constantFrom(...numberingStyles),
      numberingScope: fc.constantFrom(...numberingScopes),
      title: line('title'),
      subtitle: fc.option(block('subtitle')),
      preamble: fc.option(block('preamble')),
      body: fc.array(
        fc.oneof(
          { weight: 4, arbitrary: chapter },
          { weight: 4, arbitrary: article },
          { weight: 1, arbitrary: block('verse') },
        ),
        { minLength: 1, maxLength: 4 },
      ),
      closing: fc.option(block('closing')),
      annexes: fc.array(annex, { maxLength: 2 }),
    })
    .map(({ numberingStyle, numberingScope, title, subtitle, preamble, body, closing, annexes }) => {
      const build = (articleCount: number) => {
        let others = 0;
        let articles = 0;
        const ids: Ids = {
          next: (prefix) => `${prefix}${++others}`,
          article: () => `a${++articles}`,
          // One choice in eight points at an article that does not exist.
          target: (choice) => (articleCount === 0 || choice % 8 === 7 ? 'gone' : `a${(choice % articleCount) + 1}`),
        };
        const parts: Part[] = [
          title(ids),
          ...(subtitle === null ? [] : [subtitle(ids)]),
          ...(preamble === null ? [] : [preamble(ids)]),
          ...body.map((make) => make(ids)),
          ...(closing === null ? [] : [closing(ids)]),
          ...annexes.map((make) => make(ids)),
        ];
        const document: ConventionDocument = {
          type: 'document',
          attrs: { numberingStyle, numberingScope },
          content: parts,
        };
        return { document, articles };
      };
      return build(build(0).articles).document;
    });
}
