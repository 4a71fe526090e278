import { strToU8, zipSync } from 'fflate';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConventionFile } from '#backend/documents/import/readConventionFile.ts';
import { articleText } from '#core/document/articleText.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import { numberDocument } from '#core/document/numberDocument.ts';
import { parseConvention } from '#core/document/parseConvention.ts';

/** Conventions whose numbers are typed; here Word's own numbering takes their place. */
const folder = join(import.meta.dirname, '..', '..', '..', 'core', 'document', 'testing', 'conventions');

type Level = { format: string; text: string; runsOn?: boolean };

/** Headings, articles and items as Word counts them. `runsOn`: not begun anew below the level above. */
const numberings: Record<string, readonly Level[]> = {
  '第一章 第一条 （一）': [
    { format: 'chineseCountingThousand', text: '第%1章' },
    { format: 'chineseCountingThousand', text: '第%2条', runsOn: true },
    { format: 'chineseCountingThousand', text: '（%3）' },
  ],
  '第一章 一、 1.': [
    { format: 'chineseCountingThousand', text: '第%1章' },
    { format: 'chineseCountingThousand', text: '%2、' },
    { format: 'decimal', text: '%3.' },
  ],
  '一、 1. （1）': [
    { format: 'chineseCountingThousand', text: '%1、' },
    { format: 'decimal', text: '%2.' },
    { format: 'decimal', text: '（%3）' },
  ],
  '一、 （一） 1.': [
    { format: 'chineseCountingThousand', text: '%1、' },
    { format: 'chineseCountingThousand', text: '（%2）' },
    { format: 'decimal', text: '%3.' },
  ],
};

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

type Line = { text: string; level?: number };

/** A .docx whose numbers stand in numbering.xml alone. */
function numberedDocx(lines: readonly Line[], levels: readonly Level[]): Uint8Array {
  const paragraphs = lines.map(({ text, level }) => {
    const numbering = level === undefined ? '' : `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>`;
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return `<w:p>${numbering}<w:r><w:t xml:space="preserve">${escaped}</w:t></w:r></w:p>`;
  });
  const definitions = levels.map(
    ({ format, text, runsOn }, level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${runsOn === true ? '<w:lvlRestart w:val="0"/>' : ''}<w:lvlText w:val="${text}"/></w:lvl>`,
  );
  const relationship = (type: string, target: string) =>
    `<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${officeRelationships}/${type}" Target="${target}"/></Relationships>`;
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    '_rels/.rels': strToU8(relationship('officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': strToU8(relationship('numbering', 'numbering.xml')),
    'word/numbering.xml': strToU8(
      `<w:numbering ${word}><w:abstractNum w:abstractNumId="0">${definitions.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    ),
    'word/document.xml': strToU8(`<w:document ${word}><w:body>${paragraphs.join('')}</w:body></w:document>`),
  });
}

function read(text: string) {
  let count = 0;
  return parseConvention(text, { newId: () => `i${(count += 1)}` });
}

const itemLabel = /^(?:（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、]|[①-⑳]|●)\s*/u;

/** Title, headings, articles and items of a typed convention, without their numbers. */
function linesOf(text: string): { lines: Line[]; articles: number; chapters: number } {
  const { document } = read(text);
  const numbering = numberDocument(document);
  const lines: Line[] = [{ text: '溪口村村规民约' }];
  let chapter: unknown;
  let chapters = 0;
  const placed = articlesOf(document);
  for (const { article, chapter: own } of placed) {
    if (own !== undefined && own !== chapter) {
      chapters += 1;
      const heading = own.content.find((part) => part.type === 'heading');
      lines.push({ text: heading?.content?.map((inline) => (inline.type === 'text' ? inline.text : '')).join('') ?? '', level: 0 });
    }
    chapter = own;
    const [lead = '', ...rest] = articleText(article, numbering).split('\n');
    lines.push({ text: lead, level: 1 });
    for (const line of rest) lines.push(itemLabel.test(line) ? { text: line.replace(itemLabel, ''), level: 2 } : { text: line });
  }
  return { lines, articles: placed.length, chapters };
}

const conventions = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({ name, ...linesOf(readFileSync(join(folder, name), 'utf8')) }))
  // Without numbers there is nothing for Word to count.
  .filter(({ articles }) => articles >= 4);

describe('a convention whose numbers Word counts', () => {
  it.each(Object.entries(numberings))('comes back article by article: %s', async (style, levels) => {
    const moved: string[] = [];
    for (const { name, lines, articles, chapters } of conventions) {
      // 一、 alone above nothing would be the articles' own number.
      if (chapters === 0 && !style.startsWith('第')) continue;
      const { text } = await readConventionFile({ name: '村规民约.docx', bytes: numberedDocx(lines, levels) });
      const found = articlesOf(read(text).document).length;
      if (found !== articles) moved.push(`${name}: ${found} instead of ${articles}`);
    }
    expect(moved).toEqual([]);
  });
});
