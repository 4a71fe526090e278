import { createTestBackend, identity, removeTestFolder, type TestBackend } from '#backend/testing/createTestBackend.ts';

export type BenchBackend = Pick<TestBackend, 'client' | 'dataFolder'> & { close(): Promise<void> };

/** A backend on a data folder of its own, where a drafter is registered; closing it removes the folder. */
export async function openBenchBackend(): Promise<BenchBackend> {
  const { client, dataFolder, bugs, close } = await createTestBackend();
  await client.installation.register(identity('陈秀兰', '新玉峰村村民委员会', 'drafter'));
  return {
    client,
    dataFolder,
    async close() {
      await close();
      removeTestFolder(dataFolder);
      if (bugs.length > 0) throw new Error(`The backend reported bugs:\n${bugs.join('\n')}`);
    },
  };
}
