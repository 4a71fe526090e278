import type { Article, Item, ItemMarker, ItemList, Paragraph, SubitemList } from '#core/document/document.ts';
import { printedText, type DraftArticle, type DraftText } from '#core/document/parsing/draft.ts';
import { headingLikeness } from '#core/document/parsing/lineCues.ts';
import type { Marker } from '#core/document/parsing/markers.ts';

export type ParagraphMaker = (text: string) => Paragraph;

/** What documentSchema allows, less a margin. */
const mostChildren = 4_500;
const mostItems = 1_900;

/** How an item list prints the numbers of the source; undefined for looks that lists do not have (1.1, 第一条). */
function itemMarkerOf(marker: Marker): ItemMarker | undefined {
  switch (marker.family) {
    case 'parenthesizedChinese':
    case 'chinese':
    case 'parenthesizedArabic':
    case 'circled':
    case 'bullet':
      return marker.family;
    case 'innerBullet':
      return 'bullet';
    case 'arabic':
      return marker.separator === '、' ? 'arabicComma' : 'arabic';
    default:
      return undefined;
  }
}

type OpenList = { marker: ItemMarker; value: number; list: ItemList };
type OpenSublist = { marker: ItemMarker; value: number; list: SubitemList };

/** The content of an article: caption, paragraphs and item lists. Items whose numbers do not run 1, 2, 3 … stay paragraphs with their number as text. */
export function articleContent(draft: DraftArticle, paragraph: ParagraphMaker, newId: () => string): Article['content'] {
  const rest = [...draft.rest];
  let lead = draft.lead.text;
  const content: Article['content'] = [];
  if (lead === '' && rest[0] !== undefined && rest[0].marker === undefined) lead = rest.shift()?.text ?? '';
  const below = rest[0];
  const isCaption = below !== undefined && below.marker === undefined && lead !== '' && headingLikeness(lead) >= 0.75 && !/[：:]$/u.test(lead);
  if (isCaption) {
    content.push({ type: 'caption', content: paragraph(lead).content });
    lead = rest.shift()?.text ?? '';
  }
  content.push(paragraph(lead));

  let open: OpenList | undefined;
  let sub: OpenSublist | undefined;
  const continuesLater = laterItems(rest);

  const addParagraph = (text: string) => {
    open = undefined;
    sub = undefined;
    if (content.length < mostChildren) content.push(paragraph(text));
    else appendLine(content, text);
  };
  const addItem = (text: DraftText, marker: ItemMarker, value: number) => {
    const item: Item = { type: 'item', attrs: { id: newId() }, content: [paragraph(text.text)] };
    sub = undefined;
    if (open !== undefined && open.marker === marker && continues(marker, open.value, value) && open.list.content.length < mostItems) {
      open.list.content.push(item);
      open.value = value;
      return;
    }
    const list: ItemList = { type: 'itemList', attrs: { marker }, content: [item] };
    open = { marker, value, list };
    content.push(list);
  };
  const addSubitem = (text: DraftText, marker: ItemMarker, value: number): boolean => {
    const item = open?.list.content.at(-1);
    if (item === undefined) return false;
    const subitem: SubitemList['content'][number] = { type: 'subitem', attrs: { id: newId() }, content: [paragraph(text.text)] };
    if (sub !== undefined && sub.marker === marker && continues(marker, sub.value, value) && sub.list.content.length < mostItems) {
      sub.list.content.push(subitem);
      sub.value = value;
      return true;
    }
    if (sub !== undefined || !starts(marker, value)) return false;
    const list: SubitemList = { type: 'subitemList', attrs: { marker }, content: [subitem] };
    item.content.push(list);
    sub = { marker, value, list };
    return true;
  };
  const addBelowItem = (text: string) => {
    const subitem = sub?.list.content.at(-1);
    const item = open?.list.content.at(-1);
    if (subitem !== undefined && subitem.content.length < mostChildren) subitem.content.push(paragraph(text));
    else if (subitem === undefined && item !== undefined && item.content.length < mostChildren) item.content.push(paragraph(text));
    else addParagraph(text);
  };

  rest.forEach((text, order) => {
    const marker = text.marker === undefined ? undefined : itemMarkerOf(text.marker);
    const value = text.marker?.value ?? 0;
    if (marker === undefined || text.text === '') {
      const goesOn = open !== undefined && continuesLater(order, open.marker, open.value);
      if (goesOn) addBelowItem(printedText(text));
      else addParagraph(printedText(text));
      return;
    }
    if (open !== undefined && marker === open.marker && continues(marker, open.value, value)) addItem(text, marker, value);
    else if (open !== undefined && marker !== open.marker && addSubitem(text, marker, value)) return;
    else if (starts(marker, value) && content.length < mostChildren && (open === undefined || sub === undefined || marker === open.marker)) {
      addItem(text, marker, value);
    } else if (sub !== undefined && starts(marker, value)) addBelowItem(printedText(text));
    else if (sub !== undefined && open !== undefined && continuesLater(order, open.marker, open.value)) addBelowItem(printedText(text));
    else addParagraph(printedText(text));
  });
  return content;
}

function starts(marker: ItemMarker, value: number): boolean {
  return marker === 'bullet' || value === 1;
}

function continues(marker: ItemMarker, last: number, value: number): boolean {
  return marker === 'bullet' || (value === last + 1 && (marker !== 'circled' || value <= 20));
}

/** Answers whether the list with the given look and last number goes on behind a position. */
function laterItems(texts: readonly DraftText[]): (order: number, marker: ItemMarker, value: number) => boolean {
  const positions = new Map<string, number>();
  texts.forEach((text, order) => {
    const marker = text.marker === undefined ? undefined : itemMarkerOf(text.marker);
    if (marker !== undefined) positions.set(`${marker} ${text.marker?.value ?? 0}`, order);
  });
  return (order, marker, value) => {
    const next = marker === 'bullet' ? 0 : value + 1;
    return (positions.get(`${marker} ${next}`) ?? -1) > order;
  };
}

/** Beyond the limits of the schema further lines go into the last paragraph. */
function appendLine(content: Article['content'], text: string) {
  const last = content.at(-1);
  if (last?.type !== 'paragraph') return;
  last.content ??= [];
  last.content.push({ type: 'text', text: `\n${text}` });
}
