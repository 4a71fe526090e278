import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import type { Command } from '@tiptap/pm/state';
import { ReplaceAroundStep } from '@tiptap/pm/transform';
import { ancestor } from '#renderer/editor/commands/ancestor.ts';
import { emptyArticle } from '#renderer/editor/commands/emptyArticle.ts';
import { nodeType } from '#renderer/editor/commands/nodeType.ts';
import { putCursor } from '#renderer/editor/commands/putCursor.ts';

const bodyKinds = new Set(['chapter', 'article', 'verse']);

/** Position after the last part of the body that does not lie behind the cursor; the body's start for a cursor before it. */
function placeForChapter(document: Node, cursor: number): number {
  let offset = 0;
  let found: number | undefined;
  for (const part of document.children) {
    const isBody = bodyKinds.has(part.type.name);
    if (isBody && offset >= cursor) return found ?? offset;
    offset += part.nodeSize;
    if (isBody) found = offset;
  }
  return found ?? offset;
}

/**
 * Adds a chapter with an empty article after the present chapter. In a text without chapters around the cursor the
 * chapter takes in the article at the cursor and those that follow it.
 */
export const insertChapter: Command = (state, dispatch) => {
  if (dispatch === undefined) return true;
  const { $head } = state.selection;
  const heading = nodeType(state.schema, 'heading').create();
  const chapterType = nodeType(state.schema, 'chapter');
  const article = ancestor($head, 'article');
  const transaction = state.tr;
  if (article?.depth === 1) {
    let end = article.position;
    for (let index = $head.index(0); state.doc.maybeChild(index)?.type.name === 'article'; index += 1) {
      end += state.doc.child(index).nodeSize;
    }
    const shell = new Slice(Fragment.from(chapterType.create({ id: '' }, heading)), 0, 0);
    const { position } = article;
    transaction.step(new ReplaceAroundStep(position, end, position, end, shell, 1 + heading.nodeSize));
    dispatch(putCursor(transaction, article.position + 2));
    return true;
  }
  const position = placeForChapter(state.doc, $head.pos);
  transaction.insert(position, chapterType.create({ id: '' }, [heading, emptyArticle(state.schema)]));
  dispatch(putCursor(transaction, position + 2));
  return true;
};
