import type { Node } from '@tiptap/pm/model';
import type { Command, EditorState } from '@tiptap/pm/state';
import { ancestor } from '#renderer/editor/commands/ancestor.ts';
import { emptyArticle } from '#renderer/editor/commands/emptyArticle.ts';
import { putCursor } from '#renderer/editor/commands/putCursor.ts';

function firstArticleIn(container: Node, position: number): number {
  let offset = position + 1;
  for (const child of container.children) {
    if (child.type.name === 'article' || child.type.name === 'section') break;
    offset += child.nodeSize;
  }
  return offset;
}

function lastArticleIn(container: Node, position: number): number {
  const last = container.lastChild;
  const end = position + container.nodeSize - 1;
  return last?.type.name === 'section' ? end - 1 : end;
}

function placeForArticle(state: EditorState): number {
  const { $head } = state.selection;
  const article = ancestor($head, 'article', 'verse');
  if (article !== undefined) return article.position + article.node.nodeSize;
  const section = ancestor($head, 'section');
  if (section !== undefined) return firstArticleIn(section.node, section.position);
  const chapter = ancestor($head, 'chapter');
  if (chapter !== undefined) {
    const first = firstArticleIn(chapter.node, chapter.position);
    const target = state.doc.resolve(first).nodeAfter;
    return target?.type.name === 'section' ? firstArticleIn(target, first) : first;
  }
  return placeOutsideBody(state.doc, $head.pos);
}

/** From the title or preamble to the first place of the body, from the closing or an annex to its last. */
function placeOutsideBody(document: Node, cursor: number): number {
  let offset = 0;
  let last: { node: Node; position: number } | undefined;
  for (const part of document.children) {
    const isBody = ['chapter', 'article', 'verse'].includes(part.type.name);
    if (isBody && offset > cursor) return part.type.name === 'chapter' ? firstArticleIn(part, offset) : offset;
    if (isBody) last = { node: part, position: offset };
    offset += part.nodeSize;
  }
  if (last === undefined) return offset;
  return last.node.type.name === 'chapter'
    ? lastArticleIn(last.node, last.position)
    : last.position + last.node.nodeSize;
}

/** Puts an empty article after the one that the cursor stands in, and the cursor into it. */
export const insertArticle: Command = (state, dispatch) => {
  if (dispatch === undefined) return true;
  let position = placeForArticle(state);
  const next = state.doc.resolve(position).nodeAfter;
  if (next?.type.name === 'section') position = firstArticleIn(next, position);
  const transaction = state.tr.insert(position, emptyArticle(state.schema));
  dispatch(putCursor(transaction, position + 1));
  return true;
};
