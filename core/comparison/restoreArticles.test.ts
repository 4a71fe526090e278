import { describe, expect, it } from 'vitest';
import { compareDocuments } from '#core/comparison/compareDocuments.ts';
import { restoreArticles } from '#core/comparison/restoreArticles.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import { article, chapter, conventionDocument, items, paragraph } from '#core/document/documentBuilders.ts';
import { documentSchema, type ConventionDocument } from '#core/document/document.ts';
import { renderText } from '#core/document/renderText.ts';
import { DomainError } from '#core/errors.ts';

const garbage = '垃圾应当分类投放到指定地点，不得乱倒乱扔。';
const dogs = '养犬应当拴养，外出牵绳，伤人的依法赔偿。';
const feasts = '红事新办，彩礼从简，宴席不超过十五桌。';
const funerals = '白事简办，丧期不超过三日，不搞封建迷信。';

function doc(...parts: ConventionDocument['content']): ConventionDocument {
  return conventionDocument('清溪村村规民约', parts);
}

function restore(version: ConventionDocument, draft: ConventionDocument, oldIndex: number): ConventionDocument {
  const { rows } = compareDocuments(version, draft);
  const row = rows.find(({ old }) => old.includes(oldIndex));
  if (row === undefined) throw new Error('No such row');
  let made = 0;
  return restoreArticles(version, draft, rows, row, () => `new-${(made += 1)}`);
}

function words(document: ConventionDocument): string[] {
  return renderText(document).trim().split('\n').slice(1);
}

function ids(document: ConventionDocument): string[] {
  return articlesOf(document).map(({ article: { attrs } }) => attrs.id);
}

describe('an article put back', () => {
  it('gets its old words and leaves everything else as it is in the draft', () => {
    const version = doc(article('a1', garbage), article('a2', dogs));
    const draft = doc(article('a1', `${garbage}违者批评教育。`), article('a2', `${dogs}按规定免疫。`));
    const restored = restore(version, draft, 1);
    expect(words(restored)).toEqual([`第一条　${garbage}违者批评教育。`, `第二条　${dogs}`]);
    expect(ids(restored)).toEqual(['a1', 'a2']);
  });

  it('keeps the id of the draft, where the version has another', () => {
    const restored = restore(doc(article('x1', garbage), article('x2', dogs)), doc(article('a1', `${garbage}违者批评教育。`), article('a2', dogs)), 0);
    expect(ids(restored)).toEqual(['a1', 'a2']);
  });

  it.each([
    ['behind the article it followed', [article('a1', garbage), article('a3', feasts)], ['a1', 'a2', 'a3']],
    ['before the one that followed it', [article('a3', feasts)], ['a2', 'a3']],
    ['at the end of a text that shares nothing with the old one', [article('b1', '农村道路由全体村民共同养护。')], ['b1', 'a2']],
  ])('that was deleted comes back %s', (_name, parts, expected) => {
    const version = doc(article('a1', garbage), article('a2', dogs), article('a3', feasts));
    const { rows } = compareDocuments(version, doc(...parts));
    const row = rows.find(({ old, op }) => old.includes(1) && op === 'delete');
    if (row === undefined) throw new Error('Not deleted');
    expect(ids(restoreArticles(version, doc(...parts), rows, row, () => 'new'))).toEqual(expected);
  });

  it('that was deleted comes back into its own chapter', () => {
    const version = doc(chapter('c1', '卫生', article('a1', garbage)), chapter('c2', '风俗', article('a2', feasts), article('a3', funerals)));
    const draft = doc(chapter('c1', '卫生', article('a1', garbage)), chapter('c2', '风俗', article('a3', funerals)));
    const restored = restore(version, draft, 1);
    expect(articlesOf(restored).map(({ article: { attrs }, chapter: parent }) => `${parent?.attrs.id} ${attrs.id}`)).toEqual(['c1 a1', 'c2 a2', 'c2 a3']);
  });

  it('that was moved and reworded gets its old words where it stands now', () => {
    const version = doc(article('a1', garbage), article('a2', dogs), article('a3', feasts));
    const draft = doc(article('a2', dogs), article('a3', feasts), article('a1', `${garbage}违者批评教育。`));
    expect(words(restore(version, draft, 0))[2]).toBe(`第三条　${garbage}`);
  });

  it('that was split is one again, and what was merged is two again', () => {
    const whole = doc(article('a1', `${feasts}${funerals}`), article('a2', dogs));
    const parted = doc(article('a1', feasts), article('a9', funerals), article('a2', dogs));
    expect(words(restore(whole, parted, 0))).toEqual(words(whole));
    expect(words(restore(parted, whole, 0))).toEqual(words(parted));
    expect(documentSchema.safeParse(restore(parted, whole, 0)).success).toBe(true);
  });

  it('points to the article of the draft, and says so where there is none', () => {
    const rule = paragraph('违反', { to: 'a1' }, '、', { to: 'a2' }, '的，由村民委员会批评教育。');
    const version = doc(article('a1', garbage), article('a2', dogs), article('a3', rule));
    const draft = doc(article('b2', dogs), article('a3', '违反本公约的，由村民委员会批评教育。'));
    expect(words(restore(version, draft, 2))[1]).toBe('第二条　违反第〔原条文已删〕条、第一条的，由村民委员会批评教育。');
  });

  it('gets new ids for items whose ids are in use elsewhere', () => {
    const version = doc(article('a1', `${garbage}分为：`, items('l', 'parenthesizedChinese', '可回收物；', '其他垃圾。')), article('a2', dogs));
    const draft = doc(article('a2', dogs), article('a5', '生活用水不得浪费：', items('l', 'parenthesizedChinese', '节约用水；', '按时缴费。')));
    const restored = restore(version, draft, 0);
    expect(documentSchema.safeParse(restored).success).toBe(true);
    expect(JSON.stringify(restored)).toContain('new-1');
  });

  it('is refused where a chapter would be left without articles', () => {
    const version = doc(chapter('c1', '风俗', article('a1', `${feasts}${funerals}`)), chapter('c2', '卫生', article('a2', garbage)));
    const draft = doc(chapter('c1', '红事', article('a1', feasts)), chapter('c3', '白事', article('a9', funerals)), chapter('c2', '卫生', article('a2', garbage)));
    const { rows } = compareDocuments(version, draft);
    const split = rows.find(({ op }) => op === 'split');
    if (split === undefined) throw new Error('Not split');
    expect(() => restoreArticles(version, draft, rows, split, () => 'new')).toThrow(DomainError);
  });
});
