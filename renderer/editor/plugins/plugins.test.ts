import * as fc from 'fast-check';
import { DecorationSet } from '@tiptap/pm/view';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { Slice } from '@tiptap/pm/model';
import { history, undo } from '@tiptap/pm/history';
import { describe, expect, it } from 'vitest';
import type { ConventionDocument } from '#core/document/document.ts';
import { itemLabel, numberDocument, referenceText } from '#core/document/numberDocument.ts';
import type { Finding } from '#core/legality/rule.ts';
import { moveArticleDown } from '#renderer/editor/commands/moveArticle.ts';
import { article, draft, items, run, stateOf } from '#renderer/editor/commands/textBench.ts';
import { annotationPlaces, annotationsPlugin, setAnnotations, type Anchored } from '#renderer/editor/plugins/annotationsPlugin.ts';
import { clipboardPlugin } from '#renderer/editor/plugins/clipboardPlugin.ts';
import { findArticle } from '#renderer/editor/plugins/findArticle.ts';
import { findingsPlugin, setFindings } from '#renderer/editor/plugins/findingsPlugin.ts';
import { idsPlugin } from '#renderer/editor/plugins/idsPlugin.ts';
import { numberingPlugin } from '#renderer/editor/plugins/numberingPlugin.ts';
import { referencesPlugin } from '#renderer/editor/plugins/referencesPlugin.ts';
import { renewIds } from '#renderer/editor/plugins/renewIds.ts';
import { staysInTextblocks } from '#renderer/editor/plugins/staysInTextblocks.ts';
import { arbitraryDocument } from '#renderer/editor/schema/arbitraryDocument.ts';
import { conventionSchema } from '#renderer/editor/schema/conventionSchema.ts';
import { toDocument } from '#renderer/editor/schema/toDocument.ts';

type Shown = { from: number; to: number; label: string };

const clipboard = clipboardPlugin(conventionSchema);

function open(document: ConventionDocument): EditorState {
  let made = 0;
  const newId = () => `n${(made += 1)}`;
  return EditorState.create({
    doc: conventionSchema.nodeFromJSON(document),
    plugins: [history(), idsPlugin(newId), numberingPlugin(), referencesPlugin(), findingsPlugin(), annotationsPlugin(), clipboard],
  });
}

/** Every label and class that the plugins draw, in reading order. */
function drawn(state: EditorState, attribute: 'data-label' | 'class'): Shown[] {
  return state.plugins
    .flatMap((plugin) => {
      const source = plugin.props.decorations?.call(plugin, state);
      return source instanceof DecorationSet ? source.find() : [];
    })
    .flatMap((decoration) => {
      const attributes: unknown = Reflect.get(Reflect.get(decoration, 'type'), 'attrs');
      const label: unknown = typeof attributes === 'object' && attributes !== null ? Reflect.get(attributes, attribute) : undefined;
      return typeof label === 'string' ? [{ from: decoration.from, to: decoration.to, label }] : [];
    })
    .toSorted((left, right) => left.from - right.from || left.to - right.to);
}

function expectedLabels(state: EditorState): string[] {
  const document = toDocument(state.doc);
  const numbering = numberDocument(document);
  const labels: string[] = [];
  state.doc.descendants((node, _position, parent, index) => {
    const own = numbering.labels.get(String(node.attrs['id']));
    if (node.type.name === 'article' && own !== undefined && own !== '') labels.push(own);
    if (node.type.name === 'heading') labels.push(numbering.labels.get(String(parent?.attrs['id'])) ?? '');
    if (node.type.name === 'item' || node.type.name === 'subitem') labels.push(itemLabel(index, parent?.attrs['marker']));
    if (node.type.name === 'articleReference') labels.push(referenceText(String(node.attrs['target']), numbering));
    return true;
  });
  return labels.filter((label) => label !== '');
}

function textAt(state: EditorState, from: number, to: number): string {
  return state.doc.textBetween(from, to);
}

describe('numbers and references', () => {
  it('after any change are what a fresh computation gives', () => {
    const action = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      kind: fc.constantFrom('type', 'delete', 'move', 'reference', 'undo'),
    });
    fc.assert(
      fc.property(arbitraryDocument(), fc.array(action, { minLength: 1, maxLength: 6 }), (document, actions) => {
        let state = open(document);
        for (const { at, kind } of actions) {
          const selection = TextSelection.near(state.doc.resolve(Math.floor(at * state.doc.content.size)));
          state = state.apply(state.tr.setSelection(selection));
          const { from } = state.selection;
          if (kind === 'type') state = state.apply(state.tr.insertText('村民', from));
          if (kind === 'delete') state = state.apply(state.tr.delete(from, Math.min(from + 9, state.doc.content.size)));
          if (kind === 'move') state = run(state, moveArticleDown);
          if (kind === 'undo') state = run(state, undo);
          if (kind === 'reference') {
            const node = conventionSchema.nodes['articleReference']?.create({ target: 'a1' });
            if (node !== undefined) state = state.apply(state.tr.insert(from, node));
          }
          expect(drawn(state, 'data-label').map(({ label }) => label)).toEqual(expectedLabels(state));
        }
      }),
      { seed: 20_261_124, numRuns: 150 },
    );
  });

  it('a reference to an article that is gone says so', () => {
    const reference = { type: 'articleReference' as const, attrs: { target: 'a2' } };
    const first = article('a1', '');
    const document = draft({ ...first, content: [{ type: 'paragraph', content: [reference] }] }, article('a2', '乙'));
    let state = open(document);
    expect(drawn(state, 'data-label').map(({ label }) => label)).toContain('第二条');
    const second = findArticle(state.doc, 'a2');
    if (second !== undefined) state = state.apply(state.tr.delete(second.position, second.position + second.node.nodeSize));
    expect(drawn(state, 'data-label').map(({ label }) => label)).toContain('第〔原条文已删〕条');
  });

  it('typing inside a paragraph is known as such, a new paragraph is not', () => {
    const state = stateOf(draft(article('a1', '甲|乙')));
    const { from } = state.selection;
    expect(staysInTextblocks(state.tr.insertText('丙', from))).toBe(true);
    expect(staysInTextblocks(state.tr.delete(from - 1, from + 1))).toBe(true);
    expect(staysInTextblocks(state.tr.split(from))).toBe(false);
    expect(staysInTextblocks(state.tr.setNodeAttribute(from - 3, 'id', 'x'))).toBe(false);
  });
});

describe('findings in the text', () => {
  const finding: Finding = {
    rule: 'fine', severity: 'unlawful', article: 0, articleId: 'a1', start: 5, end: 7, quote: '罚款', message: '不能罚款。', basis: [], suggestion: '批评教育',
  };
  const marked = (state: EditorState) => drawn(state, 'class').map(({ from, to, label }) => [label, textAt(state, from, to)]);

  it('stand at their words, move with them, and go when they are checked again', () => {
    let state = open(draft(article('a1', '乱倒垃圾，罚款五百元。')));
    state = state.apply(setFindings(state, new Map([['a1', [finding]]])));
    expect(marked(state)).toEqual([['u bad', '罚款']]);
    const paragraph = (findArticle(state.doc, 'a1')?.position ?? 0) + 2;
    state = state.apply(state.tr.insertText('凡是', paragraph));
    expect(marked(state)).toEqual([['u bad', '罚款']]);
    state = state.apply(setFindings(state, new Map([['a1', []]])));
    expect(marked(state)).toEqual([]);
  });

  it('in one article leave those of another alone', () => {
    let state = open(draft(article('a1', '乱倒垃圾，罚款五百元。'), article('a2', '乱停车辆，罚款二百元。')));
    const other = { ...finding, article: 1, articleId: 'a2' };
    state = state.apply(setFindings(state, new Map([['a1', [finding]], ['a2', [other]]])));
    state = state.apply(setFindings(state, new Map([['a1', []]])));
    expect(marked(state)).toEqual([['u bad', '罚款']]);
  });
});

describe('annotations in the text', () => {
  const text = '乱倒垃圾的，由村民委员会罚款五百元。';
  const anchored: Anchored = {
    id: 'n', kind: 'unlawful',
    anchor: { articleId: 'a1', from: 12, to: 17, quote: '罚款五百元', prefix: '由村民委员会', suffix: '。', contentHash: '0'.repeat(64) },
  };
  const placed = (state: EditorState) =>
    annotationPlaces(state).map((place) => ('from' in place ? [place.state, textAt(state, place.from, place.to)] : [place.state]));
  const opened = (...body: Parameters<typeof draft>) => {
    const state = open(draft(...body));
    return state.apply(setAnnotations(state, [anchored]));
  };
  const change = (state: EditorState, make: (transaction: Transaction, start: number) => Transaction) => {
    const paragraph = (findArticle(state.doc, 'a1')?.position ?? 0) + 2;
    return state.apply(make(state.tr, paragraph));
  };

  it('stand at their words and keep to them while others are typed at their edges', () => {
    let state = opened(article('a1', text));
    expect(placed(state)).toEqual([['inPlace', '罚款五百元']]);
    state = change(state, (transaction, start) => transaction.insertText('处以', start + 12));
    state = change(state, (transaction, start) => transaction.insertText('整', start + 19));
    expect(placed(state)).toEqual([['inPlace', '罚款五百元']]);
  });

  it('keep what is left of their words, and are lost with the last', () => {
    let state = opened(article('a1', text));
    state = change(state, (transaction, start) => transaction.delete(start + 12, start + 14));
    expect(placed(state)).toEqual([['inPlace', '五百元']]);
    state = change(state, (transaction, start) => transaction.delete(start + 12, start + 15));
    expect(placed(state)).toEqual([['lost']]);
  });

  it('follow an article that moves, and come back when an article does', () => {
    let state = opened(article('a1', text), article('a2', '乙'));
    state = run(state.apply(state.tr.setSelection(TextSelection.create(state.doc, 9))), moveArticleDown);
    expect(placed(state).map(([, words]) => words)).toEqual(['罚款五百元']);
    const found = findArticle(state.doc, 'a1');
    if (found !== undefined) state = state.apply(state.tr.delete(found.position, found.position + found.node.nodeSize));
    expect(placed(state)).toEqual([['lost']]);
    expect(placed(run(state, undo)).map(([, words]) => words)).toEqual(['罚款五百元']);
  });
});

describe('copied text', () => {
  const copied = (state: EditorState, from: number, to: number) => {
    const selected = state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
    // The serializer asks its view for the state alone.
    const serialize: unknown = clipboard.props.clipboardTextSerializer;
    if (typeof serialize !== 'function') throw new Error('No serializer');
    const text: unknown = Reflect.apply(serialize, clipboard, [selected.doc.slice(from, to), { state: selected }]);
    return text;
  };

  it('carries the numbers that are printed', () => {
    const state = open(draft(article('a1', '如下：', items(['i1', '甲'], ['i2', '乙'])), article('a2', '丙')));
    expect(copied(state, 8, state.doc.content.size - 2)).toBe('第一条　如下：\n（一）甲\n（二）乙\n第二条　丙');
  });

  it('of a few words is these words alone', () => {
    const state = open(draft(article('a1', '爱护公物。')));
    expect(copied(state, 9, 11)).toBe('护公');
  });
});

describe('ids', () => {
  it('are new on what is pasted, and stay on what is dropped in the same view', () => {
    const state = stateOf(draft(article('a1', '甲'), article('a2', '乙')));
    const plugin = idsPlugin(() => 'n');
    const transform: unknown = plugin.props.transformPasted;
    if (typeof transform !== 'function') throw new Error('No transformation');
    const slice = new Slice(state.doc.slice(6, 11).content, 0, 0);
    expect(slice.content.firstChild?.attrs['id']).toBe('a1');
    const idsOf = (dragging: object | null) => {
      const result: unknown = Reflect.apply(transform, plugin, [slice, { state, dragging }, false]);
      return result instanceof Slice ? result.content.content.map((node) => node.attrs['id']) : [];
    };
    expect(idsOf(null)).toEqual(['n']);
    expect(idsOf({})).toEqual(['a1']);
  });

  it('of pasted articles are new, and references among them follow', () => {
    const reference = { type: 'articleReference' as const, attrs: { target: 'a1' } };
    const second = { ...article('a2', ''), content: [{ type: 'paragraph' as const, content: [reference] }] };
    const { doc } = stateOf(draft(article('a1', '甲'), second));
    let made = 0;
    const newId = () => `n${(made += 1)}`;
    const whole = new Slice(doc.content.cut(6), 0, 0);
    const renewed = renewIds(whole, () => false, newId);
    expect(renewed.content.content.map((node) => node.attrs['id'])).toEqual(['n1', 'n2']);
    expect(renewed.content.child(1).firstChild?.firstChild?.attrs['target']).toBe('n1');
    const open = new Slice(doc.content.cut(6), 1, 0);
    expect(renewIds(open, () => false, newId).content.child(1).firstChild?.firstChild?.attrs['target']).toBe('a1');
  });
});
