import { errorText } from '#contract/errorTexts.ts';
import type { RevisionChoice, TextEncoding } from '#contract/imports.ts';
import { limits } from '#contract/limits.ts';
import type { NativeFile } from '#contract/native.ts';
import type { Inputs } from '#contract/contract.ts';
import { fileOf } from '#renderer/transport/native.ts';

/** What a person brings: a file, words, or the text/html that came with copied words. */
export type Source = { file: NativeFile } | { pasted: string } | { pastedHtml: string };

/** How a person wants a file read where it can be read in several ways. */
export type ReadingChoices = { revisions?: RevisionChoice; encoding?: TextEncoding };

export function nameOfSource(source: Source): string {
  return 'file' in source ? source.file.name : '粘贴的文字';
}

/** What can be told before anything is sent: a source of this size is refused. */
export function refusalOf(source: Source): string | undefined {
  if ('file' in source) {
    if (source.file.bytes.byteLength === 0) return errorText('FILE_EMPTY');
    return source.file.bytes.byteLength > limits.importBytes ? errorText('FILE_TOO_LARGE') : undefined;
  }
  const words = 'pasted' in source ? source.pasted : source.pastedHtml;
  return words.length > limits.pastedCharacters ? '粘贴的文字太长，没有读取。分成几份，或存成文件后导入。' : undefined;
}

/** The source as the reader takes it. */
export function readingInput(source: Source, choices: ReadingChoices): Inputs['imports']['preview'] {
  return 'file' in source ? { file: fileOf(source.file), ...choices } : source;
}
