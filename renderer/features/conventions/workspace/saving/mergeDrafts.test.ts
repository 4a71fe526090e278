import { describe, expect, it } from 'vitest';
import { documentSchema, type ConventionDocument } from '#core/document/document.ts';
import { renderText } from '#core/document/renderText.ts';
import { article, chapter, draft } from '#renderer/editor/commands/textBench.ts';
import { mergeDrafts, type Side } from '#renderer/features/conventions/workspace/saving/mergeDrafts.ts';

function merged(base: ConventionDocument, mine: ConventionDocument, theirs: ConventionDocument, choices: [string, Side][] = []) {
  const merge = mergeDrafts(base, mine, theirs);
  return {
    conflicts: merge.conflicts.map(({ name }) => name),
    lines: renderText(documentSchema.parse(merge.resolve(new Map(choices)))).split('\n').filter((line) => line !== '').slice(1),
  };
}

const base = draft(article('a1', '甲'), article('a2', '乙'), article('a3', '丙'));

describe('mergeDrafts', () => {
  it('takes each article from the side that changed it', () => {
    const mine = draft(article('a1', '甲改'), article('a2', '乙'), article('a3', '丙'));
    const theirs = draft(article('a1', '甲'), article('a2', '乙改'), article('a3', '丙'));
    expect(merged(base, mine, theirs)).toEqual({ conflicts: [], lines: ['第一条　甲改', '第二条　乙改', '第三条　丙'] });
  });

  it('asks where both changed the same article, and keeps mine until answered', () => {
    const mine = draft(article('a1', '我改'), article('a2', '乙'), article('a3', '丙'));
    const theirs = draft(article('a1', '他改'), article('a2', '乙'), article('a3', '丙'));
    expect(merged(base, mine, theirs)).toEqual({ conflicts: ['第一条'], lines: ['第一条　我改', '第二条　乙', '第三条　丙'] });
    expect(merged(base, mine, theirs, [['a1', 'theirs']]).lines[0]).toBe('第一条　他改');
  });

  it('keeps what either side added, each after the article it followed', () => {
    const mine = draft(article('a1', '甲'), article('m1', '我加'), article('a2', '乙'), article('a3', '丙'));
    const theirs = draft(article('t0', '他先'), article('a1', '甲'), article('a2', '乙'), article('t1', '他加'), article('t2', '又加'), article('a3', '丙'));
    expect(merged(base, mine, theirs).lines.map((line) => line.slice(4))).toEqual(['他先', '甲', '我加', '乙', '他加', '又加', '丙']);
  });

  it('takes an article away only where the other side left it alone', () => {
    const theirs = draft(article('a1', '甲'), article('a3', '丙'));
    expect(merged(base, base, theirs).lines).toEqual(['第一条　甲', '第二条　丙']);
    const mine = draft(article('a1', '甲'), article('a2', '乙改'), article('a3', '丙'));
    expect(merged(base, mine, theirs)).toEqual({ conflicts: ['第二条'], lines: ['第一条　甲', '第二条　乙改', '第三条　丙'] });
    expect(merged(base, mine, theirs, [['a2', 'theirs']]).lines).toEqual(['第一条　甲', '第二条　丙']);
  });

  it('takes chapters from the side that made them', () => {
    const mine = draft(article('a1', '甲改'), article('a2', '乙'), article('a3', '丙'));
    const theirs = draft(chapter('c1', '总则', article('a1', '甲'), article('a2', '乙')), chapter('c2', '附则', article('a3', '丙')));
    expect(merged(base, mine, theirs).lines).toEqual(['第一章　总则', '第一条　甲改', '第二条　乙', '第二章　附则', '第三条　丙']);
  });

  it('asks about the title when both changed it', () => {
    const titled = (words: string): ConventionDocument => ({
      ...base,
      content: [{ type: 'title', content: [{ type: 'text', text: words }] }, ...base.content.slice(1)],
    });
    const merge = mergeDrafts(base, titled('甲村公约'), titled('乙村公约'));
    expect(merge.conflicts).toEqual([{ key: 'title', name: '标题', mine: '甲村公约', theirs: '乙村公约' }]);
    expect(merge.resolve(new Map([['title', 'theirs']])).content[0]).toEqual(titled('乙村公约').content[0]);
  });
});
