import { readAnchors } from '#backend/documents/import/anchors.ts';
import { BodyReader, type BodyFindings } from '#backend/documents/import/docx/bodyText.ts';
import { readComments } from '#backend/documents/import/docx/comments.ts';
import { readNumbering } from '#backend/documents/import/docx/numbering.ts';
import { readStyles } from '#backend/documents/import/docx/styles.ts';
import { NumberPrinter } from '#backend/documents/import/NumberPrinter.ts';
import type { ImportNote } from '#backend/documents/import/importNote.ts';
import { pageNumberLine, shorten } from '#backend/documents/import/marginText.ts';
import type { OpenZip } from '#backend/documents/import/openZip.ts';
import { attribute, childElements, childNamed, parseXml, type XmlElement } from '#backend/documents/import/parseXml.ts';
import { revisionNotes } from '#backend/documents/import/revisionNotes.ts';
import { revisionPieces } from '#backend/documents/import/revisionPieces.ts';
import type { ImportFacts, RevisionChoice } from '#contract/imports.ts';
import { DomainError } from '#core/errors.ts';

type DocxText = { text: string; notes: ImportNote[] } & Pick<ImportFacts, 'revisions' | 'comments' | 'pieces'>;

/**
 * Reads the text of a Word document (ECMA-376) as lines, with automatic numbers printed as Word prints them.
 * `choice` says which side of the revisions the text shows; all of them are listed in `revisions` whatever it is.
 * Under keep, `pieces` say which words the revisions put in and took away.
 * Headers, footers and footnotes stand in notes.
 */
export function readDocx(zip: OpenZip, choice: RevisionChoice): DocxText {
  const main = mainPart(zip);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const part = (name: string, title: string): XmlElement | undefined => {
    const bytes = zip.read(name, title);
    return bytes === undefined ? undefined : parseXml(bytes, title);
  };
  const document = part(main, '正文部分');
  const body = childNamed(document, 'body');
  if (body === undefined) throw new DomainError('FILE_DAMAGED', '没有正文部分');
  const styles = readStyles(part(`${folder}styles.xml`, '样式部分'));
  const numbering = readNumbering(part(`${folder}numbering.xml`, '编号部分'));
  const kept = choice === 'reject' ? 'reject' : 'accept';
  const reader = new BodyReader(styles, new NumberPrinter(numbering), kept);
  const { lines, places, pieces: anchored } = readAnchors(reader.lines(body));
  const text = lines.join('\n');
  const revisions = reader.revisions.revisions.map((revision, index) => ({ ...revision, line: places.get(`r${index}`)?.line ?? null }));
  const comments = readComments(part(`${folder}comments.xml`, '批注部分')).map(({ id, author, madeAt, text: words }) => {
    const stretch = places.get(`s${id}`);
    const place = stretch ?? places.get(`c${id}`);
    return { author, madeAt, text: words, quote: stretch?.quote.trim() ?? '', line: place?.line ?? null, at: place?.at ?? null };
  });
  const isKept = choice === 'keep' && revisions.length > 0;

  const notes = [...revisionNotes(revisions.length, comments.length, choice), ...findingNotes(reader.findings)];
  const aside = (names: readonly string[], title: string): string => {
    const lines = names.flatMap((name) => {
      const root = part(name, title);
      if (root === undefined) return [];
      const asideReader = new BodyReader(styles, new NumberPrinter(numbering), kept);
      const containers = root.localName === 'footnotes' || root.localName === 'endnotes' ? childElements(root).filter(isRealNote) : [root];
      return containers.flatMap((container) => readAnchors(asideReader.lines(container)).lines);
    });
    return [...new Set(lines.map((line) => line.trim()).filter((line) => !pageNumberLine.test(line)))].join('；');
  };
  const margins = aside(zip.names.filter((name) => /^word\/(?:header|footer)\d*\.xml$/u.test(name)), '页眉页脚部分');
  if (margins !== '') notes.push({ code: 'headerFooter', text: `页眉页脚没有放进正文：${shorten(margins)}。` });
  const footnotes = aside([`${folder}footnotes.xml`, `${folder}endnotes.xml`], '脚注部分');
  if (footnotes !== '') notes.push({ code: 'footnotes', text: `脚注没有放进正文：${shorten(footnotes)}。` });
  return { text, notes, revisions, comments, pieces: isKept ? revisionPieces(anchored, (id) => reader.revisionOf(id)) : [] };
}

function isRealNote(note: XmlElement): boolean {
  const type = attribute(note, 'type');
  return type === undefined || type === 'normal';
}

function findingNotes(findings: BodyFindings): ImportNote[] {
  const notes: ImportNote[] = [];
  if (findings.pictures > 0) notes.push({ code: 'pictures', text: `有 ${findings.pictures} 张图片没有导入。` });
  if (findings.textBoxes > 0) notes.push({ code: 'textBoxes', text: `有 ${findings.textBoxes} 个文本框，里面的文字放在所在段落后面。` });
  if (findings.contents > 0) notes.push({ code: 'contents', text: `目录有 ${findings.contents} 行，没有放进正文。` });
  if (findings.embedded > 0) notes.push({ code: 'embedded', text: `有 ${findings.embedded} 处嵌入的文件没有导入。` });
  return notes;
}

/** The main part is named by the package's relationships; nearly always word/document.xml. */
function mainPart(zip: OpenZip): string {
  const bytes = zip.read('_rels/.rels', '关系部分');
  if (bytes !== undefined) {
    const relationship = childElements(parseXml(bytes, '关系部分')).find((child) => attribute(child, 'Type')?.endsWith('/officeDocument'));
    const target = attribute(relationship, 'Target')?.replace(/^\//u, '');
    if (target !== undefined && zip.names.includes(target)) return target;
  }
  if (zip.names.includes('word/document.xml')) return 'word/document.xml';
  throw new DomainError('FILE_DAMAGED', '没有正文部分');
}
