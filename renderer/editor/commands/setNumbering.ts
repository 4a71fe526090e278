import type { Command } from '@tiptap/pm/state';
import type { NumberingScope, NumberingStyle } from '#core/document/document.ts';

/** Prints article numbers as 第X条, 一、, 1. or not at all. */
export function setNumberingStyle(style: NumberingStyle): Command {
  return (state, dispatch) => {
    if (state.doc.attrs['numberingStyle'] === style) return false;
    dispatch?.(state.tr.setDocAttribute('numberingStyle', style));
    return true;
  };
}

/** Numbers the articles through the whole document, or anew in each chapter. */
export function setNumberingScope(scope: NumberingScope): Command {
  return (state, dispatch) => {
    if (state.doc.attrs['numberingScope'] === scope) return false;
    dispatch?.(state.tr.setDocAttribute('numberingScope', scope));
    return true;
  };
}
