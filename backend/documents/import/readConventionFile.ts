import { decodeText } from '#backend/documents/import/decodeText.ts';
import { readDocx } from '#backend/documents/import/docx/readDocx.ts';
import { fileKindOf, type FileKind } from '#backend/documents/import/fileKind.ts';
import { declaredEncoding } from '#backend/documents/import/html/declaredEncoding.ts';
import { htmlText } from '#backend/documents/import/html/htmlText.ts';
import type { ImportedText, ReadChoices } from '#backend/documents/import/importedText.ts';
import type { ImportNote } from '#backend/documents/import/importNote.ts';
import { markdownText } from '#backend/documents/import/markdownText.ts';
import { oleDirectory } from '#backend/documents/import/oleDirectory.ts';
import { openZip } from '#backend/documents/import/openZip.ts';
import { readLegacyWord } from '#backend/documents/import/readLegacyWord.ts';
import { textEncodingNames, type ImportFacts } from '#contract/imports.ts';
import { DomainError } from '#core/errors.ts';

export type ConventionFile = { name: string; bytes: Uint8Array };
export type ConventionFileText = { text: string; notes: ImportNote[]; facts: ImportFacts; mediaType: string };

const mostBytes = 20 * 1024 * 1024;

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

type Ending = 'docx' | 'doc' | 'txt' | 'md' | 'html';
const endings: Record<string, Ending> = {
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  doc: 'doc',
  dot: 'doc',
  txt: 'txt',
  text: 'txt',
  md: 'md',
  markdown: 'md',
  html: 'html',
  htm: 'html',
};

const unsupportedNames: Record<string, string> = {
  pdf: 'PDF 文档',
  wps: 'WPS 专用格式',
  rtf: 'RTF 文档',
  odt: 'ODT 文档',
  ofd: 'OFD 文档',
  xls: '表格',
  xlsx: '表格',
  et: '表格',
  ppt: '演示文稿',
  pptx: '演示文稿',
  zip: '压缩包',
  rar: '压缩包',
  '7z': '压缩包',
};
const pictureEndings = new Set(['png', 'jpg', 'jpeg', 'gif', 'bmp', 'tif', 'tiff', 'webp', 'heic', 'svg']);

/** What a file is by its contents, for the person who reads the message. */
const kindNames: Record<FileKind, string> = {
  zip: '压缩包',
  ole: '旧版 Office 文档',
  rtf: 'RTF 文档',
  pdf: 'PDF 文档',
  html: '网页',
  image: '图片',
  archive: '压缩包',
  text: '纯文本',
};

/**
 * Reads the text of a convention's file: .docx, .doc, .txt, .md, .html; a name without an ending is judged by its contents.
 * `text` holds one paragraph a line with automatic numbers printed; `notes` say what the text does not show, `facts` list
 * revisions, comments and encodings. `choices` say which side of the revisions and which encoding to read.
 * Throws DomainError: FILE_EMPTY, FILE_TOO_LARGE (20 MiB), FILE_ENCRYPTED, FILE_DAMAGED, FILE_KIND_MISMATCH, FILE_KIND_UNSUPPORTED,
 * FILE_WITHOUT_TEXT, FILE_ENCODING_UNKNOWN, FILE_UNSAFE.
 */
export async function readConventionFile(file: ConventionFile, choices: ReadChoices = {}): Promise<ConventionFileText> {
  const { name, bytes } = file;
  if (bytes.length === 0) throw new DomainError('FILE_EMPTY');
  if (bytes.length > mostBytes) throw new DomainError('FILE_TOO_LARGE', '超过 20 兆');
  const { text, notes, facts, mediaType } = await readKind(endingOf(name), bytes, choices);
  if (!/[\p{L}\p{N}]/u.test(text)) {
    const isPicture = notes.some(({ code }) => code === 'pictures');
    throw new DomainError('FILE_WITHOUT_TEXT', isPicture ? '里面只有图片' : undefined);
  }
  return { text, notes, facts: { revisions: [], comments: [], encodings: [], ...facts }, mediaType };
}

/** The kind that a file name promises; undefined where it has no ending. Throws FILE_KIND_UNSUPPORTED for others. */
function endingOf(name: string): Ending | undefined {
  const ending = /\.([^./\\]{1,10})$/u.exec(name.trim())?.[1]?.toLowerCase();
  if (ending === undefined) return undefined;
  const known = Object.hasOwn(endings, ending) ? endings[ending] : undefined;
  if (known !== undefined) return known;
  const title = pictureEndings.has(ending) ? '图片' : Object.hasOwn(unsupportedNames, ending) ? unsupportedNames[ending] : undefined;
  throw new DomainError('FILE_KIND_UNSUPPORTED', title ?? `后缀是 .${ending}`);
}

async function readKind(ending: Ending | undefined, bytes: Uint8Array, choices: ReadChoices): Promise<ImportedText> {
  const kind = fileKindOf(bytes);
  switch (kind) {
    case 'zip':
      return readZip(ending, bytes, choices);
    case 'ole':
      return readOle(ending, bytes);
    case 'html':
      if (ending === 'html' || ending === undefined) return readText('html', bytes, choices);
      if (ending === 'txt' || ending === 'md') return readText(ending, bytes, choices);
      throw mismatch(kindNames.html);
    case 'text':
      if (ending === 'docx' || ending === 'doc') throw isTextLike(bytes) ? mismatch(kindNames.text) : new DomainError('FILE_DAMAGED', '文件头读不懂');
      return readText(ending ?? 'txt', bytes, choices);
    default:
      throw ending === undefined ? new DomainError('FILE_KIND_UNSUPPORTED', kindNames[kind]) : mismatch(kindNames[kind]);
  }
}

function mismatch(actual: string): DomainError {
  return new DomainError('FILE_KIND_MISMATCH', `实际是${/^[A-Z]/u.test(actual) ? ' ' : ''}${actual}`);
}

function isTextLike(bytes: Uint8Array): boolean {
  try {
    decodeText(bytes);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

function readZip(ending: Ending | undefined, bytes: Uint8Array, choices: ReadChoices): ImportedText {
  const zip = openZip(bytes);
  const holds = (prefix: string) => zip.names.some((name) => name.startsWith(prefix));
  const actual = holds('word/')
    ? 'Word 文档（.docx）'
    : holds('xl/')
      ? '表格（.xlsx）'
      : holds('ppt/')
        ? '演示文稿（.pptx）'
        : holds('content.xml')
          ? 'ODT 文档'
          : kindNames.zip;
  if (!holds('word/') && !holds('_rels/.rels')) {
    throw ending === undefined ? new DomainError('FILE_KIND_UNSUPPORTED', actual) : mismatch(actual);
  }
  if (ending !== 'docx' && ending !== undefined) throw mismatch(actual);
  if (holds('xl/') || holds('ppt/')) throw mismatch(actual);
  const { text, notes, ...facts } = readDocx(zip, choices.revisions ?? 'keep');
  return { text, notes, facts, mediaType: docxType };
}

async function readOle(ending: Ending | undefined, bytes: Uint8Array): Promise<ImportedText> {
  const directory = oleDirectory(bytes);
  const holds = (...names: string[]) => directory.entries.some(({ name }) => names.includes(name));
  if (holds('EncryptedPackage')) throw new DomainError('FILE_ENCRYPTED');
  const isWord = holds('WordDocument');
  if (ending !== 'doc' && ending !== undefined) throw mismatch(isWord ? '旧版 Word 文档（.doc）' : kindNames.ole);
  if (holds('Workbook', 'Book')) throw mismatch('表格（.xls）');
  if (holds('PowerPoint Document')) throw mismatch('演示文稿（.ppt）');
  if (!isWord) throw new DomainError('FILE_DAMAGED', '没有正文部分');
  return { ...(await readLegacyWord(bytes, directory)), mediaType: 'application/msword' };
}

function readText(ending: Ending, bytes: Uint8Array, choices: ReadChoices): ImportedText {
  const { text, candidates, unreadable } = decodeText(bytes, choices.encoding, ending === 'html' ? declaredEncoding(bytes) : undefined);
  const notes: ImportNote[] = [];
  const chosen = candidates.find((candidate) => candidate.chosen);
  if (chosen !== undefined && choices.encoding === undefined) {
    const others = candidates.filter((candidate) => !candidate.chosen).map(({ name }) => textEncodingNames[name]).join('、');
    notes.push({ code: 'encoding', text: `文字按 ${textEncodingNames[chosen.name]} 读出，按 ${others} 也读得通。看到乱码就换一种编码。` });
  }
  if (unreadable > 0) notes.push({ code: 'encoding', text: `有 ${unreadable} 处文字坏了，读成了 \ufffd，对照原文改正。` });
  const facts = { encodings: candidates };
  if (ending === 'html') {
    const page = htmlText(text);
    return { text: page.text, notes: [...notes, ...page.notes], facts, mediaType: 'text/html' };
  }
  if (ending === 'md') return { text: markdownText(text), notes, facts, mediaType: 'text/markdown' };
  return { text, notes, facts, mediaType: 'text/plain' };
}
