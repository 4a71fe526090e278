import type { EditorState } from '@tiptap/pm/state';
import { itemMarkerSchema } from '#core/document/document.ts';
import { itemLabel } from '#core/document/numberDocument.ts';
import { forEachBlock } from '#renderer/editor/plugins/forEachBlock.ts';
import { numberingOf } from '#renderer/editor/plugins/numberingPlugin.ts';

/** Every printed number by the id of what it stands before: chapter, section, article, item and subitem. */
export function labelsOf(state: EditorState): Map<string, string> {
  const labels = new Map(numberingOf(state).labels);
  forEachBlock(state.doc, (node, _position, parent, index) => {
    if (node.type.name !== 'item' && node.type.name !== 'subitem') return;
    labels.set(String(node.attrs['id']), itemLabel(index, itemMarkerSchema.parse(parent.attrs['marker'])));
  });
  return labels;
}
