import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articlesOf } from '#core/document/articlesOf.ts';
import { documentSchema, type ConventionDocument } from '#core/document/document.ts';
import { renderText } from '#core/document/renderText.ts';
import { parseConvention, type ParsedConvention } from '#core/document/parseConvention.ts';

const fixtures = new Map(
  Object.entries(import.meta.glob<string>('./fixtures/*.txt', { query: '?raw', import: 'default', eager: true })).map(
    ([path, text]) => [path.replace('./fixtures/', '').replace('.txt', ''), text],
  ),
);

function fixture(name: string): string {
  const text = fixtures.get(name);
  if (text === undefined) throw new Error(`No fixture ${name}`);
  return text;
}

function parse(text: string): ParsedConvention {
  let count = 0;
  return parseConvention(text, { newId: () => `i${(count += 1)}` });
}

function sizeOf(document: ConventionDocument, type: string): number {
  const part = document.content.find((candidate) => candidate.type === type);
  return part?.content?.length ?? 0;
}

type Expectation = {
  name: string;
  style: ParsedConvention['style'];
  articles: number;
  chapters?: number;
  scope?: 'chapter';
  preamble?: number;
  subtitle?: number;
  verse?: number;
  closing?: number;
  annexes?: number;
  kind?: ParsedConvention['kind'];
};

const expectations: Expectation[] = [
  { name: 'article-chinese', style: 'article', articles: 8, preamble: 1, subtitle: 1, closing: 2 },
  { name: 'article-arabic-fullwidth', style: 'article', articles: 6, closing: 2 },
  { name: 'chapters-articles', style: 'article', articles: 8, chapters: 4 },
  { name: 'chapters-restart', style: 'article', articles: 8, chapters: 3, scope: 'chapter' },
  { name: 'chinese-flat', style: 'chinese', articles: 8, kind: 'community' },
  { name: 'chinese-headings-parenthesized', style: 'chinese', articles: 10, chapters: 4, scope: 'chapter', preamble: 1 },
  { name: 'chinese-headings-arabic', style: 'arabic', articles: 7, chapters: 3, scope: 'chapter', closing: 3 },
  { name: 'chinese-articles-with-items', style: 'chinese', articles: 5 },
  { name: 'three-levels', style: 'arabic', articles: 8, chapters: 2, scope: 'chapter' },
  { name: 'arabic-flat-mixed-separators', style: 'arabic', articles: 6 },
  { name: 'number-on-own-line', style: 'article', articles: 4 },
  { name: 'lone-arabic-numbers', style: 'arabic', articles: 4 },
  { name: 'one-paragraph', style: 'article', articles: 5, preamble: 1, closing: 1 },
  { name: 'several-in-a-line', style: 'chinese', articles: 6 },
  { name: 'bare-headings-arabic', style: 'arabic', articles: 6, chapters: 3, kind: 'community' },
  { name: 'bare-headings-paragraphs', style: 'none', articles: 6, chapters: 3 },
  { name: 'captions-chinese', style: 'chinese', articles: 4 },
  { name: 'verse-three', style: 'verse', articles: 0, verse: 8 },
  { name: 'verse-seven', style: 'verse', articles: 0, verse: 6, closing: 2 },
  { name: 'numbered-verse', style: 'chinese', articles: 5 },
  { name: 'hard-wrapped', style: 'chinese', articles: 5, preamble: 1 },
  { name: 'web-residue', style: 'chinese', articles: 4, preamble: 1, closing: 2 },
  { name: 'page-numbers', style: 'article', articles: 5 },
  { name: 'skipped-repeated', style: 'article', articles: 6 },
  { name: 'annex-table', style: 'article', articles: 5, closing: 2, annexes: 2 },
  { name: 'bullets', style: 'none', articles: 5, kind: 'community' },
  { name: 'parenthesized-flat', style: 'chinese', articles: 5 },
  { name: 'paragraphs-plain', style: 'none', articles: 5, closing: 2 },
  { name: 'traditional', style: 'article', articles: 5 },
  { name: 'mixed-children', style: 'arabic', articles: 7, chapters: 3, scope: 'chapter' },
  { name: 'notice-wrapper', style: 'article', articles: 5, closing: 2 },
  { name: 'inline-items', style: 'article', articles: 5 },
  { name: 'sections', style: 'article', articles: 6, chapters: 3 },
  { name: 'contract', style: 'chinese', articles: 3, kind: 'other', preamble: 2, closing: 2 },
  { name: 'poem', style: 'none', articles: 4, kind: 'other' },
  { name: 'numbers-in-prose', style: 'chinese', articles: 6 },
  { name: 'tenets', style: 'arabic', articles: 6, chapters: 2, scope: 'chapter', preamble: 1 },
  { name: 'weak-numbers', style: 'arabic', articles: 5 },
  { name: 'closing-glued', style: 'chinese', articles: 3, closing: 2 },
  { name: 'closing-note', style: 'chinese', articles: 3, closing: 2 },
  { name: 'closing-traditional', style: 'article', articles: 3, closing: 2 },
  { name: 'lead-in-two-lines', style: 'none', articles: 5, preamble: 1, kind: 'community' },
  { name: 'pledge-lead-in', style: 'none', articles: 4, preamble: 1, closing: 1, kind: 'other' },
  { name: 'verse-last-line', style: 'verse', articles: 0, verse: 5 },
  { name: 'verse-parts', style: 'verse', articles: 0, verse: 11, closing: 1 },
  { name: 'closing-brigade', style: 'article', articles: 3, closing: 1, kind: 'other' },
];

/** Further layouts, of which the number of articles is what matters. */
const articleCounts: [string, number][] = [
  ['colon-headings', 7],
  ['article-heading-items', 3],
  ['bracket-headings', 6],
  ['ordinal', 4],
  ['decimal', 6],
  ['part-restart', 6],
  ['toc', 4],
  ['toc-leaders', 3],
  ['two-line-title', 4],
  ['headings-bullets', 6],
  ['narrow-wrap', 4],
  ['page-header', 5],
  ['letter', 4],
  ['short-slogans', 8],
  ['mixed-items', 6],
  ['no-sep-digits', 4],
  ['verse-lines-heading', 0],
  ['verse-four-groups', 0],
  ['unnumbered-tail-heading', 5],
  ['paragraph-sentences', 5],
  ['inline-first-level', 5],
  ['annex-table-numbers', 4],
  ['supplement-in-article', 4],
  ['labels-title-sentence', 5],
  ['signature-list', 3],
  ['word-bullets-mixed', 8],
  ['sections-bare-in-chapter', 6],
  ['circled', 4],
  ['ten-forbids', 10],
  ['web-middle', 4],
  ['spaces-numbers', 4],
  ['chinese-with-arabic-rules-and-extra', 9],
  ['dun-caption-paragraph', 5],
  ['items-after-semicolon', 3],
  ['year-line', 4],
  ['arabic-chapters', 4],
  ['notice-resolution', 3],
  ['score-table-body', 4],
  ['fullwidth-latin', 5],
  ['preamble-numbers', 4],
  ['oneline-headings-chapters', 6],
  ['oneline-chinese-arabic', 6],
  ['wrapped-items', 3],
  ['long-style', 12],
  ['headings-paren-only', 2],
  ['chapter-para', 6],
  ['number-dot-title', 4],
  ['two-level-dot', 8],
  ['article-two-digits', 23],
  ['missing-numbers-carry', 7],
  ['quote-para', 5],
  ['penalty-items', 6],
  ['en-numbers-paren', 5],
  ['dedup-title-page', 4],
  ['items-text-between', 4],
  ['no-article-plain-numbers-mix', 5],
  ['article-as-heading-paragraphs', 5],
  ['chapters-chinese-articles', 6],
  ['community-headings-numbers-restart-parens', 9],
  ['verse-with-section-heads', 0],
  ['paragraph-no-title', 4],
  ['tail-heading-punish', 8],
  ['letters', 3],
  ['alt-paren-heads-three', 6],
  ['title-brackets', 3],
  ['dash-items', 4],
  ['wrapped-none', 3],
  ['page-inside-sentence', 4],
  ['fee-standard-table-annex', 3],
  ['sub-title-between', 5],
  ['second-document', 4],
  ['annex-list-then-signature', 3],
  ['annex-mention-only', 3],
  ['list-tail', 3],
  ['headings-dash', 7],
  ['long-preamble-body', 5],
  ['numbers-chinese-space', 5],
  ['mixed-article-then-numbers', 6],
  ['ocr-spaces', 4],
  ['paren-num-after-chinese', 8],
  ['date-in-title', 3],
  ['heads-with-paren-after', 6],
  ['pipe-web-copy', 4],
  ['two-columns-tab', 4],
  ['semicolon-list-all', 6],
  ['nested-same-family', 4],
  ['roman-title-community', 5],
  ['closing-penalty-after-list', 3],
  ['chinese-large', 12],
  ['verse-5-numbered-parens', 6],
  ['plain-short-lines', 0],
  ['wrapped-no-indent-none', 3],
  ['word-items-two-levels', 2],
  ['arabic-heads-chinese-items', 5],
  ['signature-before-body', 4],
  ['items-continue-across', 4],
  ['self-counting-chain', 10],
  ['pledge', 5],
  ['library-marks', 6],
  ['article-with-dashes', 5],
  ['headings-no-number-long-paras', 6],
  ['roman-headings', 4],
  ['english-period-space', 5],
  ['caption-colon-newline', 4],
  ['mixed-unnumbered-middle', 6],
  ['unnumbered-after-chapters', 5],
  ['long-article-para-num', 3],
  ['line-numbers-with-dunhao-years', 4],
  ['price-table-in-middle', 4],
  ['numbers-bold-md', 4],
  ['html-tags', 3],
  ['restart-no-heading', 6],
  ['first-line-paragraph-with-title', 4],
  ['verse-numbered-pairs', 8],
  ['word-export-numbers-tab', 4],
  ['sub-heading-in-article-family-restart', 9],
  ['long-gap-page', 4],
  ['chapter-number-own-line', 4],
  ['chinese-own-line', 3],
  ['chinese-numeral-alone', 3],
  ['squared', 4],
  ['formal', 4],
  ['paren-dun', 4],
  ['pian', 4],
  ['heading-and-first-same-line', 6],
  ['topics-with-dash', 4],
  ['two-articles-per-line-space', 6],
  ['missing-first-number', 5],
  ['signed-list-members', 3],
  ['unpunctuated-long', 5],
  ['indent-wrapped-nested', 3],
  ['mixed-pages-headings', 6],
  ['community-bare-list', 6],
  ['article-then-explanations', 4],
  ['heads-various-levels', 7],
  ['bold-first-words-paragraph', 4],
  ['announcement-tail', 3],
  ['parenthesized-signs-items', 6],
  ['items-behind-commas', 3],
  ['items-topics-among-rules', 7],
  ['self-counting-lines', 5],
  ['three-levels-inner-topics', 9],
  ['one-paragraph-wrapped', 4],
  ['traditional-chapters', 8],
  ['chapters-topic-among-rules-late', 7],
  ['wrapped-figures', 4],
  ['lead-in-above-line', 7],
  ['pledge-issued', 6],
  ['figures-after-dots', 7],
  ['wrapped-fullwidth-references', 5],
  ['topics-mixed-paragraphs', 6],
  ['wrapped-dates', 5],
  ['ordinal-with-lists', 3],
  ['self-counting-pledge', 6],
  ['parens-inline-items', 6],
  ['circled-unpunctuated', 8],
  ['pian-and-tail', 5],
  ['restatement-with-penalties', 11],
  ['ordinal-one-line', 3],
  ['misread-eleven', 12],
  ['misread-first-labels', 6],
  ['label-fullwidth-before-figure', 5],
  ['label-before-decimal', 4],
  ['ordinal-items', 2],
  ['ordinal-in-prose', 3],
  ['ordinal-colon', 3],
  ['figures-behind-labels', 5],
  ['misread-none', 5],
  ['misread-chinese', 4],
  ['misread-chapters', 8],
  ['misread-labels', 6],
  ['wrapped-references-dense', 4],
  ['wrapped-reference-alone', 5],
  ['wrapped-at-references', 4],
  ['chapters-topics-among-rules', 8],
  ['topics-among-rules', 7],
  ['topics-paren-among-rules', 6],
  ['chapters-lead-ins-with-lists', 6],
  ['chapters-chinese-rules-items', 6],
];

const counts: [string, number][] = [...expectations.map(({ name, articles }): [string, number] => [name, articles]), ...articleCounts];

/** What is left of a text when numbers, marks and widths are put aside. */
function words(text: string): string {
  return text.replace(/<[^<>]*>/gu, '').normalize('NFKC').replace(/[\p{P}\p{S}\p{Z}\s\d]|[第条條章节節一二三四五六七八九十〇壹贰叁肆篇]|部分/gu, '');
}

function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of words(text)) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

function missing(source: string, result: ParsedConvention): string {
  const found = counted([renderText(result.document), ...result.warnings.map(({ text }) => text)].join('\n'));
  return [...counted(source)].filter(([character, count]) => (found.get(character) ?? 0) < count).map(([character]) => character).join('');
}

describe('reading a convention', () => {
  it.each(expectations)('finds the parts of $name', (expected) => {
    const { document, style, kind } = parse(fixture(expected.name));
    expect({
      name: expected.name,
      style,
      kind,
      scope: document.attrs.numberingScope,
      articles: articlesOf(document).length,
      chapters: document.content.filter((part) => part.type === 'chapter').length,
      preamble: sizeOf(document, 'preamble'),
      subtitle: sizeOf(document, 'subtitle'),
      verse: sizeOf(document, 'verse'),
      closing: sizeOf(document, 'closing'),
      annexes: document.content.filter((part) => part.type === 'annex').length,
    }).toEqual({
      chapters: 0,
      preamble: 0,
      subtitle: 0,
      verse: 0,
      closing: 0,
      annexes: 0,
      kind: 'village',
      scope: 'document',
      ...expected,
    });
  });

  it.each(articleCounts)('finds the articles of %s', (name, articles) => {
    expect(articlesOf(parse(fixture(name)).document).length).toBe(articles);
  });

  it('has an expectation for every fixture', () => {
    expect([...fixtures.keys()].sort()).toEqual(counts.map(([name]) => name).sort());
  });

  it.each([...fixtures])('gives a valid document for %s', (_, text) => {
    expect(documentSchema.safeParse(parse(text).document).error).toBeUndefined();
  });

  it.each([...fixtures])('loses no word of %s', (_, text) => {
    expect(missing(text, parse(text))).toBe('');
  });
});

const mutations: [string, (text: string) => string][] = [
  ['CRLF line ends', (text) => text.replaceAll('\n', '\r\n')],
  ['CR line ends', (text) => text.replaceAll('\n', '\r')],
  ['a blank line between all lines', (text) => text.replaceAll('\n', '\n\n')],
  ['white space behind every line', (text) => text.replaceAll('\n', ' 　\n')],
  ['half-width punctuation in numbers', (text) => text.replaceAll('（', '(').replaceAll('）', ')').replaceAll('．', '.')],
  ['full-width digits', (text) => text.replace(/\d/gu, (digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0))],
  ['a byte order mark', (text) => `\uFEFF${text}`],
  ['every line indented', (text) => text.replace(/^/gmu, '　　')],
  ['junk lines of a web page', (text) => `当前位置：首页 > 村务公开\n${text}\n上一篇：春耕生产通知\n版权所有 某镇人民政府\n`],
];

describe('what does not matter for the articles', () => {
  for (const [change, mutate] of mutations) {
    it.each(counts)(`${change}: %s`, (name, articles) => {
      expect(articlesOf(parse(mutate(fixture(name))).document).length).toBe(articles);
    });
  }
});

describe('any text at all', () => {
  const piece = fc.constantFrom(
    '第一条', '第2条 ', '第三章', '第一节', '一、', '二、', '（一）', '(2)', '1.', '2、', '①', '● ', '村民', '不得赌博。', '环境卫生', '：', '；', '，',
    '\n', '\n', '\n\n', '　　', '附件：', '2020年1月1日', '村民委员会', '第三条规定', '\t', '按照本公约', '表', 'A', '😀',
  );
  const text = fc.array(piece, { minLength: 1, maxLength: 60 }).map((pieces) => `村规民约\n${pieces.join('')}`);

  it('gives a valid document without loss', () => {
    fc.assert(
      fc.property(text, (source) => {
        const result = parse(source);
        expect(documentSchema.safeParse(result.document).error).toBeUndefined();
        expect(missing(source, result)).toBe('');
      }),
      { seed: 20261124, numRuns: 1500 },
    );
  });
});

describe('an article whose number was left out', () => {
  it.each(['第三条 ', '第五条 '])('is found by the numbers around it: %s', (label) => {
    const { document, warnings } = parse(fixture('article-chinese').replace(label, ''));
    expect(articlesOf(document).length).toBe(8);
    expect(warnings.map(({ reason }) => reason)).toEqual(['numberMissing']);
  });
});

describe('mentions of other articles', () => {
  const head = '云台村村规民约\n第一条 爱护公物。\n第二条 讲究卫生。\n';
  const targets = (source: string): string[] => {
    const { document, labels } = parse(source);
    const found: string[] = [];
    for (const { article } of articlesOf(document)) {
      for (const child of article.content) {
        if (child.type !== 'paragraph') continue;
        for (const inline of child.content ?? []) if (inline.type === 'articleReference') found.push(labels.get(inline.attrs.target) ?? '');
      }
    }
    return found;
  };

  it.each([
    ['违反本村规民约第一条的，批评教育。', ['第一条']],
    ['违反第一条、第二条规定的，批评教育。', ['第一条', '第二条']],
    ['第二条第一款规定的事项，由村民会议决定。', ['第二条']],
    ['按照第2条办理。', ['第二条']],
    ['按照《森林法》第一条、第二条办理。', []],
    ['按照村民委员会组织法第二条办理。', []],
    ['按照第九条办理。', []],
    ['前条规定照办。', []],
  ])('%s', (clause, expected) => {
    expect(targets(`${head}第三条 ${clause}\n第四条 自公布之日起施行。`)).toEqual(expected);
  });

  it('go by the printed numbers where numbers were skipped', () => {
    const source = '云台村村规民约\n第一条 爱护公物。\n第三条 讲究卫生。\n第四条 违反第三条的，批评教育。\n第五条 违反第二条的，批评教育。\n';
    expect(targets(source)).toEqual(['第三条']);
    expect(parse(source).warnings.filter(({ reason }) => reason === 'doubtfulReference').length).toBe(1);
  });

  it('stay text where two chapters print the number, unless the chapter is named', () => {
    const chapters = '云台村村规民约\n第一章 治安\n第一条 不打架。\n第二条 不赌博。\n第二章 卫生\n第一条 勤打扫。\n第二条 违反第一条的，劝导。\n第三条 违反本章第一条的，通报。\n';
    expect(targets(chapters)).toEqual(['第一条']);
  });
});
