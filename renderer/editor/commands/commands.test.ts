import * as fc from 'fast-check';
import { redo, undo } from '@tiptap/pm/history';
import { TextSelection, type Command, type EditorState } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { documentSchema } from '#core/document/document.ts';
import { numberDocument } from '#core/document/numberDocument.ts';
import { breakLine } from '#renderer/editor/commands/breakLine.ts';
import { deleteArticle } from '#renderer/editor/commands/deleteArticle.ts';
import { deleteChapter } from '#renderer/editor/commands/deleteChapter.ts';
import { insertArticle } from '#renderer/editor/commands/insertArticle.ts';
import { insertChapter } from '#renderer/editor/commands/insertChapter.ts';
import { insertReference } from '#renderer/editor/commands/insertReference.ts';
import { joinBackward } from '#renderer/editor/commands/joinBackward.ts';
import { joinForward } from '#renderer/editor/commands/joinForward.ts';
import { liftItems } from '#renderer/editor/commands/liftItems.ts';
import { makeItems } from '#renderer/editor/commands/makeItems.ts';
import { moveArticleDown, moveArticleUp } from '#renderer/editor/commands/moveArticle.ts';
import { setNumberingScope, setNumberingStyle } from '#renderer/editor/commands/setNumbering.ts';
import { splitArticle } from '#renderer/editor/commands/splitArticle.ts';
import { startChapterHere } from '#renderer/editor/commands/startChapterHere.ts';
import {
  article,
  captioned,
  chapter,
  draft,
  items,
  run,
  sketch,
  stateOf,
} from '#renderer/editor/commands/textBench.ts';
import { toggleCaption } from '#renderer/editor/commands/toggleCaption.ts';
import { arbitraryDocument } from '#renderer/editor/schema/arbitraryDocument.ts';
import { toDocument } from '#renderer/editor/schema/toDocument.ts';

const deleteSelection: Command = (state, dispatch) => {
  if (state.selection.empty) return false;
  dispatch?.(state.tr.deleteSelection());
  return true;
};

type Case = [name: string, before: Parameters<typeof draft>, commands: Command[], after: string[]];

const cases: Case[] = [
  ['另起一条 splits an article and the second half is new', [article('a1', '爱护公物。|按时缴费。')], [splitArticle],
    ['article a1', '  爱护公物。', 'article n1', '  |按时缴费。']],
  ['另起一条 at the start puts an empty article before, and the words keep their id', [article('a1', '|爱护公物。')], [splitArticle],
    ['article n1', '  ', 'article a1', '  |爱护公物。']],
  ['另起一条 in an empty article adds one after it', [article('a1', '|')], [splitArticle],
    ['article a1', '  ', 'article n1', '  |']],
  ['另起一条 between two paragraphs', [article('a1', '甲。', '|乙。')], [splitArticle],
    ['article a1', '  甲。', 'article n1', '  |乙。']],
  ['另起一条 in an item: the rest becomes paragraph and items of the new article',
    [article('a1', '有下列情形：', items(['i1', '甲'], ['i2', '乙|丙'], ['i3', '丁']))], [splitArticle],
    ['article a1', '  有下列情形：', '  item i1', '    甲', '  item i2', '    乙', 'article n1', '  |丙', '  item i3', '    丁']],
  ['另起一条 at the start of an item leaves no empty item behind',
    [article('a1', '有下列情形：', items(['i1', '甲'], ['i2', '|乙']))], [splitArticle],
    ['article a1', '  有下列情形：', '  item i1', '    甲', 'article n1', '  |乙']],
  ['Enter makes a second paragraph, Enter again an article', [article('a1', '甲。|')], [breakLine, breakLine],
    ['article a1', '  甲。', 'article n1', '  |']],
  ['Enter over a selection replaces it', [article('a1', '甲|乙|丙')], [breakLine], ['article a1', '  甲', '  |丙']],
  ['Enter in a caption goes to the text', [captioned('a1', '公共|卫生', '甲。')], [breakLine],
    ['article a1', '  caption 公共卫生', '  |甲。']],
  ['Enter in an item makes the next item', [article('a1', '如下：', items(['i1', '甲|乙']))], [breakLine],
    ['article a1', '  如下：', '  item i1', '    甲', '  item n1', '    |乙']],
  ['Enter at the start of an item gives the empty one the new id', [article('a1', '如下：', items(['i1', '|甲']))], [breakLine],
    ['article a1', '  如下：', '  item n1', '    ', '  item i1', '    |甲']],
  ['Enter on an empty item ends the list', [article('a1', '如下：', items(['i1', '甲'], ['i2', '|']))], [breakLine],
    ['article a1', '  如下：', '  item i1', '    甲', '  |']],
  ['Backspace at the start joins the article above', [article('a1', '甲。'), article('a2', '|乙。')], [joinBackward],
    ['article a1', '  甲。|乙。']],
  ['Backspace joins after the items of the article above', [article('a1', '如下：', items(['i1', '甲'])), article('a2', '|乙。')], [joinBackward],
    ['article a1', '  如下：', '  item i1', '    甲', '  |乙。']],
  ['Backspace in an empty article takes it away', [article('a1', '甲。'), article('a2', '|')], [joinBackward], ['article a1', '  甲。|']],
  ['Backspace below an empty article takes that away', [article('a1', ''), article('a2', '|乙。')], [joinBackward], ['article a2', '  |乙。']],
  ['Backspace in the first article of a chapter only moves up', [chapter('c1', '总则', article('a1', '|甲。'))], [joinBackward],
    ['chapter c1', '  heading 总则|', '  article a1', '    甲。']],
  ['Backspace at the start of a second paragraph joins the first', [article('a1', '甲', '|乙')], [joinBackward], ['article a1', '  甲|乙']],
  ['Backspace at the start of an item makes it a paragraph', [article('a1', '如下：', items(['i1', '甲'], ['i2', '|乙'], ['i3', '丙']))], [joinBackward],
    ['article a1', '  如下：', '  item i1', '    甲', '  |乙', '  item i3', '    丙']],
  ['Backspace in an empty chapter heading takes the chapter away', [chapter('c1', '总则', article('a1', '甲')), chapter('c2', '|', article('a2', '乙'))], [joinBackward],
    ['chapter c1', '  heading 总则', '  article a1', '    甲', '  article a2', '    |乙']],
  ['Delete at the end pulls the next article in', [article('a1', '甲|'), article('a2', '乙')], [joinForward], ['article a1', '  甲|乙']],
  ['Delete before a list pulls the first item in', [article('a1', '甲|', items(['i1', '乙'], ['i2', '丙']))], [joinForward],
    ['article a1', '  甲|乙', '  item i2', '    丙']],
  ['加一条 goes after the present article', [article('a1', '甲|'), article('a2', '乙')], [insertArticle],
    ['article a1', '  甲', 'article n1', '  |', 'article a2', '  乙']],
  ['加一条 from a chapter heading goes to its start', [chapter('c1', '总|则', article('a1', '甲'))], [insertArticle],
    ['chapter c1', '  heading 总则', '  article n1', '    |', '  article a1', '    甲']],
  ['删去本条', [article('a1', '甲|'), article('a2', '乙')], [deleteArticle], ['article a2', '  |乙']],
  ['删去本条 leaves an empty one in a chapter', [chapter('c1', '总则', article('a1', '甲|'))], [deleteArticle],
    ['chapter c1', '  heading 总则', '  article n1', '    |']],
  ['上移 keeps the id and the cursor', [article('a1', '甲'), article('a2', '乙|丙')], [moveArticleUp],
    ['article a2', '  乙|丙', 'article a1', '  甲']],
  ['下移 crosses into the next chapter',
    [chapter('c1', '总则', article('a1', '甲'), article('a2', '乙|')), chapter('c2', '附则', article('a3', '丙'))], [moveArticleDown],
    ['chapter c1', '  heading 总则', '  article a1', '    甲', 'chapter c2', '  heading 附则', '  article a2', '    乙|', '  article a3', '    丙']],
  ['上移 crosses into the chapter before',
    [chapter('c1', '总则', article('a1', '甲')), chapter('c2', '附则', article('a2', '乙|'), article('a3', '丙'))], [moveArticleUp],
    ['chapter c1', '  heading 总则', '  article a1', '    甲', '  article a2', '    乙|', 'chapter c2', '  heading 附则', '  article a3', '    丙']],
  ['上移 does not empty a chapter', [chapter('c1', '总则', article('a1', '甲')), chapter('c2', '附则', article('a2', '乙|'))], [moveArticleUp],
    ['chapter c1', '  heading 总则', '  article a1', '    甲', 'chapter c2', '  heading 附则', '  article a2', '    乙|']],
  ['加一章 goes after the present chapter', [chapter('c1', '总则', article('a1', '甲|'))], [insertChapter],
    ['chapter c1', '  heading 总则', '  article a1', '    甲', 'chapter n1', '  heading |', '  article n2', '    ']],
  ['加一章 without chapters takes in the articles from here', [article('a1', '甲'), article('a2', '乙|'), article('a3', '丙')], [insertChapter],
    ['article a1', '  甲', 'chapter n1', '  heading |', '  article a2', '    乙', '  article a3', '    丙']],
  ['从本条起另成一章', [chapter('c1', '总则', article('a1', '甲'), article('a2', '乙|'))], [startChapterHere],
    ['chapter c1', '  heading 总则', '  article a1', '    甲', 'chapter n1', '  heading |', '  article a2', '    乙']],
  ['删去本章 gives its articles to the one before',
    [chapter('c1', '总则', article('a1', '甲')), chapter('c2', '附|则', article('a2', '乙'))], [deleteChapter],
    ['chapter c1', '  heading 总则', '  article a1', '    甲', '  article a2', '    |乙']],
  ['删去本章 of the first leaves its articles', [chapter('c1', '总|则', article('a1', '甲'))], [deleteChapter], ['article a1', '  |甲']],
  ['列为项 over paragraphs', [article('a1', '如下：', '甲|', '乙|')], [makeItems],
    ['article a1', '  如下：', '  item n1', '    甲', '  item n2', '    乙|']],
  ['列为项 joins the list above', [article('a1', '如下：', items(['i1', '甲']), '乙|')], [makeItems],
    ['article a1', '  如下：', '  item i1', '    甲', '  item n1', '    乙|']],
  ['列为项 refuses the first paragraph', [article('a1', '如下|：')], [makeItems], ['article a1', '  如下|：']],
  ['列为项 on an item nests it', [article('a1', '如下：', items(['i1', '甲'], ['i2', '乙|丙']))], [makeItems],
    ['article a1', '  如下：', '  item i1', '    甲', '    subitem i2', '      乙|丙']],
  ['改回款 on a subitem makes it an item again', [article('a1', '如下：', items(['i1', '甲', ['s1', '乙|'], ['s2', '丙']]))], [liftItems],
    ['article a1', '  如下：', '  item i1', '    甲', '  item s1', '    乙|', '    subitem s2', '      丙']],
  ['小标题 is added with the cursor in it', [article('a1', '甲|')], [toggleCaption], ['article a1', '  caption |', '  甲']],
  ['小标题 is taken away', [captioned('a1', '卫生|', '甲')], [toggleCaption], ['article a1', '  |甲']],
  ['引用条款 stands at the cursor', [article('a1', '按|办'), article('a2', '乙')], [insertReference('a2')],
    ['article a1', '  按＊|办', 'article a2', '  乙']],
];

describe('editing commands', () => {
  it.each(cases)('%s', (_name, before, commands, after) => {
    expect(sketch(run(stateOf(draft(...before)), ...commands))).toEqual(after);
  });

  it.each(cases)('%s: undone in one step each, and redone', (_name, before, commands) => {
    const start = stateOf(draft(...before));
    let state = start;
    let steps = 0;
    for (const command of commands) {
      const next = run(state, command);
      if (!next.doc.eq(state.doc)) steps += 1;
      state = next;
    }
    let undone = state;
    for (let step = 0; step < steps; step += 1) undone = run(undone, undo);
    expect(toDocument(undone.doc)).toEqual(toDocument(start.doc));
    let redone = undone;
    for (let step = 0; step < steps; step += 1) redone = run(redone, redo);
    expect(toDocument(redone.doc)).toEqual(toDocument(state.doc));
  });

  it('numbers follow a move, a new style and a new scope', () => {
    const labels = (state: EditorState) => [...numberDocument(toDocument(state.doc)).labels.values()];
    let state = stateOf(draft(chapter('c1', '总则', article('a1', '甲|')), chapter('c2', '附则', article('a2', '乙'))));
    expect(labels(state)).toEqual(['第一章', '第一条', '第二章', '第二条']);
    state = run(state, setNumberingScope('chapter'));
    expect(labels(state)).toEqual(['第一章', '第一条', '第二章', '第一条']);
    state = run(state, setNumberingStyle('chinese'));
    expect(labels(state)).toEqual(['第一章', '一、', '第二章', '一、']);
    expect(labels(run(state, undo, undo))).toEqual(['第一章', '第一条', '第二章', '第二条']);
  });

  it('whatever is done anywhere, the document stays valid, ids stay unique, and undo brings everything back', () => {
    const commands: Record<string, Command> = {
      splitArticle, breakLine, joinBackward, joinForward, insertArticle, deleteArticle, moveArticleUp, moveArticleDown,
      insertChapter, startChapterHere, deleteChapter, makeItems, liftItems, toggleCaption, deleteSelection,
      reference: insertReference('a1'), plain: setNumberingStyle('none'),
    };
    const action = fc.record({
      command: fc.constantFrom(...Object.keys(commands)),
      anchor: fc.double({ min: 0, max: 1, noNaN: true }),
      reach: fc.constantFrom(0, 0, 0, 1, 4, 30),
      atStart: fc.boolean(),
    });
    fc.assert(
      fc.property(arbitraryDocument(), fc.array(action, { minLength: 1, maxLength: 8 }), (document, actions) => {
        const start = stateOf(document);
        let state = start;
        for (const { command, anchor, reach, atStart } of actions) {
          const place = TextSelection.near(state.doc.resolve(Math.floor(anchor * state.doc.content.size))).$from;
          const from = atStart ? place.start() : place.pos;
          const to = TextSelection.near(state.doc.resolve(Math.min(from + reach, state.doc.content.size)), -1).to;
          state = state.apply(state.tr.setSelection(TextSelection.between(state.doc.resolve(from), state.doc.resolve(reach === 0 ? from : to))));
          const text = state.doc.textContent.length;
          state = run(state, commands[command] ?? undo);
          state.doc.check();
          documentSchema.parse(toDocument(state.doc));
          const mayLose = ['deleteSelection', 'deleteArticle', 'breakLine', 'splitArticle', 'toggleCaption', 'reference'];
          expect({ command, kept: mayLose.includes(command) || state.doc.textContent.length === text }).toEqual({ command, kept: true });
        }
        for (let step = 0; step < 40; step += 1) state = run(state, undo);
        expect(toDocument(state.doc)).toEqual(toDocument(start.doc));
      }),
      { seed: 20_261_124, numRuns: 400 },
    );
  });

  it('keeps the id of an article that is typed in, and of both after a paste of a copy', () => {
    const state = stateOf(draft(article('a1', '甲|'), article('a2', '乙')));
    const copy = state.doc.child(1);
    const pasted = state.apply(state.tr.insert(state.doc.child(0).nodeSize, copy));
    expect(sketch(pasted).filter((line) => line.startsWith('article'))).toEqual(['article n1', 'article a1', 'article a2']);
  });
});
