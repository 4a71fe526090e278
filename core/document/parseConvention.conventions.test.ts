import * as fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { articlesOf } from '#core/document/articlesOf.ts';
import { parseConvention } from '#core/document/parseConvention.ts';
import { z } from 'zod';

/** Conventions in the manner of many provinces and decades, each with its layout, the number of its articles and their words. */
const folder = join(import.meta.dirname, 'testing', 'conventions');
const expectationSchema = z.object({ layout: z.string(), articles: z.number().int(), clauses: z.array(z.string()), ambiguous: z.boolean().optional() });

const conventions = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({
    name,
    text: readFileSync(join(folder, name), 'utf8'),
    ...expectationSchema.parse(JSON.parse(readFileSync(join(folder, name.replace(/txt$/u, 'json')), 'utf8'))),
  }));
const settled = conventions.filter(({ ambiguous }) => ambiguous !== true);

function readArticles(text: string): string[] {
  let count = 0;
  const { document, printedTexts } = parseConvention(text, { newId: () => `i${(count += 1)}` });
  return articlesOf(document).map(({ article }) => printedTexts.get(article.attrs.id) ?? '');
}

/** All signs in their order, whatever white space parts them. */
function words(text: string): string {
  return text.replace(/\s/gu, '');
}

describe('a convention as it is found', () => {
  it.each(conventions)('$name: $layout', ({ text, articles }) => {
    expect(readArticles(text)).toHaveLength(articles);
  });

  it.each(settled)('$name keeps the words of every article in their place', ({ text, clauses }) => {
    expect(readArticles(text).map(words)).toEqual(clauses.map(words));
  });
});

const lineEnds = ['\r\n', '\r', '\n\n', '\u2028', '\v'];
const junk = ['- 3 -', '第 3 页 共 8 页', '上一篇：关于召开村民代表会议的通知', '浏览次数：128', 'https://www.example.com/a/1.html', '【打印】【关闭】', '<br/>', '扫一扫在手机打开当前页', '——————'];

type Mutation = (text: string) => string;
const fullWidth: Mutation = (text) => text.replace(/[0-9]/gu, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0));
const halfWidth: Mutation = (text) => text.replace(/[（）：；]/gu, (sign) => sign.normalize('NFKC'));

const mutation: fc.Arbitrary<{ what: string; apply: Mutation }> = fc.oneof(
  fc.constantFrom(...lineEnds).map((end) => ({ what: `line ends ${JSON.stringify(end)}`, apply: (text: string) => text.replace(/\r\n|\r|\n/gu, end) })),
  fc.constant({ what: 'full-width figures', apply: fullWidth }),
  fc.constant({ what: 'half-width signs', apply: halfWidth }),
  fc.constantFrom('  ', '\u3000', '\t', '\u00a0').map((gap) => ({ what: `${JSON.stringify(gap)} at line ends`, apply: (text: string) => text.replace(/(?=\r?\n)/gu, gap === '\t' ? ' ' : gap) })),
  fc.constantFrom('\ufeff', '\n\n\n', '\u200b').map((sign) => ({ what: `${JSON.stringify(sign)} in front`, apply: (text: string) => `${sign}${text}` })),
  fc.array(fc.record({ line: fc.constantFrom(...junk), place: fc.nat() }), { minLength: 1, maxLength: 3 }).map((lines) => ({
    what: `junk ${JSON.stringify(lines)}`,
    apply: (text: string) => {
      const all = text.split('\n');
      for (const { line, place } of lines) all.splice(place % (all.length + 1), 0, line);
      return all.join('\n');
    },
  })),
);

describe('the number of articles', () => {
  it('does not move with line ends, widths, blanks and what pages and websites put between the lines', () => {
    fc.assert(
      fc.property(fc.constantFrom(...settled), mutation, ({ name, text, articles }, { what, apply }) => {
        expect({ name, what, articles: readArticles(apply(text)).length }).toEqual({ name, what, articles });
      }),
      { seed: 11, numRuns: 2000 },
    );
  });

  it('falls by one where an article and its number are missing', () => {
    const moved: string[] = [];
    let checked = 0;
    for (const { name, text, articles } of settled) {
      let count = 0;
      const places = [...parseConvention(text, { newId: () => `i${(count += 1)}` }).sourceLines.values()];
      const lines = text.split(/\r\n|[\n\r]/u);
      places.forEach(({ from, to }, order) => {
        const sharesLines = places.some((other, at) => at !== order && other.from <= to && other.to >= from);
        if (sharesLines) return;
        checked += 1;
        const found = readArticles(lines.filter((_, line) => line < from || line > to).join('\n')).length;
        if (found !== articles - 1) moved.push(`${name} without ${order + 1}`);
      });
    }
    // What is left may truly read otherwise: a paragraph fills the gap in the numbers, a topic stands alone.
    expect(checked).toBeGreaterThan(1800);
    expect(moved.length).toBeLessThanOrEqual(checked * 0.015);
  });
});
