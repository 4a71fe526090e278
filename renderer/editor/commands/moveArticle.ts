import type { Node } from '@tiptap/pm/model';
import { TextSelection, type Command, type EditorState } from '@tiptap/pm/state';
import { ancestor } from '#renderer/editor/commands/ancestor.ts';

type Target = { position: number };

/** Where an article goes that steps into a chapter or section from its end (`up`) or its start. */
function inside(container: Node, position: number, direction: 'up' | 'down'): Target {
  if (direction === 'up') {
    const last = container.lastChild;
    const end = position + container.nodeSize - 1;
    return last?.type.name === 'section' ? inside(last, end - last.nodeSize, direction) : { position: end };
  }
  let offset = position + 1;
  for (const child of container.children) {
    if (child.type.name === 'section') return inside(child, offset, direction);
    if (child.type.name === 'article') break;
    offset += child.nodeSize;
  }
  return { position: offset };
}

function targetOf(state: EditorState, direction: 'up' | 'down'): Target | undefined {
  const place = state.selection.$head;
  const article = ancestor(place, 'article');
  if (article === undefined) return undefined;
  for (let depth = article.depth; depth > 0; depth -= 1) {
    const parent = place.node(depth - 1);
    const index = place.index(depth - 1);
    // The last article of a chapter or section cannot leave it: a chapter without articles is no chapter.
    if (depth === article.depth - 1 && !place.node(depth).canReplace(place.index(depth), place.index(depth) + 1)) {
      return undefined;
    }
    const neighbour = direction === 'up' ? parent.maybeChild(index - 1) : parent.maybeChild(index + 1);
    const before = place.before(depth);
    const after = place.after(depth);
    switch (neighbour?.type.name) {
      case 'article':
      case 'verse':
        return { position: direction === 'up' ? before - neighbour.nodeSize : after + neighbour.nodeSize };
      case 'chapter':
      case 'section':
        return inside(neighbour, direction === 'up' ? before - neighbour.nodeSize : after, direction);
    }
    if (parent.type.name === 'document') break;
    // Leaving a section, the article stands before or after it where the chapter allows that.
    if (parent.type.name === 'section' && parent.canReplace(index, index + 1)) {
      return { position: direction === 'up' ? place.before(depth - 1) : place.after(depth - 1) };
    }
  }
  return undefined;
}

function move(direction: 'up' | 'down'): Command {
  return (state, dispatch) => {
    const target = targetOf(state, direction);
    const article = ancestor(state.selection.$head, 'article');
    if (target === undefined || article === undefined) return false;
    if (dispatch === undefined) return true;
    const { node, position } = article;
    const { anchor, head } = state.selection;
    const isInside = anchor > position && anchor < position + node.nodeSize;
    const transaction = state.tr.delete(position, position + node.nodeSize);
    const landed = transaction.mapping.map(target.position);
    transaction.insert(landed, node);
    const shift = landed - position;
    transaction.setSelection(TextSelection.create(transaction.doc, (isInside ? anchor : head) + shift, head + shift));
    dispatch(transaction.scrollIntoView());
    return true;
  };
}

/** Moves the article one place up, at the start of a chapter to the end of the one before. */
export const moveArticleUp: Command = move('up');

/** Moves the article one place down, at the end of a chapter to the start of the next. */
export const moveArticleDown: Command = move('down');
