import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Mappable } from '@tiptap/pm/transform';
import { articleText } from '#core/document/articleText.ts';
import { placeAnchor } from '#core/review/placeAnchor.ts';
import type { Anchor, AnnotationKind } from '#core/review/review.ts';
import { articleRange } from '#renderer/editor/plugins/articleRange.ts';
import { findArticle } from '#renderer/editor/plugins/findArticle.ts';
import { numberingOf } from '#renderer/editor/plugins/numberingPlugin.ts';
import { staysInTextblocks } from '#renderer/editor/plugins/staysInTextblocks.ts';
import { toArticle } from '#renderer/editor/schema/toDocument.ts';

export type Anchored = { id: string; kind: AnnotationKind; anchor: Anchor };

/** Where an annotation is now. `whole`: it speaks of the article as a whole. */
export type AnnotationPlace = Anchored & (
  | { state: 'inPlace' | 'moved'; from: number; to: number }
  | { state: 'whole' }
  | { state: 'lost' }
);

type AnnotationsState = { places: readonly AnnotationPlace[]; decorations: DecorationSet };

const annotationsKey = new PluginKey<AnnotationsState>('annotations');

const kindClasses: Record<AnnotationKind, string> = { unlawful: 'bad', mustChange: 'must', advice: 'adv', wording: 'word' };

/** The annotations with their present places, in the order given. */
export function annotationPlaces(state: EditorState): readonly AnnotationPlace[] {
  return annotationsKey.getState(state)?.places ?? [];
}

/** A transaction that shows these annotations, each found anew in its article. */
export function setAnnotations(state: EditorState, anchored: readonly Anchored[]): Transaction {
  return state.tr.setMeta(annotationsKey, anchored).setMeta('addToHistory', false);
}

function isAnchored(value: unknown): value is readonly Anchored[] {
  return Array.isArray(value);
}

function place(state: EditorState, anchored: Anchored): AnnotationPlace {
  const { id, kind, anchor } = anchored;
  const article = findArticle(state.doc, anchor.articleId);
  if (article === undefined) return { id, kind, anchor, state: 'lost' };
  if (anchor.quote === '') return { id, kind, anchor, state: 'whole' };
  const numbering = numberingOf(state);
  const placement = placeAnchor(anchor, articleText(toArticle(article.node), numbering));
  if (placement.state === 'lost') return { id, kind, anchor, state: 'lost' };
  return { id, kind, anchor, state: placement.state, ...articleRange(article, numbering, placement.from, placement.to) };
}

/** The anchor keeps to its words: what is typed at its edges stays outside. Emptied, it is looked for anew, then lost. */
function moved(state: EditorState, current: AnnotationPlace, mapping: Mappable, isTyping: boolean): AnnotationPlace {
  if (current.state === 'inPlace' || current.state === 'moved') {
    const from = mapping.map(current.from, 1);
    const to = mapping.map(current.to, -1);
    return from < to ? { ...current, from, to } : place(state, current);
  }
  return isTyping ? current : place(state, current);
}

function decorate(state: EditorState, places: readonly AnnotationPlace[]): DecorationSet {
  const decorations = places.flatMap((one) =>
    one.state === 'inPlace' || one.state === 'moved'
      ? [Decoration.inline(one.from, one.to, { class: `u annotated ${kindClasses[one.kind]}`, 'data-annotation': one.id })]
      : [],
  );
  return decorations.length === 0 ? DecorationSet.empty : DecorationSet.create(state.doc, decorations);
}

/** Keeps the reviewer's annotations at their words while the text is edited, and marks those words. */
export function annotationsPlugin(): Plugin<AnnotationsState> {
  return new Plugin<AnnotationsState>({
    key: annotationsKey,
    state: {
      init: () => ({ places: [], decorations: DecorationSet.empty }),
      apply(transaction, value, _before, state) {
        const anchored: unknown = transaction.getMeta(annotationsKey);
        if (isAnchored(anchored)) {
          const places = anchored.map((one) => place(state, one));
          return { places, decorations: decorate(state, places) };
        }
        if (!transaction.docChanged || value.places.length === 0) return value;
        const isTyping = staysInTextblocks(transaction);
        const places = value.places.map((one) => moved(state, one, transaction.mapping, isTyping));
        return { places, decorations: decorate(state, places) };
      },
    },
    props: { decorations: (state) => annotationsKey.getState(state)?.decorations },
  });
}
