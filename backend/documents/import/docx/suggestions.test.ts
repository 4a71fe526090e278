import { describe, expect, it } from 'vitest';
import { buildDocx, run } from '#backend/documents/import/docx/wordXml.ts';
import { readConvention } from '#backend/documents/import/readConvention.ts';
import { documentSchema } from '#core/document/document.ts';
import { renderText } from '#core/document/renderText.ts';
import { decideSuggestions } from '#core/document/suggestions/decideSuggestions.ts';
import { openSuggestions } from '#core/document/suggestions/openSuggestions.ts';
import type { RevisionChoice } from '#contract/imports.ts';

const by = (author: string) => `w:id="1" w:author="${author}" w:date="2026-01-31T09:30:00Z"`;
const inserted = (text: string, author = '张所长') => `<w:ins ${by(author)}>${run(text)}</w:ins>`;
const deleted = (text: string, author = '张所长') => `<w:del ${by(author)}><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
const paragraph = (inside: string, mark = '') => `<w:p><w:pPr><w:rPr>${mark}</w:rPr></w:pPr>${inside}</w:p>`;
const insertedMark = `<w:ins ${by('张所长')}/>`;
const deletedMark = `<w:del ${by('张所长')}/>`;
const head = `${paragraph(run('清溪村村规民约'))}${paragraph(run('为了建设美丽村庄，制定本公约。'))}`;

function read(body: string, revisions: RevisionChoice) {
  return readConvention({ name: '约.docx', bytes: buildDocx(body), revisions });
}

/** The characters of a text: whether two paragraphs that a revision joined stand on one line is not told apart. */
const words = (text: string) => text.replaceAll(/\s/gu, '');

const cases: { what: string; body: string; open: [inserted: string, deleted: string][] }[] = [
  {
    what: 'words replaced in an article, in the title and in the preamble',
    body: [
      paragraph(`${run('清溪村')}${deleted('乡规')}${inserted('村规')}${run('民约')}`),
      paragraph(`${run('为了建设')}${inserted('美丽')}${run('村庄，制定本公约。')}`),
      paragraph(`${run('第一条 乱倒垃圾的，')}${deleted('罚款五百元')}${inserted('批评教育')}${run('。')}`),
      paragraph(run('第二条 爱护公物。')),
    ].join(''),
    open: [['', '乡规'], ['村规', ''], ['美丽', ''], ['', '罚款五百元'], ['批评教育', '']],
  },
  {
    what: 'words replaced in an item and beside a reference',
    body: `${head}${paragraph(run('第一条 禁止下列行为：'))}${paragraph(run('（一）乱倒垃圾；'))}${paragraph(`${run('（二）')}${inserted('随意')}${run('焚烧秸秆')}${deleted('等')}${run('。')}`)}${paragraph(`${run('第二条 违反第一条')}${inserted('规定')}${run('的，')}${deleted('处罚')}${inserted('批评教育')}${run('。')}`)}`,
    open: [['随意', ''], ['', '等'], ['规定', ''], ['', '处罚'], ['批评教育', '']],
  },
  {
    what: 'a whole paragraph and a whole article inserted',
    body: `${head}${paragraph(run('第一条 爱护公物。'))}${paragraph(inserted('损坏的照价赔偿。'), insertedMark)}${paragraph(inserted('第二条 尊老爱幼。', '李律师'), insertedMark)}${paragraph(run('第三条 本公约自公布之日起施行。'))}`,
    open: [['损坏的照价赔偿。', ''], ['尊老爱幼。', '']],
  },
  {
    what: 'a whole paragraph deleted',
    body: `${head}${paragraph(run('第一条 爱护公物。'))}${paragraph(deleted('损坏的罚款。'), deletedMark)}${paragraph(run('第二条 尊老爱幼。'))}`,
    open: [['', '损坏的罚款。']],
  },
  {
    what: 'words that one person inserted and another deleted',
    body: `${head}${paragraph(`${run('第一条 爱护')}<w:ins ${by('张所长')}>${deleted('公私', '李律师')}</w:ins>${run('公物。')}`)}${paragraph(run('第二条 尊老爱幼。'))}`,
    open: [['公私', ''], ['', '公私']],
  },
  {
    what: 'words moved',
    body: `${head}${paragraph(`${run('第一条 爱护公物。')}<w:moveFrom ${by('张所长')}>${run('人人有责。')}</w:moveFrom>`)}${paragraph(`${run('第二条 保护水源。')}<w:moveTo ${by('张所长')}>${run('人人有责。')}</w:moveTo>`)}`,
    open: [['人人有责。', '人人有责。']],
  },
];

describe('revisions of a Word document that are kept', () => {
  it.each(cases)('$what: arrive as suggestions at their place', async ({ body, open }) => {
    const kept = await read(body, 'keep');
    expect(documentSchema.safeParse(kept.document).success).toBe(true);
    expect(openSuggestions(kept.document).map((one) => [one.inserted, one.deleted])).toEqual(open);
    expect(kept.suggestions.map(({ id }) => id).toSorted()).toEqual(openSuggestions(kept.document).map(({ id }) => id).toSorted());
    expect(kept.suggestions.find(({ author }) => author === '张所长')).toMatchObject({ madeAt: '2026-01-31T09:30', source: 'file' });
  });

  it.each(cases)('$what: accepted they read as the accepted file, rejected as the rejected one', async ({ body }) => {
    const { document } = await read(body, 'keep');
    expect(renderText(decideSuggestions(document, 'accept'))).toBe(renderText((await read(body, 'accept')).document));
    expect(words(renderText(decideSuggestions(document, 'reject')))).toBe(words(renderText((await read(body, 'reject')).document)));
  });

  it('keep the words of a change for which the text has no place', async () => {
    const body = `${head}<w:tbl><w:tr><w:trPr><w:del ${by('张所长')}/></w:trPr><w:tc>${paragraph(deleted('酒席十桌'))}</w:tc></w:tr></w:tbl>${paragraph(run('第一条 爱护公物。'))}${paragraph(`${run('第二条 尊老')}${inserted('爱幼')}${run('。')}`)}`;
    const { document, fileComments } = await read(body, 'keep');
    expect(openSuggestions(document)).toHaveLength(1);
    expect(fileComments.map(({ text }) => text)).toEqual(['修订没有标在正文里：删了“酒席十桌”']);
  });
});
