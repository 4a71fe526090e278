import { Extension, type Extensions } from '@tiptap/core';
import { keymap } from '@tiptap/pm/keymap';
import { editorKeymap } from '#renderer/editor/commands/editorKeymap.ts';
import { annotationsPlugin } from '#renderer/editor/plugins/annotationsPlugin.ts';
import { clipboardPlugin } from '#renderer/editor/plugins/clipboardPlugin.ts';
import { currentArticlePlugin } from '#renderer/editor/plugins/currentArticlePlugin.ts';
import { findingsPlugin } from '#renderer/editor/plugins/findingsPlugin.ts';
import { idsPlugin } from '#renderer/editor/plugins/idsPlugin.ts';
import { numberingPlugin } from '#renderer/editor/plugins/numberingPlugin.ts';
import { referencesPlugin } from '#renderer/editor/plugins/referencesPlugin.ts';
import { schemaExtensions } from '#renderer/editor/schema/schemaExtensions.ts';

/** Everything the editor consists of; `newId` makes the ids of new chapters, articles and items. */
export function editorExtensions(newId: () => string): Extensions {
  const conventionEditing = Extension.create({
    name: 'conventionEditing',
    priority: 1_000,
    addProseMirrorPlugins() {
      return [
        keymap(editorKeymap(this.editor.schema)),
        idsPlugin(newId),
        numberingPlugin(),
        referencesPlugin(),
        findingsPlugin(),
        annotationsPlugin(),
        currentArticlePlugin(),
        clipboardPlugin(this.editor.schema),
      ];
    },
  });
  return [conventionEditing, ...schemaExtensions];
}
