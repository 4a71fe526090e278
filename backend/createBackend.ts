import { randomBytes } from 'node:crypto';
import type { Router } from '@orpc/server';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadRules } from '#backend/legality/loadRules.ts';
import { commentHandlers } from '#backend/services/comments/commentHandlers.ts';
import { comparisonHandlers } from '#backend/services/comparisons/comparisonHandlers.ts';
import { conventionHandlers } from '#backend/services/conventions/conventionHandlers.ts';
import { documentHandlers } from '#backend/services/documents/documentHandlers.ts';
import { draftHandlers } from '#backend/services/drafts/draftHandlers.ts';
import { importHandlers } from '#backend/services/imports/importHandlers.ts';
import { currentActor } from '#backend/services/installation/currentActor.ts';
import { installationHandlers } from '#backend/services/installation/installationHandlers.ts';
import { legalityHandlers } from '#backend/services/legality/legalityHandlers.ts';
import { opinionHandlers } from '#backend/services/opinions/opinionHandlers.ts';
import { packageHandlers } from '#backend/services/packages/packageHandlers.ts';
import { priorAdoptionHandlers } from '#backend/services/priorAdoptions/priorAdoptionHandlers.ts';
import { reviewHandlers } from '#backend/services/reviews/reviewHandlers.ts';
import { open, type BackendContext, type ServiceKit } from '#backend/services/serviceKit.ts';
import { similarityHandlers } from '#backend/services/similarity/similarityHandlers.ts';
import { submissionHandlers } from '#backend/services/submissions/submissionHandlers.ts';
import { verificationHandlers } from '#backend/services/verification/verificationHandlers.ts';
import { versionHandlers } from '#backend/services/versions/versionHandlers.ts';
import { workbenchHandlers } from '#backend/services/workbench/workbenchHandlers.ts';
import { workflowHandlers } from '#backend/services/workflow/workflowHandlers.ts';
import { attachmentFiles } from '#backend/storage/attachmentFiles.ts';
import { verifyAuditChain } from '#backend/storage/auditChain.ts';
import { backUpDaily } from '#backend/storage/backUpDaily.ts';
import { backups } from '#backend/storage/backups.ts';
import { createWriter } from '#backend/storage/createWriter.ts';
import { lockDataFolder } from '#backend/storage/lockDataFolder.ts';
import { openDatabase } from '#backend/storage/openDatabase.ts';
import { createWorkers, type Patience } from '#backend/workers/createWorkers.ts';
import type { Contract } from '#contract/contract.ts';

export type BackendOptions = {
  /** The one folder that holds the database, the attachments and the backups; owned by this process alone. */
  dataFolder: string;
  /** The resources/ folder that ships with the application. */
  resourceFolder: string;
  applicationVersion: string;
  clock: { now(): Date };
  newId: () => string;
  /** backend/workers/worker.ts, or its bundle. */
  workerUrl: URL;
  /** Where a bug goes; gets the reference number that the person sees. */
  log: (line: string) => void;
  /** How long a task in a worker thread may take, in milliseconds. */
  patience?: Partial<Patience>;
};

export type Backend = {
  router: Router<Contract, BackendContext>;
  /** What the host passes along with every call of this installation's own person. */
  context: () => BackendContext;
  close: () => Promise<void>;
};

/**
 * Opens a data folder and returns the router that implements the contract. Every host calls this and nothing below it.
 * Throws DATA_FOLDER_IN_USE, DATA_FOLDER_READ_ONLY, DATA_FOLDER_NEWER or DATA_FOLDER_DAMAGED; the folder is then unchanged.
 */
export async function createBackend(options: BackendOptions): Promise<Backend> {
  const { dataFolder, resourceFolder, clock, newId } = options;
  const unlock = lockDataFolder(dataFolder);
  let closeDatabase = async () => {};
  try {
    const databaseFile = join(dataFolder, 'xiangyue.sqlite');
    const { store, sqlite } = openDatabase(databaseFile);
    closeDatabase = () => store.destroy();
    const now = () => clock.now();
    const notices: string[] = [];

    const chain = await verifyAuditChain(store);
    if (chain.brokenAt !== null) notices.push(`操作记录第 ${chain.brokenAt} 条和前面对不上，可能被改动过。到设置里查看。`);
    const { ruleSet, problems } = await loadRules(join(resourceFolder, 'legality'));
    notices.push(...problems.map(({ message }) => message));
    const backupFolder = join(dataFolder, '备份');
    mkdirSync(backupFolder, { recursive: true });
    const keeper = backups(backupFolder, databaseFile, sqlite, now);
    const daily = backUpDaily(store, keeper, now, (error) => {
      options.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
      notices.push('今天的备份没有做成，数据没有受影响。看看磁盘是不是满了，再到设置里备份。');
    });
    await daily.check();
    const writeNow = createWriter(store, now);

    const workers = createWorkers(options.workerUrl, resourceFolder, options.patience);
    const kit: ServiceKit = {
      store,
      async write(actorId, useCase) {
        const result = await writeNow(actorId, useCase);
        void daily.check();
        return result;
      },
      clock,
      newId,
      files: attachmentFiles(join(dataFolder, '附件')),
      backups: keeper,
      workers,
      rules: ruleSet,
      resourceFolder,
      dataFolder,
      applicationVersion: options.applicationVersion,
      notices,
    };

    const router: Router<Contract, BackendContext> = open.router({
      ...installationHandlers(kit),
      conventions: conventionHandlers(kit),
      imports: importHandlers(kit),
      drafts: draftHandlers(kit),
      workflow: workflowHandlers(kit),
      workbench: workbenchHandlers(kit),
      versions: versionHandlers(kit),
      comparisons: comparisonHandlers(kit),
      comments: commentHandlers(kit),
      legality: legalityHandlers(kit),
      submissions: submissionHandlers(kit),
      packages: packageHandlers(kit),
      reviews: reviewHandlers(kit),
      opinions: opinionHandlers(kit),
      priorAdoptions: priorAdoptionHandlers(kit),
      documents: documentHandlers(kit),
      verification: verificationHandlers(kit),
      similarity: similarityHandlers(kit),
    });

    const context = (): BackendContext => ({
      resolveActor: () => currentActor(store),
      reportBug(error) {
        const reference = randomBytes(4).toString('hex').toUpperCase();
        options.log(`${reference} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        return reference;
      },
    });

    const close = async () => {
      await workers.close();
      await daily.settled();
      await store.destroy();
      unlock();
    };

    return { router, context, close };
  } catch (error) {
    await closeDatabase();
    unlock();
    throw error;
  }
}
