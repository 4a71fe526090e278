import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { ancestor } from '#renderer/editor/commands/ancestor.ts';

const currentArticleKey = new PluginKey('currentArticle');

/** The article that the cursor stands in. */
export function currentArticleOf(state: EditorState): { id: string; position: number } | undefined {
  const found = ancestor(state.selection.$head, 'article');
  return found === undefined ? undefined : { id: String(found.node.attrs['id']), position: found.position };
}

/** Marks the article that the cursor stands in. */
export function currentArticlePlugin(): Plugin {
  return new Plugin({
    key: currentArticleKey,
    props: {
      decorations(state) {
        const found = ancestor(state.selection.$head, 'article');
        if (found === undefined) return null;
        return DecorationSet.create(state.doc, [
          Decoration.node(found.position, found.position + found.node.nodeSize, { class: 'is-current' }),
        ]);
      },
    },
  });
}
