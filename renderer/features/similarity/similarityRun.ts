import { useSyncExternalStore } from 'react';
import { errorText } from '#contract/errorTexts.ts';
import { limits } from '#contract/limits.ts';
import { similarityRefusalTexts, type SimilarityReport, type SimilaritySource } from '#contract/similarity.ts';
import type { PickedFile } from '#renderer/features/imports/pickedFile.ts';
import { isPictureName } from '#renderer/features/imports/sourceKinds.ts';
import { isPackageName } from '#renderer/features/packages/receivePackage.ts';
import { errorSentence, isCancelled } from '#renderer/text/errorSentence.ts';
import { client } from '#renderer/transport/client.ts';
import { fileOf } from '#renderer/transport/native.ts';

export type ChosenTexts = { from: 'files'; files: readonly PickedFile[] } | { from: 'conventions'; source: SimilaritySource };
export type ChosenTemplate = { from: 'file'; file: PickedFile } | { from: 'convention'; conventionId: string };
export type RefusedText = { name: string; reason: string };

export type SimilarityRun =
  /** `total` is 0 until it is known */
  | { at: 'gathering'; read: number; total: number; name: string; refused: readonly RefusedText[] }
  | { at: 'comparing'; share: number; refused: readonly RefusedText[] }
  | { at: 'done'; runId: string; report: SimilarityReport; refused: readonly RefusedText[] }
  | { at: 'failed'; failure: unknown; refused: readonly RefusedText[] };

// Kept outside the screen: the work goes on and its result stays while the person looks at two of the texts.
let run: SimilarityRun | undefined;
let controller: AbortController | undefined;
const listeners = new Set<() => void>();

const goneSentence = '文件不在原处，或者没有读取权限。';
const askAgainAfter = 400;
/** So many conventions are taken in without the window waiting longer than a moment. */
const pageLength = 50;

function replace(next: SimilarityRun | undefined): void {
  run = next;
  for (const listener of listeners) listener();
}

/** What can be told of a file without reading it. */
function refusalUnread({ name, size }: PickedFile): string | undefined {
  if (isPackageName(name)) return '这是送审包，不是文档，没有比。';
  if (size === 0) return errorText('FILE_EMPTY');
  if (isPictureName(name)) return '是图片，里面没有文字，没有比。';
  return size > limits.importBytes ? errorText('FILE_TOO_LARGE') : undefined;
}

/** Why the file is not compared; undefined when it is. Throws when it was stopped. */
async function addFile(runId: string, picked: PickedFile, isTemplate: boolean, signal: AbortSignal): Promise<string | undefined> {
  const unread = refusalUnread(picked);
  if (unread !== undefined) return unread;
  try {
    const read = await picked.read();
    if (read === undefined) return goneSentence;
    const { refusal } = await client.similarity.addFile({ runId, file: fileOf(read), folder: picked.folder, isTemplate }, { signal });
    return refusal === null ? undefined : similarityRefusalTexts[refusal];
  } catch (error) {
    if (signal.aborted || isCancelled(error)) throw error;
    return errorSentence(error);
  }
}

class TemplateRefusal extends Error {}

/** The sentence for whatever a run failed with. */
export function failureSentence(failure: unknown): string {
  return failure instanceof TemplateRefusal ? failure.message : errorSentence(failure);
}

async function addTemplate(runId: string, template: ChosenTemplate, signal: AbortSignal): Promise<void> {
  if (template.from === 'convention') {
    await client.similarity.addTemplate({ runId, conventionId: template.conventionId }, { signal });
    return;
  }
  const reason = await addFile(runId, template.file, true, signal);
  if (reason !== undefined) throw new TemplateRefusal(`范本《${template.file.name}》读不了：${reason}`);
}

async function gather(runId: string, texts: ChosenTexts, signal: AbortSignal): Promise<RefusedText[]> {
  const refused: RefusedText[] = [];
  if (texts.from === 'files') {
    for (const [index, file] of texts.files.entries()) {
      replace({ at: 'gathering', read: index, total: texts.files.length, name: file.name, refused: [...refused] });
      // One file in hand at a time.
      const reason = await addFile(runId, file, false, signal);
      if (reason !== undefined) refused.push({ name: file.name, reason });
    }
    return refused;
  }
  for (let offset = 0, total = 1; offset < total; offset += pageLength) {
    const page = await client.similarity.addConventions({ runId, source: texts.source, offset, limit: pageLength }, { signal });
    refused.push(...page.refused.map(({ name, refusal }) => ({ name, reason: similarityRefusalTexts[refusal] })));
    total = page.total;
    replace({ at: 'gathering', read: Math.min(total, offset + pageLength), total, name: '', refused: [...refused] });
  }
  return refused;
}

/** Asks how far the comparison is until it is over. */
function watch(runId: string, refused: readonly RefusedText[]): () => void {
  let isOver = false;
  const ask = async (): Promise<void> => {
    try {
      const { share } = await client.similarity.progress({ runId });
      if (!isOver) replace({ at: 'comparing', share, refused });
    } catch {
      // The comparison itself tells what went wrong.
      return;
    }
    if (!isOver) timer = setTimeout(() => void ask(), askAgainAfter);
  };
  let timer = setTimeout(() => void ask(), askAgainAfter);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

/** Gathers the texts one after the other and compares them. The run before it is forgotten. */
export async function startSimilarity(texts: ChosenTexts, template: ChosenTemplate | undefined): Promise<void> {
  controller = new AbortController();
  const { signal } = controller;
  let refused: readonly RefusedText[] = [];
  replace({ at: 'gathering', read: 0, total: texts.from === 'files' ? texts.files.length : 0, name: '', refused });
  try {
    const { runId } = await client.similarity.begin(undefined, { signal });
    if (template !== undefined) await addTemplate(runId, template, signal);
    refused = await gather(runId, texts, signal);
    replace({ at: 'comparing', share: 0, refused });
    const stopWatching = watch(runId, refused);
    try {
      const report = await client.similarity.analyse({ runId }, { signal });
      if (!signal.aborted) replace({ at: 'done', runId, report, refused });
    } finally {
      stopWatching();
    }
  } catch (failure) {
    if (!signal.aborted) replace({ at: 'failed', failure, refused });
  }
}

/** Stops at once; what was read is forgotten. */
export function stopSimilarity(): void {
  controller?.abort();
  replace(undefined);
}

/** Forgets the result, here and in the host. */
export function closeSimilarity(): void {
  const ended = run;
  replace(undefined);
  // The host forgets old runs by itself as well.
  if (ended?.at === 'done') client.similarity.end({ runId: ended.runId }).catch(() => undefined);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSimilarityRun(): SimilarityRun | undefined {
  return useSyncExternalStore(subscribe, () => run);
}
