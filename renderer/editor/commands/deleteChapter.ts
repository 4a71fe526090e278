import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import type { Command } from '@tiptap/pm/state';
import { ReplaceAroundStep } from '@tiptap/pm/transform';
import { ancestor } from '#renderer/editor/commands/ancestor.ts';
import { nodeType } from '#renderer/editor/commands/nodeType.ts';
import { putCursor } from '#renderer/editor/commands/putCursor.ts';

/** The chapter's content without its heading; paragraphs that stood above its articles become an article. */
function bodyOf(chapter: Node): Node[] {
  const { schema } = chapter.type;
  const lead = chapter.children.filter((child) => child.type.name === 'paragraph' && child.content.size > 0);
  const rest = chapter.children.filter((child) => child.type.name === 'article' || child.type.name === 'section');
  return lead.length === 0 ? rest : [nodeType(schema, 'article').create({ id: '' }, lead), ...rest];
}

/**
 * Takes out a chapter's heading; its articles go to the chapter before. Those of the first chapter stand above the next
 * chapter on their own, which sections cannot.
 */
export const deleteChapter: Command = (state, dispatch) => {
  const { $head } = state.selection;
  const chapter = ancestor($head, 'chapter');
  if (chapter === undefined) return false;
  const { node, position } = chapter;
  const previous = state.doc.resolve(position).nodeBefore;
  const body = bodyOf(node);
  const hasSections = body.some((child) => child.type.name === 'section');
  if (previous?.type.name !== 'chapter' && hasSections) return false;
  if (dispatch === undefined) return true;
  const transaction = state.tr;
  const end = position + node.nodeSize;
  const bodyStart = position + 1 + (node.firstChild?.nodeSize ?? 0);
  const isPlain = node.maybeChild(1)?.type.name !== 'paragraph';
  let target = position;
  if (isPlain && previous?.type.name === 'chapter') {
    target = position - 1;
    transaction.delete(target, bodyStart);
  } else if (isPlain) {
    transaction.step(new ReplaceAroundStep(position, end, bodyStart, end - 1, Slice.empty, 0));
  } else {
    if (previous?.type.name === 'chapter') target = position - 1;
    transaction.delete(position, end).insert(target, Fragment.fromArray(body));
  }
  dispatch(putCursor(transaction, target + 1));
  return true;
};
