import { errorText } from '#contract/errorTexts.ts';
import { limits } from '#contract/limits.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import { titleOf } from '#core/document/titleOf.ts';
import type { Place } from '#renderer/features/conventions/PlaceFields.tsx';
import { isPackageName } from '#renderer/features/packages/receivePackage.ts';
import { errorCodeOf, errorSentence, isCancelled } from '#renderer/text/errorSentence.ts';
import { client } from '#renderer/transport/client.ts';
import { fileOf } from '#renderer/transport/native.ts';
import type { PickedFile } from '../pickedFile.ts';
import { placeOfText } from '../placeOfText.ts';
import { isPdf, isPictureName } from '../sourceKinds.ts';

type ImportedFile = {
  went: 'imported';
  conventionId: string;
  title: string;
  village: string;
  articles: number;
  doubts: number;
  /** the village had a convention of this kind already */
  isSecond: boolean;
};

/** How one file of many went. A file is imported as a whole or not at all. */
export type FileOutcome =
  | ImportedFile
  /** `remedy`: what a person can do with this very file instead */
  | { went: 'refused'; reason: string; remedy: 'look' | 'type' | 'none' }
  | { went: 'stopped' };

const goneSentence = '文件不在原处，或者没有读取权限。';

function refuse(reason: string, remedy: 'look' | 'type' | 'none' = 'none'): FileOutcome {
  return { went: 'refused', reason, remedy };
}

/** Whether a village has a convention of this kind; townships keep villages of one name apart. */
async function hasConvention({ village, township, kind }: Place): Promise<boolean> {
  const { conventions } = await client.conventions.list({ query: village, offset: 0, limit: limits.pageSize, discarded: false });
  return conventions.some((present) => present.village === village && present.township === township && present.kind === kind);
}

/** What can be told of a file without reading it. */
function refusalUnread({ name, size }: PickedFile): FileOutcome | undefined {
  if (isPackageName(name)) return refuse('这是送审包，不是文档。单独选择它来打开。');
  if (size === 0) return refuse(errorText('FILE_EMPTY'));
  if (isPictureName(name)) return refuse('是图片，里面没有文字，要照着录入。', 'type');
  return size > limits.importBytes ? refuse(errorText('FILE_TOO_LARGE')) : undefined;
}

/**
 * Reads one file and takes it in, unless it raises a question that only a person answers: which village, what to do with
 * revisions, which encoding, whether it is a convention at all. `signal` stops it until it is taken in.
 */
export async function importFile(file: PickedFile, office: string, signal: AbortSignal): Promise<FileOutcome> {
  const unread = refusalUnread(file);
  if (unread !== undefined) return unread;
  let isScan = false;
  try {
    const read = await file.read();
    if (read === undefined) return refuse(goneSentence);
    isScan = isPdf(read);
    const preview = await client.imports.preview({ file: fileOf(read) }, { signal });
    const { document, facts } = preview;
    if (facts.revisions.length > 0) return refuse(`有 ${facts.revisions.length} 处修订，要先定怎么处理。`, 'look');
    if (facts.encodings.length > 0) return refuse('文字有几种读法，要看一看哪种对。', 'look');
    if (preview.kind === 'other') return refuse('看起来不是村规民约或居民公约。', 'look');
    const title = titleOf(document);
    const place = placeOfText({ title, kind: preview.kind, fileName: file.name, folder: file.folder, office });
    if (place.village === '') return refuse('没有看出是哪个村的，要填上村名。', 'look');
    const isSecond = await hasConvention(place);
    if (signal.aborted) return { went: 'stopped' };
    const { conventionId } = await client.conventions.create({
      ...place,
      document,
      suggestions: preview.suggestions,
      fileComments: preview.fileComments,
      ...(preview.attachment === null ? {} : { attachment: preview.attachment }),
    });
    const doubts = preview.warnings.length + preview.notes.length + facts.comments.length;
    return { went: 'imported', conventionId, title, village: place.village, articles: articlesOf(document).length, doubts, isSecond };
  } catch (error) {
    if (signal.aborted || isCancelled(error)) return { went: 'stopped' };
    return refuse(errorSentence(error), isScan && errorCodeOf(error) === 'FILE_WITHOUT_TEXT' ? 'type' : 'none');
  }
}
