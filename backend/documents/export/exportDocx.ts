import { Document, Packer, type ICommentOptions, type ISectionOptions } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { assertNever } from '#core/assertNever.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import { amendmentStatementToWord } from '#backend/documents/export/amendmentStatementToWord.ts';
import { amendmentTableToWord } from '#backend/documents/export/amendmentTableToWord.ts';
import { articleBookmark, articleParagraphId } from '#backend/documents/export/articleBookmark.ts';
import { commentTableToWord } from '#backend/documents/export/commentTableToWord.ts';
import { conventionToWord } from '#backend/documents/export/conventionToWord.ts';
import { opinionToWord } from '#backend/documents/export/opinionToWord.ts';
import { printableText } from '#backend/documents/export/printableText.ts';
import type { ConventionPrint, PrintDocument } from '#backend/documents/export/printDocument.ts';
import { printTitle } from '#backend/documents/export/printTitle.ts';
import { bodyType, wordFont } from '#backend/documents/export/wordText.ts';

/** A document as a Word file (OOXML) with the words of its PDF; the first paragraph of every article carries a lasting w14:paraId. */
export async function exportDocx(input: PrintDocument): Promise<Uint8Array> {
  const { section, comments } = contentOf(input);
  const author = printableText(input.identity ?? '乡约');
  const file = new Document({
    title: printableText(printTitle(input)),
    creator: author,
    lastModifiedBy: author,
    styles: { default: { document: { run: { font: wordFont(bodyType), size: bodyType.size, language: { eastAsia: 'zh-CN', value: 'zh-CN' } } } } },
    ...(comments.length === 0 ? {} : { comments: { children: comments } }),
    sections: [section],
  });
  const bytes = new Uint8Array(await Packer.toBuffer(file));
  return input.type === 'convention' ? withParagraphIds(bytes, input) : bytes;
}

function contentOf(input: PrintDocument): { section: ISectionOptions; comments: ICommentOptions[] } {
  switch (input.type) {
    case 'convention':
      return conventionToWord(input);
    case 'commentTable':
      return { section: commentTableToWord(input), comments: [] };
    case 'opinion':
      return { section: opinionToWord(input), comments: [] };
    case 'amendmentTable':
      return { section: amendmentTableToWord(input), comments: [] };
    case 'amendmentStatement':
      return { section: amendmentStatementToWord(input), comments: [] };
    default:
      return assertNever(input);
  }
}

/** The docx package sets no paragraph ids of its own, so they are written where the articles' bookmarks stand. */
function withParagraphIds(bytes: Uint8Array, input: ConventionPrint): Uint8Array {
  const name = 'word/document.xml';
  const files = unzipSync(bytes);
  const part = files[name];
  if (part === undefined) throw new Error(`No ${name} in the file just made`);
  const ids = new Map(articlesOf(input.document).map(({ article }) => [articleBookmark(article.attrs.id), articleParagraphId(article.attrs.id)]));
  const xml = strFromU8(part).replace(
    /<w:p>(?=(?:<w:pPr>(?:(?!<\/w:pPr>).)*<\/w:pPr>)?<w:bookmarkStart [^>]*w:name="([^"]+)")/gu,
    (whole, bookmark: string) => {
      const id = ids.get(bookmark);
      return id === undefined ? whole : `<w:p w14:paraId="${id}">`;
    },
  );
  return zipSync({ ...files, [name]: strToU8(xml) }, { level: 6, mtime: zipEpoch });
}

/** The earliest moment that a zip entry can carry. */
const zipEpoch = new Date(1980, 0, 1);
