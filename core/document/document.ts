import { z } from 'zod';

/**
 * A convention's text as plain JSON. Stored, hashed (through renderText) and exchanged.
 * The shape is that of a ProseMirror document, so that the editor loads and returns it unchanged:
 * `content` and `marks` are left out when empty, `attrs` are always complete.
 */

export const idSchema = z.string().min(1).max(64);

const markSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('insertion'), attrs: z.strictObject({ id: idSchema }) }),
  z.strictObject({ type: z.literal('deletion'), attrs: z.strictObject({ id: idSchema }) }),
]);

const textSchema = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1).max(200_000),
  marks: z.array(markSchema).min(1).max(3).optional(),
});

/** 本公约第X条: the printed number follows the article that it points to. */
const articleReferenceSchema = z.strictObject({
  type: z.literal('articleReference'),
  attrs: z.strictObject({ target: idSchema }),
  marks: z.array(markSchema).min(1).max(3).optional(),
});

const inlineSchema = z.discriminatedUnion('type', [textSchema, articleReferenceSchema]);
const inlineContent = z.array(inlineSchema).min(1).max(5_000).optional();

const paragraphSchema = z.strictObject({ type: z.literal('paragraph'), content: inlineContent });
const paragraphs = z.array(paragraphSchema).min(1).max(5_000);

const titleSchema = z.strictObject({ type: z.literal('title'), content: inlineContent });
const subtitleSchema = z.strictObject({ type: z.literal('subtitle'), content: paragraphs });
const preambleSchema = z.strictObject({ type: z.literal('preamble'), content: paragraphs });
const verseSchema = z.strictObject({ type: z.literal('verse'), content: paragraphs });
const closingSchema = z.strictObject({ type: z.literal('closing'), content: paragraphs });
const headingSchema = z.strictObject({ type: z.literal('heading'), content: inlineContent });
const captionSchema = z.strictObject({ type: z.literal('caption'), content: inlineContent });

/** How an item list prints its numbers: （一） 一、 1. 1、 （1） ① ●. Stored. */
export const itemMarkers = [
  'parenthesizedChinese',
  'chinese',
  'arabic',
  'arabicComma',
  'parenthesizedArabic',
  'circled',
  'bullet',
] as const;
export const itemMarkerSchema = z.enum(itemMarkers);

const itemListAttrs = z.strictObject({ marker: itemMarkerSchema });
const subitemSchema = z.strictObject({
  type: z.literal('subitem'),
  attrs: z.strictObject({ id: idSchema }),
  content: paragraphs,
});
const subitemListSchema = z.strictObject({
  type: z.literal('subitemList'),
  attrs: itemListAttrs,
  content: z.array(subitemSchema).min(1).max(2_000),
});
const itemSchema = z.strictObject({
  type: z.literal('item'),
  attrs: z.strictObject({ id: idSchema }),
  content: z.array(z.discriminatedUnion('type', [paragraphSchema, subitemListSchema])).min(1).max(5_000),
});
const itemListSchema = z.strictObject({
  type: z.literal('itemList'),
  attrs: itemListAttrs,
  content: z.array(itemSchema).min(1).max(2_000),
});

export const articleSchema = z.strictObject({
  type: z.literal('article'),
  attrs: z.strictObject({ id: idSchema }),
  content: z.array(z.discriminatedUnion('type', [captionSchema, paragraphSchema, itemListSchema])).min(1).max(5_000),
});

const sectionSchema = z.strictObject({
  type: z.literal('section'),
  attrs: z.strictObject({ id: idSchema }),
  content: z.array(z.discriminatedUnion('type', [headingSchema, articleSchema])).min(1).max(10_000),
});

const chapterSchema = z.strictObject({
  type: z.literal('chapter'),
  attrs: z.strictObject({ id: idSchema }),
  content: z
    .array(z.discriminatedUnion('type', [headingSchema, paragraphSchema, sectionSchema, articleSchema]))
    .min(1)
    .max(10_000),
});

const cellSchema = z.strictObject({ type: z.literal('cell'), content: inlineContent });
const rowSchema = z.strictObject({ type: z.literal('row'), content: z.array(cellSchema).min(1).max(50) });
const tableSchema = z.strictObject({ type: z.literal('table'), content: z.array(rowSchema).min(1).max(2_000) });
const annexSchema = z.strictObject({
  type: z.literal('annex'),
  attrs: z.strictObject({ id: idSchema }),
  content: z.array(z.discriminatedUnion('type', [headingSchema, paragraphSchema, tableSchema])).min(1).max(5_000),
});

const partSchema = z.discriminatedUnion('type', [
  titleSchema,
  subtitleSchema,
  preambleSchema,
  chapterSchema,
  articleSchema,
  verseSchema,
  closingSchema,
  annexSchema,
]);

/** 第X条 / 一、 / 1. / no number. Stored. */
export const numberingStyles = ['article', 'chinese', 'arabic', 'none'] as const;
export const numberingStyleSchema = z.enum(numberingStyles);
/** Whether article numbers run through the document or restart in each chapter. Stored. */
export const numberingScopes = ['document', 'chapter'] as const;
export const numberingScopeSchema = z.enum(numberingScopes);

/** The order in which the parts of a document, chapter, section, article, item and annex may follow one another. */
const partOrder: Record<string, readonly (readonly string[])[]> = {
  document: [['title'], ['subtitle'], ['preamble'], ['chapter', 'article', 'verse'], ['closing'], ['annex']],
  chapter: [['heading'], ['paragraph'], ['section', 'article']],
  section: [['heading'], ['article']],
  article: [['caption'], ['paragraph'], ['paragraph', 'itemList']],
  item: [['paragraph'], ['subitemList']],
  annex: [['heading'], ['paragraph', 'table']],
};
const atMostOne = new Set(['title', 'subtitle', 'preamble', 'closing', 'heading', 'caption', 'subitemList']);
const firstRequired: Record<string, string> = {
  document: 'title',
  chapter: 'heading',
  section: 'heading',
  annex: 'heading',
  item: 'paragraph',
};

type AnyNode = { type: string; attrs?: unknown; content?: readonly AnyNode[] | undefined };

function orderFault(node: AnyNode): string | undefined {
  const order = partOrder[node.type];
  const children = node.content ?? [];
  if (order !== undefined) {
    const required = firstRequired[node.type];
    if (required !== undefined && children[0]?.type !== required) return `${node.type} must start with ${required}`;
    let group = 0;
    const seen = new Set<string>();
    for (const child of children) {
      while (group < order.length && !order[group]?.includes(child.type)) group += 1;
      if (group === order.length) return `${child.type} out of place in ${node.type}`;
      if (atMostOne.has(child.type) && seen.has(child.type)) return `second ${child.type} in ${node.type}`;
      seen.add(child.type);
    }
    if (node.type === 'document' && !children.some((child) => ['chapter', 'article', 'verse'].includes(child.type))) {
      return 'document without chapter, article or verse';
    }
    if (node.type === 'article' && !seen.has('paragraph')) return 'article without paragraph';
    if (node.type === 'article' && children[seen.has('caption') ? 1 : 0]?.type !== 'paragraph') {
      return 'article must start with a paragraph';
    }
    if (node.type === 'chapter' && !seen.has('section') && !seen.has('article')) return 'chapter without article';
    if (node.type === 'section' && !seen.has('article')) return 'section without article';
    if (node.type === 'annex' && children.length < 2) return 'annex without content';
  }
  for (const child of children) {
    const fault = orderFault(child);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function duplicateId(node: AnyNode, seen = new Set<string>()): string | undefined {
  const attrs = node.attrs;
  if (typeof attrs === 'object' && attrs !== null && 'id' in attrs && typeof attrs.id === 'string') {
    if (seen.has(attrs.id)) return attrs.id;
    seen.add(attrs.id);
  }
  for (const child of node.content ?? []) {
    const found = duplicateId(child, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Numbers are printed as Chinese numerals, which are written up to 9999. */
const mostArticles = 9_999;

function countArticles(node: AnyNode): number {
  return (node.content ?? []).reduce((sum, child) => sum + countArticles(child), node.type === 'article' ? 1 : 0);
}

/** Accepts exactly the documents the editor's schema accepts, with every id used once and a numeral for every article. */
export const documentSchema = z
  .strictObject({
    type: z.literal('document'),
    attrs: z.strictObject({ numberingStyle: numberingStyleSchema, numberingScope: numberingScopeSchema }),
    content: z.array(partSchema).min(1).max(10_000),
  })
  .superRefine((document, context) => {
    const fault = orderFault(document);
    if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
    const id = duplicateId(document);
    if (id !== undefined) context.addIssue({ code: 'custom', message: `id ${id} is used twice` });
    if (countArticles(document) > mostArticles) context.addIssue({ code: 'custom', message: `more than ${mostArticles} articles` });
  });

export type ConventionDocument = z.infer<typeof documentSchema>;
export type Part = ConventionDocument['content'][number];
export type Chapter = z.infer<typeof chapterSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type Article = z.infer<typeof articleSchema>;
export type ItemList = z.infer<typeof itemListSchema>;
export type Item = z.infer<typeof itemSchema>;
export type SubitemList = z.infer<typeof subitemListSchema>;
export type Annex = z.infer<typeof annexSchema>;
export type Table = z.infer<typeof tableSchema>;
export type Paragraph = z.infer<typeof paragraphSchema>;
export type Inline = z.infer<typeof inlineSchema>;
export type Mark = z.infer<typeof markSchema>;
export type ItemMarker = z.infer<typeof itemMarkerSchema>;
export type NumberingStyle = z.infer<typeof numberingStyleSchema>;
export type NumberingScope = z.infer<typeof numberingScopeSchema>;

/** What a convention is called: 村规民约 of a village, 居民公约 of a community. Stored. */
export const conventionKinds = ['village', 'community'] as const;
export const conventionKindSchema = z.enum(conventionKinds);
export type ConventionKind = z.infer<typeof conventionKindSchema>;
