import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Finding, Severity } from '#core/legality/rule.ts';
import { articleRange } from '#renderer/editor/plugins/articleRange.ts';
import { findArticle } from '#renderer/editor/plugins/findArticle.ts';
import { numberingOf } from '#renderer/editor/plugins/numberingPlugin.ts';

/** Article id → what the pre-check says about it now; the marks go where the words are. */
export type FindingResults = ReadonlyMap<string, readonly Finding[]>;

type FindingsState = { decorations: DecorationSet };

const findingsKey = new PluginKey<FindingsState>('findings');

export const severityClasses: Record<Severity, string> = { unlawful: 'bad', risky: 'must', consider: 'adv' };

/** A transaction that shows these findings in the articles named and leaves the others alone. */
export function setFindings(state: EditorState, results: FindingResults): Transaction {
  return state.tr.setMeta(findingsKey, results).setMeta('addToHistory', false);
}

function isResults(value: unknown): value is FindingResults {
  return value instanceof Map;
}

function redraw(decorations: DecorationSet, state: EditorState, results: FindingResults): DecorationSet {
  const numbering = numberingOf(state);
  let next = decorations;
  for (const [articleId, findings] of results) {
    const article = findArticle(state.doc, articleId);
    if (article === undefined) continue;
    const old = next.find(article.position, article.position + article.node.nodeSize, (spec) => spec['articleId'] === articleId);
    const fresh = findings.flatMap((finding) => {
      const { from, to } = articleRange(article, numbering, finding.start, finding.end);
      if (from >= to) return [];
      const attributes = { class: `u ${severityClasses[finding.severity]}`, 'data-rule': finding.rule };
      return [Decoration.inline(from, to, attributes, { articleId })];
    });
    if (old.length > 0) next = next.remove(old);
    if (fresh.length > 0) next = next.add(state.doc, fresh);
  }
  return next;
}

/** Underlines what the pre-check found. Marks move with the words; new ones come only with setFindings. */
export function findingsPlugin(): Plugin<FindingsState> {
  return new Plugin<FindingsState>({
    key: findingsKey,
    state: {
      init: () => ({ decorations: DecorationSet.empty }),
      apply(transaction, value, _before, state) {
        const results: unknown = transaction.getMeta(findingsKey);
        const moved = transaction.docChanged
          ? value.decorations.map(transaction.mapping, transaction.doc)
          : value.decorations;
        if (isResults(results)) return { decorations: redraw(moved, state, results) };
        return moved === value.decorations ? value : { decorations: moved };
      },
    },
    props: { decorations: (state) => findingsKey.getState(state)?.decorations },
  });
}
