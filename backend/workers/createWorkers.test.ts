import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { zipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { createWorkers, type Patience, type Workers } from '#backend/workers/createWorkers.ts';
import { newTestFolder, removeTestFolder } from '#backend/testing/createTestBackend.ts';
import { DomainError } from '#core/errors.ts';

const workerUrl = new URL('worker.ts', import.meta.url);
const resources = join(import.meta.dirname, '..', '..', 'resources');
const short = { pasted: '溪口村村规民约\n第一条 爱护公共财物。' };
const long = { pasted: `溪口村村规民约\n${Array.from({ length: 9_000 }, (_, index) => `第${index + 1}条 爱护公共财物，损坏的照价赔偿。`).join('\n')}` };

const opened: Workers[] = [];
function open(patience: Partial<Patience> = {}, url = workerUrl): Workers {
  const workers = createWorkers(url, resources, patience);
  opened.push(workers);
  return workers;
}
afterEach(async () => {
  await Promise.all(opened.splice(0).map((workers) => workers.close()));
});

async function outcome(task: Promise<unknown>): Promise<string> {
  try {
    await task;
    return 'done';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    return error instanceof Error ? error.name : 'unknown';
  }
}

describe('work in a thread', () => {
  it('is stopped when it takes longer than it may, and the next task is answered by another thread', async () => {
    const workers = open({ readConvention: 1 });
    expect(await outcome(workers.run('readConvention', long))).toBe('FILE_TOO_SLOW');
    const { document } = await open().run('readConvention', short);
    const { counts } = await workers.run('compare', { old: document, new: document });
    expect(counts).toMatchObject({ same: 1 });
  });

  it('stops at once when it is given up, and costs the tasks behind it nothing', async () => {
    const workers = open();
    const running = new AbortController();
    const waiting = new AbortController();
    const outcomes = Promise.all([
      outcome(workers.run('readConvention', long, running.signal)),
      outcome(workers.run('readConvention', long, waiting.signal)),
      outcome(workers.run('readConvention', short)),
    ]);
    waiting.abort();
    running.abort();
    expect(await outcomes).toEqual(['AbortError', 'AbortError', 'done']);
  });

  it('leaves this thread free to answer others meanwhile', async () => {
    const running = open().run('readConvention', long);
    const order: string[] = [];
    const slow = running.then(() => order.push('read'));
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
    order.push('answered');
    await slow;
    expect(order).toEqual(['answered', 'read']);
  });

  it('goes on after a file that cannot be read', async () => {
    const workers = open();
    const bytes = zipSync({ 'word/document.xml': new TextEncoder().encode('<w:document'), '_rels/.rels': new Uint8Array([60]) });
    expect(await outcome(workers.run('readConvention', { name: '旧公约.docx', bytes }))).toBe('FILE_DAMAGED');
    expect(await outcome(workers.run('readConvention', short))).toBe('done');
  });

  it('ends as given up when the application closes, and nothing starts afterwards', async () => {
    const workers = open();
    const running = outcome(workers.run('readConvention', long));
    await Promise.resolve();
    await workers.close();
    expect(await running).toBe('AbortError');
    expect(await outcome(workers.run('readConvention', short))).toBe('AbortError');
  });

  it.each([
    ['ends without an answer', 'process.exit(0);', 'Error'],
    ['throws out of turn', "throw new Error('broken');", 'Error'],
  ])('is reported as a bug when its thread %s, and so is the next task instead of waiting for ever', async (_name, body, expected) => {
    const folder = newTestFolder();
    mkdirSync(folder, { recursive: true });
    const script = join(folder, 'worker.mjs');
    writeFileSync(script, `import { parentPort } from 'node:worker_threads';\nparentPort.on('message', () => { ${body} });\n`);
    const workers = open({}, pathToFileURL(script));
    expect(await outcome(workers.run('readConvention', short))).toBe(expected);
    expect(await outcome(workers.run('readConvention', short))).toBe(expected);
    removeTestFolder(folder);
  });
});
