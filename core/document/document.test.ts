import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDocument } from '#core/document/arbitraryDocument.ts';
import { documentSchema } from '#core/document/document.ts';

const text = (words: string) => [{ type: 'text', text: words }];
const paragraph = (words = '正文') => ({ type: 'paragraph', content: text(words) });
const title = { type: 'title', content: text('云台村村规民约') };
const heading = { type: 'heading', content: text('总则') };
const caption = { type: 'caption', content: text('依据') };
const itemList = (...content: object[]) => ({ type: 'itemList', attrs: { marker: 'parenthesizedChinese' }, content });
const subitemList = (id: string) => ({
  type: 'subitemList',
  attrs: { marker: 'arabic' },
  content: [{ type: 'subitem', attrs: { id }, content: [paragraph()] }],
});
const item = (id: string, ...content: object[]) => ({ type: 'item', attrs: { id }, content });
const article = (id: string, ...content: object[]) => ({ type: 'article', attrs: { id }, content });
const simple = (id: string) => article(id, paragraph());
const section = (id: string, ...content: object[]) => ({ type: 'section', attrs: { id }, content });
const chapter = (id: string, ...content: object[]) => ({ type: 'chapter', attrs: { id }, content });
const annex = (id: string, ...content: object[]) => ({ type: 'annex', attrs: { id }, content });
const block = (type: string) => ({ type, content: [paragraph()] });
const table = { type: 'table', content: [{ type: 'row', content: [{ type: 'cell' }] }] };
const document = (...content: object[]) => ({
  type: 'document',
  attrs: { numberingStyle: 'article', numberingScope: 'document' },
  content,
});

const accepted: [string, object][] = [
  ['a title and an article', document(title, simple('a'))],
  ['a title and a chapter', document(title, chapter('c', heading, simple('a')))],
  ['a title and a verse', document(title, block('verse'))],
  ['every part in its order', document(title, block('subtitle'), block('preamble'), chapter('c', heading, simple('a')), simple('b'), block('verse'), block('closing'), annex('x', heading, table), annex('y', heading, paragraph()))],
  ['an empty title, heading and paragraph', document({ type: 'title' }, chapter('c', { type: 'heading' }, article('a', { type: 'paragraph' })))],
  ['a chapter with paragraphs, sections and articles', document(title, chapter('c', heading, paragraph(), section('s', heading, simple('a')), simple('b')))],
  ['an article with caption, paragraphs and lists', document(title, article('a', caption, paragraph(), itemList(item('i', paragraph(), subitemList('u'))), paragraph(), itemList(item('j', paragraph()))))],
  ['marks on text and on references', document(title, article('a', { type: 'paragraph', content: [{ type: 'text', text: '甲', marks: [{ type: 'bold' }, { type: 'insertion', attrs: { id: 's' } }] }, { type: 'articleReference', attrs: { target: 'a' }, marks: [{ type: 'deletion', attrs: { id: 's' } }] }] }))],
  ['a reference to an article that is gone', document(title, article('a', { type: 'paragraph', content: [{ type: 'articleReference', attrs: { target: 'gone' } }] }))],
];

const refused: [string, object][] = [
  ['no title', document(simple('a'))],
  ['nothing but a title', document(title)],
  ['two titles', document(title, title, simple('a'))],
  ['parts out of order', document(title, simple('a'), block('preamble'))],
  ['an article after the closing', document(title, block('closing'), simple('a'))],
  ['two closings', document(title, simple('a'), block('closing'), block('closing'))],
  ['an annex before the articles', document(title, annex('x', heading, paragraph()), simple('a'))],
  ['a chapter without heading', document(title, chapter('c', simple('a')))],
  ['a chapter without articles', document(title, chapter('c', heading, paragraph()))],
  ['a section without articles', document(title, chapter('c', heading, section('s', heading)))],
  ['a section without heading', document(title, chapter('c', heading, section('s', simple('a'))))],
  ['an article without paragraph', document(title, article('a', caption))],
  ['an article that starts with a list', document(title, article('a', itemList(item('i', paragraph())), paragraph()))],
  ['a caption after a paragraph', document(title, article('a', paragraph(), caption))],
  ['an item that starts with its sublist', document(title, article('a', paragraph(), itemList(item('i', subitemList('u')))))],
  ['two sublists in one item', document(title, article('a', paragraph(), itemList(item('i', paragraph(), subitemList('u'), subitemList('v')))))],
  ['an empty list', document(title, article('a', paragraph(), itemList()))],
  ['an annex with nothing but a heading', document(title, simple('a'), annex('x', heading))],
  ['one id used twice', document(title, simple('a'), simple('a'))],
  ['one id used for a chapter and an item', document(title, chapter('c', heading, article('a', paragraph(), itemList(item('c', paragraph())))))],
  ['an article without id', document(title, { type: 'article', attrs: {}, content: [paragraph()] })],
  ['an empty id', document(title, simple(''))],
  ['an unknown part', document(title, simple('a'), { type: 'image' })],
  ['an unknown attribute', document(title, { ...simple('a'), attrs: { id: 'a', number: 3 } })],
  ['an unknown mark', document(title, article('a', { type: 'paragraph', content: [{ type: 'text', text: '甲', marks: [{ type: 'italic' }] }] }))],
  ['empty text', document(title, article('a', { type: 'paragraph', content: [{ type: 'text', text: '' }] }))],
  ['empty content instead of none', document(title, article('a', { type: 'paragraph', content: [] }))],
  ['empty marks instead of none', document(title, article('a', { type: 'paragraph', content: [{ type: 'text', text: '甲', marks: [] }] }))],
  ['text outside a paragraph', document(title, article('a', { type: 'text', text: '甲' }))],
  ['a style that does not exist', { ...document(title, simple('a')), attrs: { numberingStyle: 'roman', numberingScope: 'document' } }],
  ['no numbering style', { ...document(title, simple('a')), attrs: { numberingScope: 'document' } }],
  ['more articles than there are numerals', document(title, ...[0, 1].map((part) => chapter(`c${part}`, heading, ...Array.from({ length: 5_000 }, (_, index) => simple(`a${part}.${index}`)))))],
];

describe('the schema of a document', () => {
  it.each(accepted)('accepts %s', (_name, value) => {
    expect(documentSchema.parse(value)).toEqual(value);
  });

  it.each(refused)('refuses %s', (_name, value) => {
    expect(documentSchema.safeParse(value).success).toBe(false);
  });

  it('accepts every generated document and returns it unchanged', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (generated) => {
        expect(documentSchema.parse(JSON.parse(JSON.stringify(generated)))).toEqual(generated);
      }),
      { seed: 20261124, numRuns: 200 },
    );
  });
});
