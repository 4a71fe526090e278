import type { EditorState } from '@tiptap/pm/state';
import type { StructureFault } from '#core/document/checkStructure.ts';
import { articleRange } from '#renderer/editor/plugins/articleRange.ts';
import { findArticle } from '#renderer/editor/plugins/findArticle.ts';
import { numberingOf } from '#renderer/editor/plugins/numberingPlugin.ts';

/** Where a fault of the structure stands in the editor: the words that are quoted, else the whole article or part; undefined when it is gone. */
export function structureRange(state: EditorState, fault: StructureFault): { from: number; to: number } | undefined {
  if ('articleId' in fault) {
    const article = findArticle(state.doc, fault.articleId);
    if (article === undefined) return undefined;
    if ('start' in fault) return articleRange(article, numberingOf(state), fault.start, fault.end);
    return { from: article.position + 1, to: article.position + article.node.nodeSize - 1 };
  }
  let range: { from: number; to: number } | undefined;
  state.doc.forEach((node, position) => {
    if (range === undefined && node.type.name === fault.part) range = { from: position + 1, to: position + node.nodeSize - 1 };
  });
  return range;
}
