import { DOMParser, Element } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { articlesOf } from '#core/document/articlesOf.ts';
import { articleText } from '#core/document/articleText.ts';
import type { ConventionDocument } from '#core/document/document.ts';
import { conventionDocument, paragraph } from '#core/document/documentBuilders.ts';
import { numberDocument } from '#core/document/numberDocument.ts';
import { renderText } from '#core/document/renderText.ts';
import { articleParagraphId } from '#backend/documents/export/articleBookmark.ts';
import { exportDocx } from '#backend/documents/export/exportDocx.ts';
import type { PrintDocument } from '#backend/documents/export/printDocument.ts';
import { printTitle } from '#backend/documents/export/printTitle.ts';
import { samplePrints } from '#backend/documents/export/samplePrints.ts';

async function partsOf(print: PrintDocument): Promise<Record<string, string>> {
  const files = unzipSync(await exportDocx(print));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** The paragraphs of a part in order, a table row as one line with its cells parted by tabs. */
function linesOf(xml: string): string[] {
  const lines: string[] = [];
  const textOf = (node: Element): string =>
    [...node.getElementsByTagName('*')].map((child) => (child.tagName === 'w:t' ? child.textContent : child.tagName === 'w:br' ? '\n' : '')).join('');
  const visit = (node: Element) => {
    if (node.tagName === 'w:p') lines.push(textOf(node));
    else if (node.tagName === 'w:tr') lines.push([...node.getElementsByTagName('w:tc')].map(textOf).join('\t'));
    else for (const child of node.childNodes) if (child instanceof Element) visit(child);
  };
  const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement;
  if (root !== null) visit(root);
  return lines.filter((line) => line !== '');
}

const signedDocument = conventionDocument('新玉峰村村规民约', [
  { type: 'article', attrs: { id: 'a' }, content: [paragraph('村民应当爱护公物。')] },
  { type: 'closing', content: ['本公约自公布之日起施行。', '新玉峰村村民委员会', '2026年11月25日'].map((text) => paragraph(text)) },
]);

describe('exportDocx', () => {
  it('holds every line of the text, numbers included, as paragraphs', async () => {
    const { document } = samplePrints.convention;
    const { 'word/document.xml': xml = '' } = await partsOf({ type: 'convention', document, date: '2026年11月24日' });
    expect(linesOf(xml)).toEqual(renderText(document).split('\n').filter((line) => line !== ''));
  });

  it('names a Chinese face with its hint in every run', async () => {
    const { 'word/document.xml': xml = '' } = await partsOf(samplePrints.convention);
    const runs = xml.match(/<w:r>.*?<\/w:r>/gu) ?? [];
    const wordy = runs.filter((run) => run.includes('<w:t '));
    expect(wordy.length).toBeGreaterThan(20);
    for (const run of wordy) expect(run).toMatch(/<w:rFonts [^>]*w:eastAsia="(?:仿宋|黑体|楷体|宋体)"[^>]*w:hint="eastAsia"|<w:rFonts [^>]*w:hint="eastAsia"[^>]*w:eastAsia="(?:仿宋|黑体|楷体|宋体)"/u);
  });

  it('sets the lines of the text exactly 29 points apart', async () => {
    const { 'word/document.xml': xml = '' } = await partsOf(samplePrints.convention);
    expect(xml).toContain('<w:spacing w:line="580" w:lineRule="exact"/>');
  });

  it('gives the first paragraph of every article its lasting id', async () => {
    const { document } = samplePrints.convention;
    const { 'word/document.xml': xml = '' } = await partsOf(samplePrints.convention);
    for (const { article } of articlesOf(document)) {
      expect(xml).toContain(`<w:p w14:paraId="${articleParagraphId(article.attrs.id)}">`);
    }
  });

  it.each(Object.entries(samplePrints))('names title and maker in the properties of %s', async (_, print) => {
    const { 'docProps/core.xml': xml = '' } = await partsOf(print);
    const maker = print.identity ?? '乡约';
    expect(xml).toContain(`<dc:title>${printTitle(print)}</dc:title>`);
    expect(xml).toContain(`<dc:creator>${maker}</dc:creator>`);
    expect(xml).toContain(`<cp:lastModifiedBy>${maker}</cp:lastModifiedBy>`);
  });

  it('sets the lines that sign a text at the right edge, the sentences of the closing like the text', async () => {
    const { 'word/document.xml': xml = '' } = await partsOf({ type: 'convention', document: signedDocument, date: '2026年11月24日' });
    const paragraphOf = (words: string) => (xml.match(/<w:p[ >].*?<\/w:p>/gu) ?? []).find((paragraph) => paragraph.includes(words)) ?? '';
    for (const line of ['新玉峰村村民委员会', '2026年11月25日']) {
      expect(paragraphOf(line)).toMatch(/<w:ind [^>]*w:right="1280"/u);
      expect(paragraphOf(line)).toContain('<w:jc w:val="right"/>');
    }
    expect(paragraphOf('自公布之日起施行')).toContain('<w:jc w:val="both"/>');
    expect(paragraphOf('自公布之日起施行')).toContain('<w:keepNext/>');
    expect(paragraphOf('爱护公物')).not.toContain('<w:keepNext/>');
  });

  it('says when and where the text was posted', async () => {
    const lines = linesOf((await partsOf(samplePrints.convention))['word/document.xml'] ?? '');
    expect(lines).toContain('于2026年11月24日公布，公布地点：村务公开栏。');
  });

  it('shows conclusion, code and hash of a cleared text alone', async () => {
    const cleared = linesOf((await partsOf(samplePrints.convention))['word/document.xml'] ?? '').join('\n');
    expect(cleared).toContain('合法性审查结论：合法');
    expect(cleared).toMatch(/校验码：[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/u);
    const other = await partsOf(samplePrints.notCleared);
    expect(linesOf(other['word/document.xml'] ?? '').join('\n')).toContain('表决文本与审定文本不一致');
    expect(Object.values(other).join('')).not.toContain('校验码');
  });

  it('writes suggestions as tracked changes with their author', async () => {
    const document: ConventionDocument = {
      type: 'document',
      attrs: { numberingStyle: 'article', numberingScope: 'document' },
      content: [
        { type: 'title', content: [{ type: 'text', text: '村规民约' }] },
        {
          type: 'article',
          attrs: { id: 'a' },
          content: [
            {
              type: 'paragraph',
              content: [
                { type: 'text', text: '限期' },
                { type: 'text', text: '三日', marks: [{ type: 'deletion', attrs: { id: 's1' } }] },
                { type: 'text', text: '十五日', marks: [{ type: 'insertion', attrs: { id: 's2' } }] },
                { type: 'text', text: '内改正。' },
              ],
            },
          ],
        },
      ],
    };
    const suggestions = { s1: { author: '周文静', date: '2026-11-10T02:00:00Z' }, s2: { author: '周文静', date: '2026-11-10T02:00:00Z' } };
    const { 'word/document.xml': xml = '' } = await partsOf({ type: 'convention', document, date: '2026年11月24日', suggestions });
    expect(xml).toMatch(/<w:del [^>]*w:author="周文静"[^>]*>(?:(?!<\/w:del>).)*<w:delText[^>]*>三日<\/w:delText>/u);
    expect(xml).toMatch(/<w:ins [^>]*w:author="周文静"[^>]*>(?:(?!<\/w:ins>).)*<w:t[^>]*>十五日<\/w:t>/u);
  });

  it('anchors a remark and its reply at the words they speak of', async () => {
    const { document } = samplePrints.convention;
    const [, , third] = articlesOf(document);
    if (third === undefined) throw new Error('The sample has three articles');
    const text = articleText(third.article, numberDocument(document));
    const start = text.indexOf('零彩礼');
    const remark = {
      articleId: third.article.attrs.id,
      start,
      end: start + 3,
      author: '周文静',
      date: '2026-11-10T02:00:00Z',
      text: '建议保留。',
      replies: [{ author: '李秋生', date: '2026-11-11T02:00:00Z', text: '已保留。' }],
    };
    const lost = { ...remark, articleId: 'gone', text: '原条文已删。', replies: [] };
    const parts = await partsOf({ type: 'convention', document, date: '2026年11月24日', remarks: [remark, lost] });
    const xml = parts['word/document.xml'] ?? '';
    const between = /<w:commentRangeStart w:id="0"\/>(.*?)<w:commentRangeEnd w:id="0"\/>/u.exec(xml)?.[1] ?? '';
    expect(between.replace(/<[^>]+>/gu, '')).toBe('零彩礼');
    for (const id of [0, 1, 2]) expect(xml).toContain(`<w:commentReference w:id="${id}"/>`);
    expect(parts['word/comments.xml']).toContain('建议保留。');
    expect(parts['word/comments.xml']).toContain('已保留。');
    expect(parts['word/comments.xml']).toContain('原条文已删。');
  });

  it('puts the words of comment table and opinion into their Word files', async () => {
    const table = linesOf((await partsOf(samplePrints.commentTable))['word/document.xml'] ?? '');
    expect(table).toContain('序号\t渠道\t针对条款\t意见\t处理\t理由');
    expect(table).toHaveLength(4 + samplePrints.commentTable.comments.length + 3);
    const opinion = linesOf((await partsOf(samplePrints.opinion))['word/document.xml'] ?? '').join('\n');
    expect(opinion).toContain('长司审〔2026〕15号');
    expect(opinion).toContain('本意见书不替代村（居）民会议的决定');
  });

  it('leaves out what XML cannot hold', async () => {
    const print = { ...samplePrints.opinion, explanation: '甲\u0000乙\u000B丙' };
    expect(linesOf((await partsOf(print))['word/document.xml'] ?? '')).toContain('甲乙丙');
  });
});
