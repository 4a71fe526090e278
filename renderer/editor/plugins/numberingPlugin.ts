import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Node } from '@tiptap/pm/model';
import { itemMarkerSchema } from '#core/document/document.ts';
import { itemLabel, numberDocument, type Numbering } from '#core/document/numberDocument.ts';
import { forEachBlock } from '#renderer/editor/plugins/forEachBlock.ts';
import { staysInTextblocks } from '#renderer/editor/plugins/staysInTextblocks.ts';
import { toDocument } from '#renderer/editor/schema/toDocument.ts';

type NumberingState = { numbering: Numbering; decorations: DecorationSet; labelWidth: string };

const numberingKey = new PluginKey<NumberingState>('numbering');

const noNumbering: Numbering = { labels: new Map(), numbers: new Map() };

/** The printed numbers of the present text. */
export function numberingOf(state: EditorState): Numbering {
  return numberingKey.getState(state)?.numbering ?? noNumbering;
}

function decorate(document: Node, numbering: Numbering): DecorationSet {
  const decorations: Decoration[] = [];
  const add = (node: Node, position: number, label: string) => {
    if (label !== '') decorations.push(Decoration.node(position, position + node.nodeSize, { 'data-label': label }));
  };
  forEachBlock(document, (node, position, parent, index) => {
    switch (node.type.name) {
      case 'article':
        add(node, position, numbering.labels.get(String(node.attrs['id'])) ?? '');
        break;
      case 'heading':
        add(node, position, numbering.labels.get(String(parent.attrs['id'])) ?? '');
        break;
      case 'item':
      case 'subitem':
        add(node, position, itemLabel(index, itemMarkerSchema.parse(parent.attrs['marker'])));
        break;
    }
  });
  return DecorationSet.create(document, decorations);
}

function compute(document: Node): NumberingState {
  const numbering = numberDocument(toDocument(document));
  const longest = Math.max(0, ...[...numbering.numbers.keys()].map((id) => (numbering.labels.get(id) ?? '').length));
  return { numbering, decorations: decorate(document, numbering), labelWidth: `${longest}em` };
}

/**
 * Shows numbers as attributes of the blocks, drawn by CSS before their text: no DOM stands in the text, so that an input
 * method never meets them. Typing inside a paragraph only moves the marks along.
 */
export function numberingPlugin(): Plugin<NumberingState> {
  return new Plugin<NumberingState>({
    key: numberingKey,
    state: {
      init: (_config, state) => compute(state.doc),
      apply(transaction, value) {
        if (!transaction.docChanged) return value;
        if (!staysInTextblocks(transaction)) return compute(transaction.doc);
        return { ...value, decorations: value.decorations.map(transaction.mapping, transaction.doc) };
      },
    },
    props: {
      decorations: (state) => numberingKey.getState(state)?.decorations,
      attributes(state): Record<string, string> {
        return { style: `--label-width: ${numberingKey.getState(state)?.labelWidth ?? '0em'}` };
      },
    },
  });
}
