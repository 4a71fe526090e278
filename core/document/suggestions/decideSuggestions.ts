import { documentSchema, type ConventionDocument, type Inline, type Mark } from '#core/document/document.ts';
import { childNodes, isInline, isTextBlock, type DocumentNode } from '#core/document/suggestions/textBlocks.ts';

export type SuggestionDecision = 'accept' | 'reject';

function suggestionIn(marks: readonly Mark[] | undefined, kind: 'insertion' | 'deletion'): string | undefined {
  for (const mark of marks ?? []) if (mark.type === kind) return mark.attrs.id;
  return undefined;
}

/** What a piece of text becomes: undefined when it goes. */
function decided(inline: Inline, decision: SuggestionDecision, isMeant: (id: string) => boolean): Inline | undefined {
  if (inline.marks === undefined) return inline;
  for (const kind of ['insertion', 'deletion'] as const) {
    const id = suggestionIn(inline.marks, kind);
    if (id !== undefined && isMeant(id) && (kind === 'insertion') === (decision === 'reject')) return undefined;
  }
  const kept = inline.marks.filter((mark) => mark.type === 'bold' || !isMeant(mark.attrs.id));
  if (kept.length === inline.marks.length) return inline;
  const { marks: _decided, ...plain } = inline;
  return kept.length === 0 ? plain : { ...plain, marks: kept };
}

/** Stretches of text that nothing tells apart are one. */
export function joinInlines(content: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of content) {
    const last = joined.at(-1);
    if (last?.type === 'text' && inline.type === 'text' && JSON.stringify(last.marks ?? []) === JSON.stringify(inline.marks ?? [])) {
      joined[joined.length - 1] = { ...last, text: last.text + inline.text };
    } else joined.push(inline);
  }
  return joined;
}

/** `node`: what is left, fit to stand where it stood; `isEmptied`: the decision took its last words, and it goes with them where it may. */
type Decided = { node: DocumentNode; isEmptied: boolean };

const emptyParagraph: DocumentNode = { type: 'paragraph' };
const bodyTypes = new Set(['chapter', 'section', 'article', 'verse']);
/** Emptied they still stand: the document or the table has a place for them. */
const alwaysKept = new Set(['title', 'heading', 'cell']);

/** Keeps one of the parts that a container cannot do without. */
function withNeeded(children: readonly Decided[], kept: readonly DocumentNode[]): DocumentNode[] {
  if (kept.some(({ type }) => bodyTypes.has(type))) return [...kept];
  const needed = children.findLast(({ node }) => bodyTypes.has(node.type))?.node;
  return needed === undefined ? [...kept] : children.flatMap(({ node }) => (node === needed || kept.includes(node) ? [node] : []));
}

/** The children of a container that stay, in an order that the schema admits. */
function rest(type: string, children: readonly Decided[]): DocumentNode[] {
  const kept = children.flatMap(({ node, isEmptied }) => (isEmptied && !alwaysKept.has(node.type) ? [] : [node]));
  switch (type) {
    case 'document':
    case 'chapter':
    case 'section':
      return withNeeded(children, kept);
    case 'article':
    case 'item': {
      const captions = kept.filter((node) => node.type === 'caption');
      const others = kept.filter((node) => node.type !== 'caption');
      return [...captions, ...(others[0]?.type === 'paragraph' ? [] : [emptyParagraph]), ...others];
    }
    case 'annex':
      return kept.length < 2 ? [...kept, emptyParagraph] : kept;
    case 'subitem':
    case 'subtitle':
    case 'preamble':
    case 'verse':
    case 'closing':
      return kept.length === 0 ? [emptyParagraph] : kept;
    default:
      return kept.length === 0 ? children.slice(-1).map(({ node }) => node) : kept;
  }
}

function isBlank(node: DocumentNode): boolean {
  return isTextBlock(node) ? (node.content ?? []).length === 0 : childNodes(node).every(isBlank);
}

function decideNode(node: DocumentNode, decide: (inline: Inline) => Inline | undefined): Decided {
  if (isTextBlock(node)) {
    const before = (node.content ?? []).filter(isInline);
    const after = before.flatMap((inline) => decide(inline) ?? []);
    if (after.length === before.length && after.every((inline, index) => inline === before[index])) return { node, isEmptied: false };
    const { content: _before, ...empty } = node;
    return after.length === 0 ? { node: empty, isEmptied: true } : { node: { ...node, content: joinInlines(after) }, isEmptied: false };
  }
  const before = childNodes(node);
  const children = before.map((child) => decideNode(child, decide));
  if (children.every((child, index) => child.node === before[index])) return { node, isEmptied: false };
  const isEmptied = children.some((child) => child.isEmptied) && children.every((child) => isBlank(child.node));
  return { node: { ...node, content: rest(node.type, children) }, isEmptied };
}

/**
 * The document after suggestions were accepted (inserted words stay, deleted ones go) or rejected (the other way round). A
 * paragraph, item or article goes with its last word; what the document cannot do without stays empty. The same object comes back
 * where nothing is suggested. `ids`: the suggestions that are meant; all when absent.
 */
export function decideSuggestions(document: ConventionDocument, decision: SuggestionDecision, ids?: ReadonlySet<string>): ConventionDocument {
  const isMeant = (id: string) => ids?.has(id) ?? true;
  const { node } = decideNode(document, (inline) => decided(inline, decision, isMeant));
  return node === document ? document : documentSchema.parse(node);
}
