import { readDraft } from '#backend/services/drafts/readDraft.ts';
import { registered, type ServiceKit } from '#backend/services/serviceKit.ts';
import { conventionTexts } from '#backend/services/similarity/conventionTexts.ts';
import { packDocument, unpackDocument } from '#backend/services/similarity/packDocument.ts';
import { similarityRuns, type RunText, type SimilarityRun } from '#backend/services/similarity/similarityRuns.ts';
import { limits } from '#contract/limits.ts';
import { mostSimilarityTexts, type SimilarityRefusal, type SimilarityReport } from '#contract/similarity.ts';
import { articleKey, hiddenNames } from '#core/comparison/similarity/articleKey.ts';
import { conventionTopics } from '#core/comparison/similarity/conventionTopics.ts';
import { placeNames } from '#core/comparison/similarity/placeNames.ts';
import { textArticles } from '#core/comparison/similarity/textArticles.ts';
import type { ConventionDocument } from '#core/document/document.ts';
import { titleOf } from '#core/document/titleOf.ts';
import { DomainError } from '#core/errors.ts';
import { conventionRows } from '#backend/services/conventions/conventionRows.ts';

/** Many texts against each other and against a template. A run is kept in memory alone, and nothing that is read for it is stored. */
export function similarityHandlers(kit: ServiceKit) {
  const runs = similarityRuns();

  const add = (run: SimilarityRun, text: Omit<RunText, 'packed'>, document: ConventionDocument, isTemplate: boolean): SimilarityRefusal | null => {
    if (textArticles(document).length === 0) return 'noArticles';
    if (!isTemplate && run.texts.length >= mostSimilarityTexts) return 'tooMany';
    if (isTemplate) run.template = run.texts.length;
    run.texts.push({ ...text, packed: packDocument(document) });
    run.result = undefined;
    return null;
  };

  const textOf = (run: SimilarityRun, index: number): RunText => {
    const text = run.texts[index];
    if (text === undefined) throw new DomainError('NOT_FOUND', '这份文本');
    return text;
  };

  return {
    begin: registered.similarity.begin.handler(() => {
      const runId = kit.newId();
      runs.begin(runId);
      return { runId };
    }),

    addFile: registered.similarity.addFile.handler(async ({ input, signal }) => {
      const { name, size } = input.file;
      if (size > limits.importBytes) throw new DomainError('FILE_TOO_LARGE', '超过 20 兆');
      runs.get(input.runId);
      const bytes = new Uint8Array(await input.file.arrayBuffer());
      const { document, kind } = await kit.workers.run('readConvention', { name, bytes }, signal);
      // The run may have been ended while the file was read.
      const run = runs.get(input.runId);
      if (kind === 'other' && !input.isTemplate) return { refusal: 'notConvention' as const };
      const title = titleOf(document);
      const folders = input.folder.split('/').filter((folder) => folder !== '');
      const names = [title, name, ...folders].flatMap(placeNames);
      const village = [title, name, ...folders.toReversed()].flatMap(placeNames).find((found) => /[村社区]$/u.test(found));
      const text = { name: village ?? (title === '' ? name : title), place: folders.join(' / '), title: name, conventionId: null, names: [...new Set(names)] };
      return { refusal: add(run, text, document, input.isTemplate) };
    }),

    addConventions: registered.similarity.addConventions.handler(async ({ input }) => {
      const { total, texts } = await conventionTexts(kit.store, input.source, input.offset, input.limit);
      const run = runs.get(input.runId);
      const template = run.template === undefined ? null : (run.texts[run.template]?.conventionId ?? null);
      const refused = texts.flatMap(({ conventionId, village, township, title, document }) => {
        // Held against itself the template would be its own copy.
        if (conventionId === template) return [];
        const names = [village, township].filter((name) => name !== '');
        const refusal =
          document === undefined ? ('notInForce' as const) : add(run, { name: village, place: township, title, conventionId, names }, document, false);
        return refusal === null ? [] : [{ name: [township, village].join(''), refusal }];
      });
      return { total, refused };
    }),

    addTemplate: registered.similarity.addTemplate.handler(async ({ input }) => {
      const run = runs.get(input.runId);
      const { conventionId } = input;
      const { document } = await readDraft(kit.store, conventionId);
      const row = await conventionRows(kit.store).where('convention.id', '=', conventionId).executeTakeFirstOrThrow();
      const names = [row.village, row.township ?? ''].filter((name) => name !== '');
      const refusal = add(run, { name: row.village, place: row.township ?? '', title: row.title, conventionId, names }, document, true);
      if (refusal !== null) throw new DomainError('BAD_INPUT', '选作范本的这一份没有条文');
      return { done: true as const };
    }),

    analyse: registered.similarity.analyse.handler(async ({ input, signal }) => {
      const run = runs.get(input.runId);
      if (run.texts.length < 2) throw new DomainError('BAD_INPUT', '能比的文本不到两份');
      const { texts, template } = run;
      run.share = 0;
      run.result = await kit.workers.run(
        'findSimilar',
        {
          texts: texts.map(({ packed, names }) => ({ packed, names })),
          ...(template === undefined ? {} : { template }),
          topics: conventionTopics,
        },
        signal,
        (share) => {
          run.share = share;
        },
      );
      run.share = 1;
      return reportOf(run);
    }),

    progress: registered.similarity.progress.handler(({ input }) => ({ share: runs.get(input.runId).share })),

    articles: registered.similarity.articles.handler(({ input }) => {
      const run = runs.get(input.runId);
      const found = run.result?.texts[input.text];
      const own = textArticles(unpackDocument(textOf(run, input.text).packed));
      const template = run.template === undefined ? [] : textArticles(unpackDocument(textOf(run, run.template).packed));
      const pick = <Item>(items: readonly Item[], indexes: readonly number[]) => indexes.flatMap((index) => items[index] ?? []);
      return { own: pick(own, found?.own ?? []), missing: pick(template, found?.template?.missing ?? []) };
    }),

    compare: registered.similarity.compare.handler(async ({ input, signal }) => {
      const run = runs.get(input.runId);
      const [old, now] = [textOf(run, input.old), textOf(run, input.new)];
      const pair = { old: unpackDocument(old.packed, 'o-'), new: unpackDocument(now.packed, 'n-') };
      const comparison = await kit.workers.run('compare', pair, signal);
      const keyOf = (article: { text: string } | undefined, hidden: readonly string[]) => articleKey(article?.text ?? '', hidden);
      const oldNames = hiddenNames([...old.names, ...placeNames(titleOf(pair.old))]);
      const newNames = hiddenNames([...now.names, ...placeNames(titleOf(pair.new))]);
      const samePlaceAside = comparison.rows.filter(
        ({ op, oldArticles, newArticles }) => op === 'edit' && keyOf(oldArticles[0], oldNames) === keyOf(newArticles[0], newNames),
      ).length;
      return { comparison, oldName: old.name, newName: now.name, samePlaceAside };
    }),

    table: registered.similarity.table.handler(async ({ input, signal }) => {
      const run = runs.get(input.runId);
      if (run.result === undefined) throw new DomainError('NOT_FOUND', '这次雷同比对的结果');
      const { template, result } = run;
      const own = run.texts.map(({ packed }, text) => ({ packed, own: text === template ? [] : (result.texts[text]?.own ?? []) }));
      const bytes = await kit.workers.run('similarityTable', { report: reportOf(run), texts: own, refused: input.refused }, signal);
      const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      return new File([new Uint8Array(bytes)], '雷同比对.xlsx', { type });
    }),

    end: registered.similarity.end.handler(({ input }) => {
      runs.end(input.runId);
      return { done: true as const };
    }),
  };
}

function reportOf({ texts, template, result }: SimilarityRun): SimilarityReport {
  return {
    texts: (result?.texts ?? []).flatMap((found, index) => {
      const text = texts[index];
      if (text === undefined) return [];
      const { name, place, title, conventionId } = text;
      return [
        {
          name,
          place,
          title,
          conventionId,
          articles: found.articles,
          closest: found.closest,
          group: found.group,
          own: found.own.length,
          missingTopics: found.missingTopics,
          template: found.template === null ? null : { ...found.template, missing: found.template.missing.length },
        },
      ];
    }),
    groups: result?.groups ?? [],
    template: template ?? null,
  };
}
