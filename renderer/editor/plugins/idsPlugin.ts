import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Mapping } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';
import { assignIds } from '#renderer/editor/plugins/assignIds.ts';
import { forEachBlock } from '#renderer/editor/plugins/forEachBlock.ts';
import { staysInTextblocks } from '#renderer/editor/plugins/staysInTextblocks.ts';

const idsKey = new PluginKey('ids');

function withoutIds(fragment: Fragment, keeps: (id: string) => boolean): Fragment {
  const nodes: Node[] = [];
  fragment.forEach((node) => {
    if (node.isTextblock || node.isInline) {
      nodes.push(node);
      return;
    }
    const id: unknown = node.attrs['id'];
    const attrs = typeof id === 'string' && !keeps(id) ? { ...node.attrs, id: '' } : node.attrs;
    nodes.push(node.type.create(attrs, withoutIds(node.content, keeps), node.marks));
  });
  return Fragment.fromArray(nodes);
}

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
 * Keeps ids unique and stable. What is dropped in the same view or was cut here keeps its ids, what is pasted otherwise gets new ones.
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
        const present = new Set<string>();
        forEachBlock(target.state.doc, (node) => {
          const id: unknown = node.attrs['id'];
          if (typeof id === 'string') present.add(id);
        });
        const content = withoutIds(slice.content, (id) => cutIds.has(id) && !present.has(id));
        return new Slice(content, slice.openStart, slice.openEnd);
      },
    },
  });
}
