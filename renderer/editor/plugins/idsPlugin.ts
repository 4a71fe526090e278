import type { Fragment } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Mapping } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';
import { assignIds } from '#renderer/editor/plugins/assignIds.ts';
import { forEachBlock } from '#renderer/editor/plugins/forEachBlock.ts';
import { renewIds } from '#renderer/editor/plugins/renewIds.ts';
import { staysInTextblocks } from '#renderer/editor/plugins/staysInTextblocks.ts';

const idsKey = new PluginKey('ids');

function idsIn(fragment: Fragment): Set<string> {
  const ids = new Set<string>();
  fragment.descendants((node) => {
    const id: unknown = node.attrs['id'];
    if (typeof id === 'string') ids.add(id);
    return !node.isTextblock;
  });
  return ids;
}

/**
 * Keeps ids unique and stable. What is dropped in the same view, was cut here or is pasted over itself keeps its ids, what is
 * pasted otherwise gets new ones.
 * While a word is being composed nothing is written: a changed attribute would redraw the block and drop the composition.
 */
export function idsPlugin(newId: () => string): Plugin {
  let view: EditorView | undefined;
  let isOwing = false;
  let cutIds: ReadonlySet<string> = new Set();

  const settle = () => {
    if (view === undefined || !isOwing || view.composing) return;
    isOwing = false;
    const transaction = assignIds(view.state.doc, view.state, new Mapping(), newId);
    if (transaction !== undefined) view.dispatch(transaction.setMeta('addToHistory', false));
  };

  return new Plugin({
    key: idsKey,
    view(created) {
      view = created;
      return {
        destroy() {
          view = undefined;
        },
      };
    },
    appendTransaction(transactions, before, state) {
      const changing = transactions.filter((transaction) => transaction.docChanged);
      if (changing.every(staysInTextblocks)) return null;
      if (view?.composing === true) {
        isOwing = true;
        return null;
      }
      const mapping = new Mapping(changing.flatMap((transaction) => transaction.mapping.maps));
      return assignIds(before.doc, state, mapping, newId) ?? null;
    },
    props: {
      handleDOMEvents: {
        compositionend() {
          setTimeout(settle);
          return false;
        },
        cut(current) {
          cutIds = idsIn(current.state.selection.content().content);
          return false;
        },
      },
      transformPasted(slice, target) {
        if (target.dragging !== null) return slice;
        const { from, to } = target.state.selection;
        const present = new Set<string>();
        forEachBlock(target.state.doc, (node, position) => {
          const id: unknown = node.attrs['id'];
          const isReplaced = position >= from && position + node.nodeSize <= to;
          if (typeof id === 'string' && !isReplaced) present.add(id);
        });
        const replaced = idsIn(target.state.selection.content().content);
        return renewIds(slice, (id) => !present.has(id) && (cutIds.has(id) || replaced.has(id)), newId);
      },
    },
  });
}
