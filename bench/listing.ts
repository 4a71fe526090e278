import type { BenchResult } from '#bench/benchResult.ts';
import { fillWithConventions } from '#bench/fillWithConventions.ts';
import { interleavedMedians } from '#bench/interleavedMedians.ts';

const few = 21;
const many = 2_102;
const pageLength = 20;
const rounds = 200;

/** What a county's list and its workbench cost against those of one township. */
export async function benchListing(): Promise<BenchResult[]> {
  const small = await fillWithConventions(few);
  const large = await fillWithConventions(many);
  try {
    const { total } = await large.client.conventions.list({ offset: 0, limit: 1, discarded: false });
    if (total !== many) throw new Error(`${total} conventions in the list`);
    const page = (backend: typeof large, offset: number, query?: string) =>
      backend.client.conventions.list({ offset, limit: pageLength, discarded: false, ...(query === undefined ? {} : { query }) });
    const compare = async (name: string, call: (backend: typeof large) => Promise<unknown>): Promise<BenchResult> => {
      const [ours = Number.NaN, theirs = Number.NaN] = await interleavedMedians(rounds, [
        { run: () => call(large) },
        { run: () => call(small) },
      ]);
      return { name, peer: `the same call with ${few} conventions`, unit: 'ms', ours, theirs, ratio: theirs / ours };
    };
    return [
      { ...(await compare(`list with ${many} conventions`, (backend) => page(backend, 0))), limit: 3 },
      await compare(`search among ${many} conventions`, (backend) => page(backend, 0, '第1')),
      await compare(`last page of ${many} conventions`, (backend) => page(backend, (backend === large ? many : few) - pageLength)),
      {
        ...(await compare(`tasks of ${many} conventions under way`, (backend) => backend.client.workbench.tasks())),
        remark: `${(await large.client.workbench.tasks()).length} tasks`,
      },
    ];
  } finally {
    await small.close();
    await large.close();
  }
}
