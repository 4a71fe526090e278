import { DOMSerializer, Fragment, Slice, type Node, type ResolvedPos, type Schema } from '@tiptap/pm/model';
import { closeHistory } from '@tiptap/pm/history';
import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state';
import { referenceText } from '#core/document/numberDocument.ts';
import type { EditorView } from '@tiptap/pm/view';
import { ancestor } from '#renderer/editor/commands/ancestor.ts';
import { isEmptyArticle } from '#renderer/editor/commands/emptyArticle.ts';
import { nodeType } from '#renderer/editor/commands/nodeType.ts';
import { putCursor } from '#renderer/editor/commands/putCursor.ts';
import { LabelledSerializer } from '#renderer/editor/plugins/labelledSerializer.ts';
import { labelsOf } from '#renderer/editor/plugins/labelsOf.ts';
import { numberingOf } from '#renderer/editor/plugins/numberingPlugin.ts';

function textOf(slice: Slice, state: EditorState): string {
  const labels = labelsOf(state);
  const numbering = numberingOf(state);
  const lines: string[] = [];
  const { $from } = state.selection;
  const startsInside = slice.openStart > 0 && $from.parentOffset > 0;
  let label = '';
  const visit = (node: Node) => {
    if (node.isTextblock) {
      const words = node.children
        .map((child) => (child.isText ? (child.text ?? '') : referenceText(String(child.attrs['target']), numbering)))
        .join('');
      lines.push(lines.length === 0 && startsInside ? words : `${label}${words}`);
      label = '';
      return;
    }
    const own = labels.get(String(node.attrs['id']));
    if (own !== undefined) label = own.startsWith('第') ? `${own}　` : own;
    node.forEach(visit);
  };
  const { content } = slice;
  if (content.firstChild?.isInline === true) return content.textBetween(0, content.size, '\n', (leaf) => referenceText(String(leaf.attrs['target']), numbering));
  content.forEach(visit);
  return lines.join('\n');
}

const articleStart = /^\s*第[零〇一二三四五六七八九十百千两\d]+条[\s　:：、.．]*/u;

/**
 * Plain text from elsewhere: lines become paragraphs; lines that open with 第X条 become articles, which get their own
 * numbers here. A title, heading, caption or cell takes it all in one line.
 */
function readText(text: string, context: ResolvedPos): Slice {
  const { schema } = context.doc.type;
  const lines = text
    .split(/\r\n?|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const inline = (line: string) => (line === '' ? [] : [schema.text(line)]);
  if (context.parent.type.name !== 'paragraph') return new Slice(Fragment.from(inline(lines.join(''))), 0, 0);
  const paragraphType = nodeType(schema, 'paragraph');
  if (!lines.some((line) => articleStart.test(line))) {
    const paragraphs = lines.map((line) => paragraphType.create(null, inline(line)));
    return paragraphs.length === 0 ? Slice.empty : new Slice(Fragment.fromArray(paragraphs), 1, 1);
  }
  const groups: string[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last === undefined || articleStart.test(line)) groups.push([line.replace(articleStart, '')]);
    else last.push(line);
  }
  const articles = groups.map((group) =>
    nodeType(schema, 'article').create({ id: '' }, group.map((line) => paragraphType.create(null, inline(line)))),
  );
  return new Slice(Fragment.fromArray(articles), 0, 0);
}

/** Whole articles go after the one with the cursor, in place of an empty one; undefined for anything else. */
function insertArticles(state: EditorState, slice: Slice): Transaction | undefined {
  const { selection } = state;
  const article = ancestor(selection.$from, 'article');
  if (slice.content.firstChild?.type.name !== 'article' || article === undefined || !selection.empty) return undefined;
  const end = article.position + article.node.nodeSize;
  const transaction = closeHistory(state.tr);
  if (isEmptyArticle(article.node)) transaction.replaceWith(article.position, end, slice.content);
  else transaction.insert(end, slice.content);
  return putCursor(transaction, transaction.mapping.map(end) - 1, -1);
}

/** Copies numbers along with the words, and takes text from other programs in as paragraphs and articles. */
export function clipboardPlugin(schema: Schema): Plugin {
  let view: EditorView | undefined;
  return new Plugin({
    view(created) {
      view = created;
      return {};
    },
    props: {
      clipboardSerializer: new LabelledSerializer(DOMSerializer.fromSchema(schema), () => view?.state),
      clipboardTextSerializer: (slice, view) => textOf(slice, view.state),
      clipboardTextParser: (text, context) => readText(text, context),
      handlePaste(view, event) {
        const html = event.clipboardData?.getData('text/html') ?? '';
        const text = event.clipboardData?.getData('text/plain') ?? '';
        if (text === '' || html.includes('data-pm-slice')) return false;
        const transaction = insertArticles(view.state, readText(text, view.state.selection.$from));
        if (transaction !== undefined) {
          view.dispatch(transaction);
          return true;
        }
        // Markup of other programs carries no structure that a convention has; their words do.
        return html !== '' && view.pasteText(text);
      },
    },
  });
}
