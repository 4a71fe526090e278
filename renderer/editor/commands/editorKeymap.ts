import { toggleMark } from '@tiptap/pm/commands';
import { redo, undo } from '@tiptap/pm/history';
import type { Schema } from '@tiptap/pm/model';
import type { Command } from '@tiptap/pm/state';
import { asOneStep } from '#renderer/editor/commands/asOneStep.ts';
import { breakLine } from '#renderer/editor/commands/breakLine.ts';
import { joinBackward } from '#renderer/editor/commands/joinBackward.ts';
import { joinForward } from '#renderer/editor/commands/joinForward.ts';
import { liftItems } from '#renderer/editor/commands/liftItems.ts';
import { makeItems } from '#renderer/editor/commands/makeItems.ts';
import { moveArticleDown, moveArticleUp } from '#renderer/editor/commands/moveArticle.ts';
import { splitArticle } from '#renderer/editor/commands/splitArticle.ts';

/** Ctrl on Windows and Linux, Command on a Mac. Tab acts on items alone and otherwise leaves the text, as on any page. */
export function editorKeymap(schema: Schema): Record<string, Command> {
  const { bold } = schema.marks;
  return {
    Enter: asOneStep(breakLine),
    'Shift-Enter': asOneStep(breakLine),
    'Mod-Enter': asOneStep(splitArticle),
    Backspace: asOneStep(joinBackward),
    'Mod-Backspace': asOneStep(joinBackward),
    'Shift-Backspace': asOneStep(joinBackward),
    Delete: asOneStep(joinForward),
    'Mod-Delete': asOneStep(joinForward),
    Tab: asOneStep(makeItems),
    'Shift-Tab': asOneStep(liftItems),
    'Alt-ArrowUp': asOneStep(moveArticleUp),
    'Alt-ArrowDown': asOneStep(moveArticleDown),
    'Mod-z': undo,
    'Mod-y': redo,
    'Shift-Mod-z': redo,
    ...(bold === undefined ? {} : { 'Mod-b': asOneStep(toggleMark(bold)) }),
  };
}
