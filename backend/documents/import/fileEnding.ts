import { DomainError } from '#core/errors.ts';

/** What is read, by its contents. */
export type ReadableKind = 'docx' | 'doc' | 'rtf' | 'pdf' | 'html' | 'text';

/** What a name promises: the kinds that it may be, and whether its text is Markdown. */
export type FileEnding = { name: string; promises: readonly ReadableKind[]; isMarkdown: boolean };

const promises: Record<string, readonly ReadableKind[]> = {
  docx: ['docx'],
  docm: ['docx'],
  dotx: ['docx'],
  dotm: ['docx'],
  doc: ['doc'],
  dot: ['doc'],
  wps: ['doc', 'docx'],
  wpt: ['doc', 'docx'],
  rtf: ['rtf'],
  pdf: ['pdf'],
  txt: ['text'],
  text: ['text'],
  md: ['text'],
  markdown: ['text'],
  html: ['html'],
  htm: ['html'],
  xhtml: ['html'],
  mht: ['html'],
  mhtml: ['html'],
};

const unsupported: Record<string, string> = {
  odt: 'ODT 文档',
  ofd: 'OFD 文档',
  uof: 'UOF 文档',
  ceb: 'CEB 公文',
  caj: 'CAJ 文献',
  xls: '表格',
  xlsx: '表格',
  et: '表格',
  csv: '表格',
  ppt: '演示文稿',
  pptx: '演示文稿',
  dps: '演示文稿',
  zip: '压缩包',
  rar: '压缩包',
  '7z': '压缩包',
};
const pictures = new Set(['png', 'jpg', 'jpeg', 'gif', 'bmp', 'tif', 'tiff', 'webp', 'heic', 'svg']);

/** The ending of a file name and what it promises; undefined where there is none. Throws FILE_KIND_UNSUPPORTED for kinds that are not read. */
export function fileEnding(fileName: string): FileEnding | undefined {
  const name = /\.([a-z0-9]{1,10})$/iu.exec(fileName.trim())?.[1]?.toLowerCase();
  if (name === undefined || /^\d+$/u.test(name)) return undefined;
  const known = Object.hasOwn(promises, name) ? promises[name] : undefined;
  if (known !== undefined) return { name, promises: known, isMarkdown: name === 'md' || name === 'markdown' };
  const title = pictures.has(name) ? '图片' : Object.hasOwn(unsupported, name) ? unsupported[name] : undefined;
  throw new DomainError('FILE_KIND_UNSUPPORTED', title ?? `后缀是 .${name}`);
}
