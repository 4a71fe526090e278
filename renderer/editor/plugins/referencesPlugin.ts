import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Node } from '@tiptap/pm/model';
import { referenceText, type Numbering } from '#core/document/numberDocument.ts';
import { changedRange } from '#renderer/editor/plugins/changedRange.ts';
import { numberingOf } from '#renderer/editor/plugins/numberingPlugin.ts';

type ReferencesState = { numbering: Numbering; decorations: DecorationSet };

const referencesKey = new PluginKey<ReferencesState>('references');

function decorate(document: Node, numbering: Numbering, from: number, to: number): Decoration[] {
  const decorations: Decoration[] = [];
  document.nodesBetween(from, to, (node, position) => {
    if (node.type.name !== 'articleReference') return true;
    const target = String(node.attrs['target']);
    const isDangling = !numbering.numbers.has(target);
    decorations.push(
      Decoration.node(position, position + 1, {
        class: isDangling ? 'article-reference is-dangling' : 'article-reference',
        'data-label': referenceText(target, numbering),
      }),
    );
    return false;
  });
  return decorations;
}

function mapped(decorations: DecorationSet, transaction: Transaction, numbering: Numbering): DecorationSet {
  const moved = decorations.map(transaction.mapping, transaction.doc);
  const changed = changedRange(transaction);
  if (changed === undefined) return moved;
  const { from, to } = changed;
  const wanted = decorate(transaction.doc, numbering, from, to);
  // find() also answers with what only touches the stretch.
  const missing = wanted.filter((one) => !moved.find(one.from, one.to).some(({ from: start }) => start === one.from));
  return missing.length === 0 ? moved : moved.add(transaction.doc, missing);
}

/** Writes 第X条 where an article is named; the words follow the numbers. */
export function referencesPlugin(): Plugin<ReferencesState> {
  return new Plugin<ReferencesState>({
    key: referencesKey,
    state: {
      init(_config, state) {
        const numbering = numberingOf(state);
        const all = decorate(state.doc, numbering, 0, state.doc.content.size);
        return { numbering, decorations: DecorationSet.create(state.doc, all) };
      },
      apply(transaction, value, _before, state) {
        if (!transaction.docChanged) return value;
        const numbering = numberingOf(state);
        if (numbering === value.numbering) {
          return { numbering, decorations: mapped(value.decorations, transaction, numbering) };
        }
        const all = decorate(state.doc, numbering, 0, state.doc.content.size);
        return { numbering, decorations: DecorationSet.create(state.doc, all) };
      },
    },
    props: { decorations: (state) => referencesKey.getState(state)?.decorations },
  });
}
