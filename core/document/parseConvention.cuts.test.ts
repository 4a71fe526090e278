import { describe, expect, it } from 'vitest';
import { articleText } from '#core/document/articleText.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import { numberDocument } from '#core/document/numberDocument.ts';
import { parseConvention } from '#core/document/parseConvention.ts';
import type { Cut } from '#core/document/parsing/applyCuts.ts';

function parse(lines: readonly string[], cuts: Record<number, Cut> = {}, reading = 0) {
  let count = 0;
  const parsed = parseConvention(lines.join('\n'), {
    newId: () => `id${(count += 1)}`,
    reading,
    cuts: new Map(Object.entries(cuts).map(([line, cut]) => [Number(line), cut])),
  });
  const numbering = numberDocument(parsed.document);
  return { ...parsed, articles: articlesOf(parsed.document).map(({ article }) => articleText(article, numbering)) };
}

const numbered = [
  '溪口村村规民约',
  '第一条 爱护公共财物。',
  '邻里有事互相照应。',
  '红白喜事从简。',
  '第二条 垃圾分类投放。',
  '第三条 本约自公布之日起施行。',
  '溪口村村民委员会',
];

describe('what a person decides of a line', () => {
  it('begins an article where the parser saw a paragraph', () => {
    expect(parse(numbered, { 2: 'article' }).articles).toEqual([
      '爱护公共财物。',
      '邻里有事互相照应。\n红白喜事从简。',
      '垃圾分类投放。',
      '本约自公布之日起施行。',
    ]);
  });

  it('joins a line to the one above: into the sentence where it is open, below it where it has ended', () => {
    const open = ['村规民约', '第一条 红白喜事要', '第二条 从简办理。', '第三条 不赌博。', '第四条 不打架。'];
    expect(parse(open, { 2: 'join' }).articles[0]).toBe('红白喜事要第二条 从简办理。');
    expect(parse(numbered, { 4: 'join' }).articles[0]).toBe('爱护公共财物。\n邻里有事互相照应。\n红白喜事从简。\n第二条 垃圾分类投放。');
  });

  it('makes a heading of a line, with the articles below it', () => {
    const { document } = parse(['村规民约', '第一条 爱护公物。', '治安方面大家都要管', '第二条 不打架。', '第三条 不赌博。'], { 2: 'heading' });
    const chapter = document.content.find(({ type }) => type === 'chapter');
    expect(chapter?.content).toHaveLength(3);
  });

  it('leaves a line out and lists it with its place', () => {
    const { articles, warnings } = parse(numbered, { 3: 'leaveOut' });
    expect(articles.join()).not.toContain('红白喜事');
    expect(warnings).toContainEqual({ text: '红白喜事从简。', reason: 'leftOut', line: 3 });
  });

  it('changes one paragraph of a text without numbers and leaves the others articles', () => {
    const plain = ['村规民约', '大家爱护公共财物，不拿集体一草一木。', '邻里之间互相照应，有事好商量。', '吵架由调解员来劝。', '红白喜事从简办理，不讲排场。'];
    expect(parse(plain).articles).toHaveLength(4);
    expect(parse(plain, { 3: 'join' }).articles).toEqual([
      '大家爱护公共财物，不拿集体一草一木。',
      '邻里之间互相照应，有事好商量。\n吵架由调解员来劝。',
      '红白喜事从简办理，不讲排场。',
    ]);
  });

  it('is nothing where it says what the parser has read already', () => {
    expect(parse(numbered, { 1: 'article', 4: 'article' })).toEqual(parse(numbered));
  });
});

describe('another reading of the text', () => {
  const ambiguous = ['村规民约', '一、邻里团结', '1、互相帮助。', '2、不吵架。', '二、环境卫生', '1、不乱扔垃圾。', '2、门前三包。', '三、红白喜事', '1、从简办理。', '2、不收彩礼。'];

  it('is offered with its articles and what carries them, and is taken when asked for', () => {
    const best = parse(ambiguous);
    expect(best.readings).toEqual([
      { articles: 6, article: 'arabic', headings: ['chinese'] },
      { articles: 3, article: 'chinese', headings: [] },
    ]);
    expect(best.articles).toHaveLength(6);
    expect(parse(ambiguous, {}, 1).articles).toHaveLength(3);
  });

  it('is not offered where the numbers leave no doubt', () => {
    expect(parse(numbered).readings).toHaveLength(1);
  });
});

it('says in which lines headings stand', () => {
  const { headingLines } = parse(['村规民约', '第一章 总则', '第一条 爱护公物。', '第二章 附则', '第二条 自公布之日起施行。']);
  expect([...headingLines.values()]).toEqual([1, 3]);
});
