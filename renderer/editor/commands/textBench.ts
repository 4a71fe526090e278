import { history } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection, type Command } from '@tiptap/pm/state';
import type { Article, ConventionDocument, ItemList, Part, Section } from '#core/document/document.ts';
import { idsPlugin } from '#renderer/editor/plugins/idsPlugin.ts';
import { numberingPlugin } from '#renderer/editor/plugins/numberingPlugin.ts';
import { referencesPlugin } from '#renderer/editor/plugins/referencesPlugin.ts';
import { conventionSchema } from '#renderer/editor/schema/conventionSchema.ts';

/** Builders and a reader for tests of commands. In texts | is the cursor; two of them are the ends of a selection. */

function words(text: string): { content?: { type: 'text'; text: string }[] } {
  return text === '' ? {} : { content: [{ type: 'text', text }] };
}

function paragraph(text: string): { type: 'paragraph'; content?: { type: 'text'; text: string }[] } {
  return { type: 'paragraph', ...words(text) };
}

/** An article; `captionText` stands above its paragraphs. */
export function article(id: string, ...content: (string | ItemList)[]): Article {
  return {
    type: 'article',
    attrs: { id },
    content: content.map((child) => (typeof child === 'string' ? paragraph(child) : child)),
  };
}

export function captioned(id: string, captionText: string, ...content: string[]): Article {
  const plain = article(id, ...content);
  return { ...plain, content: [{ type: 'caption', ...words(captionText) }, ...plain.content] };
}

export function items(...list: [id: string, text: string, ...subitems: [id: string, text: string][]][]): ItemList {
  return {
    type: 'itemList',
    attrs: { marker: 'parenthesizedChinese' },
    content: list.map(([id, text, ...subitems]) => ({
      type: 'item',
      attrs: { id },
      content:
        subitems.length === 0
          ? [paragraph(text)]
          : [
              paragraph(text),
              {
                type: 'subitemList',
                attrs: { marker: 'arabic' },
                content: subitems.map(([subId, subText]) => ({
                  type: 'subitem',
                  attrs: { id: subId },
                  content: [paragraph(subText)],
                })),
              },
            ],
    })),
  };
}

export function chapter(id: string, name: string, ...content: (Article | Section)[]): Part {
  return { type: 'chapter', attrs: { id }, content: [{ type: 'heading', ...words(name) }, ...content] };
}

export function draft(...body: Part[]): ConventionDocument {
  return {
    type: 'document',
    attrs: { numberingStyle: 'article', numberingScope: 'document' },
    content: [{ type: 'title', ...words('村规民约') }, ...body],
  };
}

/** A state with ids n1, n2, … for what is made in it. */
export function stateOf(document: ConventionDocument): EditorState {
  let made = 0;
  const newId = () => {
    made += 1;
    return `n${made}`;
  };
  const cursors: number[] = [];
  let state = EditorState.create({
    doc: conventionSchema.nodeFromJSON(document),
    plugins: [history(), idsPlugin(newId), numberingPlugin(), referencesPlugin()],
  });
  const transaction = state.tr;
  state.doc.descendants((node, position) => {
    if (!node.isText) return;
    for (let at = node.text?.indexOf('|') ?? -1; at !== -1; at = node.text?.indexOf('|', at + 1) ?? -1) {
      cursors.push(position + at - cursors.length);
    }
  });
  for (const cursor of cursors) transaction.delete(cursor, cursor + 1);
  const [anchor, head = anchor] = cursors;
  if (anchor !== undefined) transaction.setSelection(TextSelection.create(transaction.doc, anchor, head));
  state = state.apply(transaction.setMeta('addToHistory', false));
  return state;
}

export function run(state: EditorState, ...commands: Command[]): EditorState {
  let current = state;
  for (const command of commands) {
    command(current, (next) => {
      current = current.apply(next);
    });
  }
  return current;
}

/** The document as indented lines, ids included, with | for the cursor and ＊ for a reference. */
export function sketch(state: EditorState): string[] {
  const { doc, selection } = state;
  const lines: string[] = [];
  const visit = (node: Node, position: number, depth: number) => {
    const indent = '  '.repeat(depth);
    if (node.isTextblock) {
      let text = node.children.map((child) => child.text ?? '＊').join('');
      if (selection.$head.parent === node && selection.$head.start() === position + 1) {
        text = `${text.slice(0, selection.$head.parentOffset)}|${text.slice(selection.$head.parentOffset)}`;
      }
      lines.push(`${indent}${node.type.name === 'paragraph' ? '' : `${node.type.name} `}${text}`);
      return;
    }
    const id: unknown = node.attrs['id'];
    if (typeof id === 'string') lines.push(`${indent}${node.type.name} ${id}`);
    const inner = typeof id === 'string' ? depth + 1 : depth;
    node.forEach((child, offset) => visit(child, position + 1 + offset, inner));
  };
  doc.forEach((part, offset) => {
    if (part.type.name !== 'title') visit(part, offset, 0);
  });
  return lines;
}
