import { Buffer } from 'node:buffer';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { arbitraryDocument } from '#core/document/arbitraryDocument.ts';
import { renderText } from '#core/document/renderText.ts';
import { DomainError } from '#core/errors.ts';
import { createTypesetter } from '#backend/documents/export/createTypesetter.ts';
import { samplePrints } from '#backend/documents/export/samplePrints.ts';

const typesetter = createTypesetter({ resourceFolder: fileURLToPath(new URL('../../../resources', import.meta.url)) });

/** The words of a PDF in reading order, without white space: breaks between lines are layout. */
async function pdfText(bytes: Uint8Array): Promise<string> {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  let text = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const content = await (await pdf.getPage(number)).getTextContent();
    text += content.items.map((item) => ('str' in item ? item.str : '')).join('');
  }
  await task.destroy();
  return text.replace(/\s/gu, '');
}

describe('createTypesetter', () => {
  it.each(Object.entries(samplePrints))('sets %s as PDF/A-2b', (_, print) => {
    const source = Buffer.from(typesetter.setDocument(print)).toString('latin1');
    expect(source.startsWith('%PDF-')).toBe(true);
    expect(source).toMatch(/<pdfaid:part>2<\/pdfaid:part>/u);
    expect(source).toMatch(/<pdfaid:conformance>B<\/pdfaid:conformance>/u);
  });

  it.each(Object.entries(samplePrints))('gives the same bytes for the same %s', (_, print) => {
    const again = createTypesetter({ resourceFolder: fileURLToPath(new URL('../../../resources', import.meta.url)) });
    expect(Buffer.from(typesetter.setDocument(print)).equals(Buffer.from(again.setDocument(print)))).toBe(true);
  });

  it('prints every line of the text in its order', async () => {
    const printed = await pdfText(typesetter.setDocument(samplePrints.convention));
    let position = 0;
    for (const line of renderText(samplePrints.convention.document).split('\n')) {
      for (const cell of line.split('\t')) {
        const words = cell.replace(/\s/gu, '');
        const found = printed.indexOf(words, position);
        // A page footer may stand inside a line that runs over two pages; the sample has none.
        expect(found).toBeGreaterThanOrEqual(position);
        position = found + words.length;
      }
    }
  });

  it('prints the conclusion and the verification code of a cleared text alone', async () => {
    const cleared = await pdfText(typesetter.setDocument(samplePrints.convention));
    expect(cleared).toContain('合法性审查结论：合法');
    expect(cleared).toMatch(/校验码：[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/u);
    expect(cleared).toContain('本机登记身份：李秋生');
    const other = await pdfText(typesetter.setDocument(samplePrints.notCleared));
    expect(other).toContain('表决文本与审定文本不一致');
    expect(other).not.toContain('校验码');
  });

  it('repeats the head of the comment table on every page', async () => {
    const text = await pdfText(typesetter.setDocument(samplePrints.commentTable));
    expect(text.split('序号渠道针对条款意见处理理由').length - 1).toBeGreaterThan(1);
    expect(text).toContain('部分采纳');
  });

  it('says in an opinion that it does not replace the decision of the villagers', async () => {
    const text = await pdfText(typesetter.setDocument(samplePrints.opinion));
    expect(text).toContain('本意见书不替代村（居）民会议的决定');
    for (const row of samplePrints.opinion.scope) expect(text).toContain(`${row.name}${row.result}`);
  });

  it('takes text as text, whatever it looks like', async () => {
    const hostile = '#panic() $x$ *粗* _斜_ `码` \\ @引用 <标签> "引号" //注 ]{';
    const [first] = samplePrints.commentTable.comments;
    if (first === undefined) throw new Error('The sample has comments');
    const text = await pdfText(
      typesetter.setDocument({ ...samplePrints.commentTable, comments: [{ ...first, text: `${hostile}\n\u0000第二行` }] }),
    );
    expect(text).toContain(hostile.replace(/\s/gu, ''));
    expect(text).toContain('第二行');
  });

  it('prints 〓 for a character that no font has and names its code', async () => {
    const [first] = samplePrints.commentTable.comments;
    if (first === undefined) throw new Error('The sample has comments');
    const print = { ...samplePrints.commentTable, comments: [{ ...first, channel: '王\u{323AF}\u{1FFFD}' }] };
    const text = await pdfText(typesetter.setDocument(print));
    expect(text).toContain('王〓〓');
    expect(text).toMatch(/文中“〓”为本机字库没有的字，编码为[U+0-9A-F、]*U\+323AF/u);
  });

  it('shows no 〓 for an invisible character', async () => {
    const text = await pdfText(typesetter.setDocument({ ...samplePrints.opinion, reviewer: '周\u00AD文\u{E0100}静\u200B' }));
    expect(text.replace(/\u00AD/gu, '')).toContain('审查人：周文静');
    expect(text).not.toContain('〓');
  });

  it('sets any text that people paste', () => {
    const pieces = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom('👨‍👩‍👧‍👦', '🇨🇳', 'العربية', 'ไทย', '\u202Eabc', '\u0300\u0301', '\uD800', '\u2028', '﷽', '①②③', '㎡'),
    );
    fc.assert(
      fc.property(pieces, pieces, (one, other) => {
        const annotation = { article: one, problem: other, basis: one + other, severity: other, suggestion: one };
        const print = { ...samplePrints.opinion, conventionTitle: one, explanation: other, annotations: [annotation] };
        expect(typesetter.setDocument(print).length).toBeGreaterThan(1000);
      }),
      { seed: 20261124, numRuns: 60 },
    );
  });

  it('sets any document that the schema allows', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        expect(typesetter.setDocument({ ...samplePrints.convention, document }).length).toBeGreaterThan(1000);
      }),
      { seed: 20261124, numRuns: 25 },
    );
  });

  it('refuses a date that is no day', () => {
    const set = () => typesetter.setDocument({ ...samplePrints.opinion, date: '2026年' });
    expect(set).toThrow(new DomainError('TYPESETTING_FAILED', '日期“2026年”不完整'));
  });
});
