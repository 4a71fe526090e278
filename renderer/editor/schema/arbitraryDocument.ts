import * as fc from 'fast-check';
import {
  itemMarkers,
  numberingScopes,
  numberingStyles,
  type Article,
  type ConventionDocument,
  type Inline,
  type Mark,
} from '#core/document/document.ts';

const words = ['村民', '应当', '爱护', '公共', '设施', '，', '。', '三日内', '𠮷', 'A4 ', ' ', '（一）', '第三条'];

/** Documents in the form that the editor keeps: marks in the schema's order, neighbouring stretches with different marks. */
export function arbitraryDocument(): fc.Arbitrary<ConventionDocument> {
  return documentWithPlaceholders().map(withUniqueIds);
}

const marks = fc
  .record({ bold: fc.boolean(), suggestion: fc.constantFrom(undefined, 'insertion' as const, 'deletion' as const) })
  .map(({ bold, suggestion }): Mark[] => [
    ...(bold ? [{ type: 'bold' as const }] : []),
    ...(suggestion === undefined ? [] : [{ type: suggestion, attrs: { id: 's1' } }]),
  ]);

const inline: fc.Arbitrary<Inline> = fc
  .tuple(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }), marks, fc.integer({ min: 0, max: 9 }))
  .map(([pieces, applied, kind]): Inline => {
    const carried = applied.length > 0 ? { marks: applied } : {};
    return kind === 0
      ? { type: 'articleReference', attrs: { target: `a${pieces.length}` }, ...carried }
      : { type: 'text', text: pieces.join(''), ...carried };
  });

function isMergeable(left: Inline | undefined, right: Inline): boolean {
  return left?.type === 'text' && right.type === 'text' && JSON.stringify(left.marks) === JSON.stringify(right.marks);
}

const content = fc
  .array(inline, { maxLength: 4 })
  .map((pieces) => pieces.filter((piece, index) => !isMergeable(pieces[index - 1], piece)))
  .map((pieces): { content?: Inline[] } => (pieces.length > 0 ? { content: pieces } : {}));

const paragraph = content.map((filled) => ({ type: 'paragraph' as const, ...filled }));
const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 3 });
const heading = content.map((filled) => ({ type: 'heading' as const, ...filled }));
const marker = fc.constantFrom(...itemMarkers).map((value) => ({ marker: value }));
const attrs = { id: 'x' };

const subitemList = fc
  .tuple(marker, fc.array(paragraphs, { minLength: 1, maxLength: 2 }))
  .map(([style, filled]) => ({
    type: 'subitemList' as const,
    attrs: style,
    content: filled.map((each) => ({ type: 'subitem' as const, attrs, content: each })),
  }));

const itemList = fc
  .tuple(marker, fc.array(fc.tuple(paragraphs, fc.option(subitemList)), { minLength: 1, maxLength: 3 }))
  .map(([style, filled]) => ({
    type: 'itemList' as const,
    attrs: style,
    content: filled.map(([own, nested]) => ({
      type: 'item' as const,
      attrs,
      content: nested === null ? own : [...own, nested],
    })),
  }));

const article: fc.Arbitrary<Article> = fc
  .tuple(fc.option(content), paragraph, fc.array(fc.oneof(paragraph, itemList), { maxLength: 3 }))
  .map(([caption, first, rest]) => ({
    type: 'article' as const,
    attrs,
    content: [...(caption === null ? [] : [{ type: 'caption' as const, ...caption }]), first, ...rest],
  }));

const section = fc.tuple(heading, fc.array(article, { minLength: 1, maxLength: 2 })).map(([head, articles]) => ({
  type: 'section' as const,
  attrs,
  content: [head, ...articles],
}));

const chapter = fc
  .tuple(heading, fc.array(paragraph, { maxLength: 1 }), fc.array(fc.oneof(article, section), { minLength: 1, maxLength: 3 }))
  .map(([head, lead, rest]) => ({ type: 'chapter' as const, attrs, content: [head, ...lead, ...rest] }));

const table = fc
  .array(fc.array(content, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map((rows) => ({
    type: 'table' as const,
    content: rows.map((cells) => ({
      type: 'row' as const,
      content: cells.map((filled) => ({ type: 'cell' as const, ...filled })),
    })),
  }));

const annex = fc.tuple(heading, fc.array(fc.oneof(paragraph, table), { minLength: 1, maxLength: 2 })).map(([head, rest]) => ({
  type: 'annex' as const,
  attrs,
  content: [head, ...rest],
}));

function documentWithPlaceholders(): fc.Arbitrary<ConventionDocument> {
  return fc
    .record({
      numberingStyle: fc.constantFrom(...numberingStyles),
      numberingScope: fc.constantFrom(...numberingScopes),
      title: content,
      subtitle: fc.option(paragraphs),
      preamble: fc.option(paragraphs),
      body: fc.array(
        fc.oneof(
          article,
          chapter,
          paragraphs.map((lines) => ({ type: 'verse' as const, content: lines })),
        ),
        { minLength: 1, maxLength: 4 },
      ),
      closing: fc.option(paragraphs),
      annexes: fc.array(annex, { maxLength: 2 }),
    })
    .map((parts) => ({
      type: 'document' as const,
      attrs: { numberingStyle: parts.numberingStyle, numberingScope: parts.numberingScope },
      content: [
        { type: 'title' as const, ...parts.title },
        ...(parts.subtitle === null ? [] : [{ type: 'subtitle' as const, content: parts.subtitle }]),
        ...(parts.preamble === null ? [] : [{ type: 'preamble' as const, content: parts.preamble }]),
        ...parts.body,
        ...(parts.closing === null ? [] : [{ type: 'closing' as const, content: parts.closing }]),
        ...parts.annexes,
      ],
    }));
}

function withUniqueIds(document: ConventionDocument): ConventionDocument {
  let next = 0;
  const renamed: ConventionDocument = JSON.parse(JSON.stringify(document), (key, value: unknown) => {
    if (key !== 'id' || value !== 'x') return value;
    next += 1;
    return `a${next}`;
  });
  return renamed;
}
