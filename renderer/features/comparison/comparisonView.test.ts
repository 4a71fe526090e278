import { describe, expect, it } from 'vitest';
import { compareDocuments } from '#core/comparison/compareDocuments.ts';
import type { ComparisonOperation, DocumentComparison, PartComparison } from '#core/comparison/comparison.ts';
import { article, conventionDocument } from '#core/document/documentBuilders.ts';
import {
  changedEntries,
  changeSentence,
  countChanges,
  viewBlocks,
  viewEntries,
  type ViewEntry,
} from '#renderer/features/comparison/comparisonView.ts';
import { chineseNumeral } from '#core/text/chineseNumeral.ts';

type Shape = [op: ComparisonOperation, old: number[], fresh: number[], edited?: true];

function comparison(rows: readonly Shape[], parts: PartComparison[] = [], headingOf: (index: number) => string = () => ''): DocumentComparison {
  const article = (index: number) => ({ index, id: `a${index}`, label: `第${chineseNumeral(index + 1)}条`, heading: headingOf(index), text: `正文${index}` });
  return {
    rows: rows.map(([op, old, fresh, edited]) => ({
      op,
      ...(edited === undefined ? {} : { edited }),
      old,
      new: fresh,
      oldArticles: old.map(article),
      newArticles: fresh.map(article),
    })),
    parts,
    counts: { same: 0, edit: 0, insert: 0, delete: 0, move: 0, split: 0, merge: 0 },
  };
}

function shown(entry: ViewEntry): string {
  switch (entry.type) {
    case 'part':
      return `${entry.number ?? ''}${entry.part.part} ${entry.part.op}`;
    case 'heading':
      return `# ${entry.text}`;
    case 'same':
      return `same ${entry.row.old.label}|${entry.row.new.label}`;
    case 'changed':
      return `${entry.row.number}${entry.row.kind} ${entry.row.old.map(({ label }) => label).join('、')}|${entry.row.new.map(({ label }) => label).join('、')}`;
  }
}

function lines(value: DocumentComparison): string[] {
  return viewEntries(value).map(shown);
}

function changedRows(value: DocumentComparison) {
  return viewEntries(value).flatMap((entry) => (entry.type === 'changed' ? [entry.row] : []));
}

function part(kind: PartComparison['part'], op: PartComparison['op'], old: string, fresh: string): PartComparison {
  return { part: kind, op, old, new: fresh };
}

describe('two texts in reading order', () => {
  it('show a deleted article at its old place and an inserted one at its new place', () => {
    const rows = lines(comparison([['same', [0], [0]], ['delete', [1], []], ['edit', [2], [1]], ['insert', [], [2]]]));
    expect(rows).toEqual(['same 第一条|第一条', '1delete 第二条|', '2edit 第三条|第二条', '3insert |第三条']);
  });

  it('show a moved article where it left and where it arrived, as one change that is counted at its new place', () => {
    const moved = comparison([['move', [0], [2]], ['edit', [1], [0]], ['same', [2], [1]]]);
    expect(lines(moved)).toEqual(['2moveAway 第一条|', '1edit 第二条|第一条', 'same 第三条|第二条', '2moveHere |第三条']);
    expect(countChanges(viewEntries(moved))).toBe(2);
  });

  it.each<[Shape, string, string, string, string]>([
    [['edit', [0], [0]], '修改', '', '', '第一条'],
    [['edit', [1], [0]], '修改', '', '', '原第二条 → 第一条'],
    [['insert', [], [0]], '新增', '', '', '第一条'],
    [['delete', [3], []], '删去', '', '', '第四条'],
    [['move', [7], [4]], '移动', '移到第五条', '原第八条', '原第八条 → 第五条'],
    [['move', [7], [4], true], '移动并修改', '移到第五条', '原第八条', '原第八条 → 第五条'],
    [['split', [0], [0, 1]], '拆分', '拆为第一条、第二条', '原第一条', '原第一条 → 第一条、第二条'],
    [['merge', [1, 2], [2]], '合并', '并入第三条', '原第二条、第三条', '原第二条、第三条 → 第三条'],
  ])('say in a word what happened and where from and to: %j', (shape, word, oldTrail, newTrail, passage) => {
    const row = changedRows(comparison([shape])).at(-1);
    expect(row).toMatchObject({ word, oldTrail, newTrail, passage });
  });

  it('are told to one who hears them by number, word and origin', () => {
    const sentences = changedRows(comparison([['delete', [3], []], ['move', [7], [4], true]])).map(changeSentence);
    expect(sentences).toEqual(['第四条，删去', '第八条，移动并修改，移到第五条', '第五条，移动并修改，原第八条']);
  });

  it('stand between the parts before and after the articles, which count as changes where they changed', () => {
    const value = comparison([['edit', [0], [0]]], [part('title', 'same', '公约', '公约'), part('preamble', 'edit', '旧', '新'), part('closing', 'insert', '', '村委会')]);
    expect(lines(value)).toEqual(['title same', '1preamble edit', '2edit 第一条|第一条', '3closing insert']);
    expect(viewBlocks(viewEntries(value)).map((block) => block.type)).toEqual(['part', 'changed', 'part']);
  });

  it('show a changed heading where its chapter begins, and a plain one as it is', () => {
    const headings = ['第一章 总则', '第二章 人居环境', '第二章 人居环境'];
    const value = comparison(
      [['same', [0], [0]], ['same', [1], [1]], ['edit', [2], [2]]],
      [part('heading', 'same', '总则', '总则'), part('heading', 'edit', '环境卫生', '人居环境')],
      (index) => headings[index] ?? '',
    );
    expect(lines(value)).toEqual(['# 第一章 总则', 'same 第一条|第一条', '1heading edit', 'same 第二条|第二条', '2edit 第三条|第三条']);
  });

  it('show a deleted heading before the deleted articles that stood under it, and one without articles on top', () => {
    const value = comparison(
      [['delete', [0], []], ['same', [1], [0]]],
      [part('heading', 'delete', '处罚', ''), part('heading', 'delete', '附则', '')],
      (index) => (index === 0 ? '第一章 处罚' : ''),
    );
    expect(lines(value).slice(0, 3)).toEqual(['1heading delete', '2heading delete', '3delete 第一条|']);
    expect(viewEntries(value)[0]).toMatchObject({ part: { old: '附则' } });
  });
});

describe('sentences that moved without their article', () => {
  const straw = '秸秆不得露天焚烧，由村集体统一回收。';
  const document = (...texts: string[]) => conventionDocument('清溪村村规民约', texts.map((text, index) => article(`a${index}`, text)));
  const notesOf = (value: DocumentComparison) => changedRows(value).map(({ oldNotes, newNotes }) => [oldNotes, newNotes]);
  const garbage = '垃圾应当分类投放到指定地点，不得乱倒乱扔。';
  const dogs = '养犬应当拴养，外出牵绳，伤人的依法赔偿。';

  it('are named at both ends', () => {
    const value = compareDocuments(document(`${garbage}${straw}`, dogs), document(garbage, `${dogs}${straw}`));
    const quote = '“秸秆不得露天焚烧，由村集体统一回收。”';
    expect(notesOf(value)).toEqual([[[`${quote}移至第二条`], []], [[], [`${quote}来自原第一条`]]]);
  });

  it('are named once where they stayed in their article', () => {
    const value = compareDocuments(document(`${straw}${garbage}${dogs}`), document(`${garbage}${dogs}${straw}`));
    expect(notesOf(value)).toEqual([[['“秸秆不得露天焚烧，由村集体统一回收。”在本条内挪了位置'], []]]);
  });
});

describe('two columns', () => {
  it('fold every run of unchanged articles into one block', () => {
    const entries = viewEntries(comparison([['same', [0], [0]], ['same', [1], [1]], ['edit', [2], [2]], ['same', [3], [3]]]));
    expect(viewBlocks(entries).map((block) => (block.type === 'same' ? block.rows.length : block.type))).toEqual([2, 'changed', 1]);
  });
});

describe('the changes alone', () => {
  it('leave out what is the same, name each move once, and keep the headings above a change', () => {
    const headings = ['第一章 总则', '第二章 卫生', '第二章 卫生', '第三章 附则'];
    const value = comparison(
      [['same', [0], [0]], ['same', [1], [1]], ['edit', [2], [2]], ['move', [0], [3]]],
      [part('title', 'same', '公约', '公约')],
      (index) => headings[index] ?? '',
    );
    expect(changedEntries(viewEntries(value)).map(shown)).toEqual(['# 第二章 卫生', '1edit 第三条|第三条', '# 第三章 附则', '2moveHere |第四条']);
  });

  it('are none where the texts are the same', () => {
    expect(changedEntries(viewEntries(comparison([['same', [0], [0]]], [part('title', 'same', '公约', '公约')])))).toEqual([]);
  });
});
