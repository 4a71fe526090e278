import { toggleMark } from '@tiptap/pm/commands';
import { redo, undo } from '@tiptap/pm/history';
import type { Command } from '@tiptap/pm/state';
import { deleteArticle } from '#renderer/editor/commands/deleteArticle.ts';
import { deleteChapter } from '#renderer/editor/commands/deleteChapter.ts';
import { insertArticle } from '#renderer/editor/commands/insertArticle.ts';
import { insertChapter } from '#renderer/editor/commands/insertChapter.ts';
import { insertReference } from '#renderer/editor/commands/insertReference.ts';
import { liftItems } from '#renderer/editor/commands/liftItems.ts';
import { makeItems } from '#renderer/editor/commands/makeItems.ts';
import { moveArticleDown, moveArticleUp } from '#renderer/editor/commands/moveArticle.ts';
import { splitArticle } from '#renderer/editor/commands/splitArticle.ts';
import { startChapterHere } from '#renderer/editor/commands/startChapterHere.ts';
import { toggleCaption } from '#renderer/editor/commands/toggleCaption.ts';

export type Tool = {
  name: string;
  /** shown with the name, in the words on the keys */
  keys?: string;
  command: Command;
  /** why it cannot be used where the cursor stands */
  refusal: string;
};

const bold: Command = (state, dispatch) => {
  const mark = state.schema.marks['bold'];
  return mark !== undefined && toggleMark(mark)(state, dispatch);
};

export const toolKeys = [
  'undo',
  'redo',
  'insertArticle',
  'splitArticle',
  'insertChapter',
  'reference',
  'bold',
  'moveUp',
  'moveDown',
  'makeItems',
  'liftItems',
  'caption',
  'deleteArticle',
  'startChapter',
  'deleteChapter',
] as const;
export type ToolKey = (typeof toolKeys)[number];

/** Every editing tool with its name, its key and what to say when it does not apply. */
export const tools: Record<ToolKey, Tool> = {
  undo: { name: '撤销', keys: 'Ctrl+Z', command: undo, refusal: '没有可以撤销的改动' },
  redo: { name: '重做', keys: 'Ctrl+Y', command: redo, refusal: '没有撤销过的改动' },
  insertArticle: { name: '加一条', command: insertArticle, refusal: '这里不能加条' },
  splitArticle: { name: '另起一条', keys: 'Ctrl+回车', command: splitArticle, refusal: '把光标放进条文里，光标后面的文字成为新的一条' },
  insertChapter: { name: '加一章', command: insertChapter, refusal: '这里不能加章' },
  reference: { name: '引用条款', command: insertReference(''), refusal: '把光标放到要引用的地方' },
  bold: { name: '加粗', keys: 'Ctrl+B', command: bold, refusal: '这里不能加粗' },
  moveUp: { name: '上移', keys: 'Alt+↑', command: moveArticleUp, refusal: '光标不在条文里，或者这一条不能再往上移；一章至少留一条' },
  moveDown: { name: '下移', keys: 'Alt+↓', command: moveArticleDown, refusal: '光标不在条文里，或者这一条不能再往下移；一章至少留一条' },
  makeItems: { name: '列为项', keys: 'Tab', command: makeItems, refusal: '条的第一款不能列为项，项下最多再分一层' },
  liftItems: { name: '项改回款', keys: 'Shift+Tab', command: liftItems, refusal: '光标不在项里' },
  caption: { name: '小标题', command: toggleCaption, refusal: '把光标放进条文里' },
  deleteArticle: { name: '删去本条', command: deleteArticle, refusal: '把光标放进要删的条文里' },
  startChapter: { name: '从本条起另成一章', command: startChapterHere, refusal: '光标要在一章的第二条或更后面' },
  deleteChapter: { name: '删去本章（条文并入上一章）', command: deleteChapter, refusal: '光标不在章里，或者第一章下面还分着节' },
};
