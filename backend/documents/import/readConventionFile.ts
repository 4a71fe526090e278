import { readLegacyWord } from '#backend/documents/import/doc/readLegacyWord.ts';
import { readDocx } from '#backend/documents/import/docx/readDocx.ts';
import { fileEnding, type FileEnding, type ReadableKind } from '#backend/documents/import/fileEnding.ts';
import { fileKindOf, type FileKind } from '#backend/documents/import/fileKind.ts';
import { encodingNamed } from '#backend/documents/import/html/declaredEncoding.ts';
import type { ImportedText, ReadChoices } from '#backend/documents/import/importedText.ts';
import type { ImportNote } from '#backend/documents/import/importNote.ts';
import { mhtPage } from '#backend/documents/import/mhtPage.ts';
import { oleDirectory } from '#backend/documents/import/oleDirectory.ts';
import { openZip } from '#backend/documents/import/openZip.ts';
import { readPdf } from '#backend/documents/import/pdf/readPdf.ts';
import { readTextFile } from '#backend/documents/import/readTextFile.ts';
import { readRtf } from '#backend/documents/import/rtf/readRtf.ts';
import type { ImportFacts } from '#contract/imports.ts';
import { DomainError } from '#core/errors.ts';

export type ConventionFile = { name: string; bytes: Uint8Array };
export type ConventionFileText = { text: string; notes: ImportNote[]; facts: ImportFacts; mediaType: string };

const mostBytes = 20 * 1024 * 1024;

/** What a file is by its contents, for the person who reads the message. */
const kindNames: Record<FileKind, string> = {
  zip: '压缩包',
  ole: '旧版 Office 文档',
  rtf: 'RTF 文档',
  pdf: 'PDF 文档',
  html: '网页',
  xml: 'XML 文件',
  image: '图片',
  archive: '压缩包',
  text: '纯文本',
};
const readableNames: Record<ReadableKind, string> = {
  docx: 'Word 文档（.docx）',
  doc: '旧版 Word 文档（.doc）',
  rtf: 'RTF 文档',
  pdf: 'PDF 文档',
  html: '网页',
  text: '纯文本',
};

/**
 * Reads the text of a convention's file: .docx, .doc, .wps that is one of them, .rtf, .pdf with a text layer, .txt, .md, .html. What a file is
 * is told by its contents; where its ending promises something else, a note says so.
 * `text` holds one paragraph a line with automatic numbers printed; `notes` say what the text does not show, `facts` list
 * revisions, comments and encodings. `choices` say which side of the revisions and which encoding to read.
 * Throws DomainError: FILE_EMPTY, FILE_TOO_LARGE (20 MiB), FILE_ENCRYPTED, FILE_DAMAGED, FILE_KIND_MISMATCH, FILE_KIND_UNSUPPORTED,
 * FILE_WITHOUT_TEXT, FILE_ENCODING_UNKNOWN, FILE_UNSAFE.
 */
export async function readConventionFile(file: ConventionFile, choices: ReadChoices = {}): Promise<ConventionFileText> {
  const { name, bytes } = file;
  if (bytes.length === 0) throw new DomainError('FILE_EMPTY');
  if (bytes.length > mostBytes) throw new DomainError('FILE_TOO_LARGE', '超过 20 兆');
  const ending = fileEnding(name);
  const { kind, ...read } = await readContents(ending, bytes, choices);
  const { text, facts, mediaType } = read;
  const notes = [...read.notes];
  if (!/[\p{L}\p{N}]/u.test(text)) {
    const isPicture = notes.some(({ code }) => code === 'pictures');
    throw new DomainError('FILE_WITHOUT_TEXT', isPicture ? '里面只有图片' : undefined);
  }
  if (ending !== undefined && !ending.promises.includes(kind)) {
    const actual = spaced(readableNames[kind]);
    notes.unshift({ code: 'kindDiffers', text: `文件名的后缀是 .${ending.name}，内容其实是${actual}，已按${actual}读出，对照原件看一遍。` });
  }
  return { text, notes, facts: { revisions: [], comments: [], encodings: [], pieces: [], ...facts }, mediaType };
}

type ReadContents = ImportedText & { kind: ReadableKind };

async function readContents(ending: FileEnding | undefined, bytes: Uint8Array, choices: ReadChoices): Promise<ReadContents> {
  const kind = fileKindOf(bytes);
  switch (kind) {
    case 'zip':
      return readZip(ending, bytes, choices);
    case 'ole':
      return readOle(ending, bytes, choices);
    case 'rtf':
      return { ...readRtf(bytes, choices.revisions ?? 'keep'), kind };
    case 'pdf':
      return { ...(await readPdf(bytes)), kind };
    case 'html':
    case 'text':
      return readText(kind, ending, bytes, choices);
    case 'xml':
      if (ending?.promises.includes('text') === true) return readText('text', ending, bytes, choices);
      throw refusal(ending, kindNames[kind]);
    default:
      throw refusal(ending, kindNames[kind]);
  }
}

/** A page in a text file is shown as its source is: somebody wrote it so. */
function readText(kind: 'html' | 'text', ending: FileEnding | undefined, bytes: Uint8Array, choices: ReadChoices): ReadContents {
  const isText = ending?.promises.includes('text') ?? false;
  const archive = isText ? undefined : mhtPage(bytes);
  if (archive !== undefined) return { ...readTextFile('html', archive.bytes, choices.encoding, encodingNamed(archive.charset)), kind: 'html' };
  const isPage = kind === 'html' ? !isText : (ending?.promises.includes('html') ?? false);
  try {
    if (isPage) return { ...readTextFile('html', bytes, choices.encoding), kind: 'html' };
    return { ...readTextFile(ending?.isMarkdown === true ? 'markdown' : 'text', bytes, choices.encoding), kind: 'text' };
  } catch (error) {
    const isDocument = ending !== undefined && !isText && !ending.promises.includes('html');
    if (isDocument && error instanceof DomainError && error.code === 'FILE_ENCODING_UNKNOWN') {
      throw new DomainError('FILE_DAMAGED', '文件头读不懂', { cause: error });
    }
    throw error;
  }
}

function spaced(title: string): string {
  return /^[A-Z]/u.test(title) ? ` ${title}` : title;
}

/** For contents that are not read whatever they are called. */
function refusal(ending: FileEnding | undefined, actual: string): DomainError {
  return ending === undefined ? new DomainError('FILE_KIND_UNSUPPORTED', actual) : new DomainError('FILE_KIND_MISMATCH', `实际是${spaced(actual)}`);
}

function readZip(ending: FileEnding | undefined, bytes: Uint8Array, choices: ReadChoices): ReadContents {
  const zip = openZip(bytes);
  const holds = (prefix: string) => zip.names.some((name) => name.startsWith(prefix));
  if (!holds('word/')) {
    if (holds('xl/')) throw refusal(ending, '表格（.xlsx）');
    if (holds('ppt/')) throw refusal(ending, '演示文稿（.pptx）');
    if (holds('content.xml')) throw refusal(ending, 'ODT 文档');
    if (!holds('_rels/.rels')) throw refusal(ending, kindNames.zip);
  }
  const { text, notes, ...facts } = readDocx(zip, choices.revisions ?? 'keep');
  return { text, notes, facts, mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', kind: 'docx' };
}

function readOle(ending: FileEnding | undefined, bytes: Uint8Array, choices: ReadChoices): ReadContents {
  const directory = oleDirectory(bytes);
  const holds = (...names: string[]) => directory.entries.some(({ name }) => names.includes(name));
  if (holds('EncryptedPackage')) throw new DomainError('FILE_ENCRYPTED');
  if (holds('WordDocument')) return { ...readLegacyWord(directory, choices.revisions ?? 'keep'), kind: 'doc' };
  if (holds('Workbook', 'Book')) throw refusal(ending, '表格（.xls）');
  if (holds('PowerPoint Document')) throw refusal(ending, '演示文稿（.ppt）');
  if (ending?.name === 'wps' || ending?.name === 'wpt') throw new DomainError('FILE_KIND_UNSUPPORTED', 'WPS 专用格式');
  throw new DomainError('FILE_DAMAGED', '没有正文部分');
}
