import type { BenchResult } from '#bench/benchResult.ts';
import { interleavedMedians } from '#bench/interleavedMedians.ts';
import { openBareDatabase } from '#bench/openBareDatabase.ts';
import { openBenchBackend } from '#bench/openBenchBackend.ts';
import { sampleConvention } from '#bench/sampleConvention.ts';

const articles = 300;
const rounds = 40;

/** A draft of 300 articles saved and acknowledged on disk. The peer writes the same bytes over the same row in one SQLite transaction. */
export async function benchSaving(): Promise<BenchResult[]> {
  const { client, close } = await openBenchBackend();
  const bare = openBareDatabase("CREATE TABLE draft (id INTEGER PRIMARY KEY, document TEXT NOT NULL) STRICT; INSERT INTO draft VALUES (1, '')");
  try {
    const { conventionId } = await client.conventions.create({
      village: '新玉峰村',
      township: '枫林镇',
      kind: 'village',
      document: sampleConvention(articles, rounds + 2),
    });
    const documents = Array.from({ length: rounds + 2 }, (_, seed) => sampleConvention(articles, seed));
    const bytes = documents.map((document) => JSON.stringify(document));
    const update = bare.sqlite.prepare('UPDATE draft SET document = ? WHERE id = 1');
    let revision = 1;
    const [saving = Number.NaN, writing = Number.NaN] = await interleavedMedians(rounds, [
      {
        async run(round) {
          const document = documents[round] ?? sampleConvention(articles, round);
          ({ revision } = await client.drafts.save({ conventionId, baseRevision: revision, document }));
        },
      },
      { run: (round) => update.run(bytes[round] ?? '') },
    ]);
    return [
      {
        name: 'a save of 300 articles, on disk',
        peer: 'the same bytes in one SQLite transaction, synchronous=FULL',
        unit: 'ms',
        ours: saving,
        theirs: writing,
        ratio: writing / saving,
        remark: `${Math.round(1000 / saving)} a second against ${Math.round(1000 / writing)}`,
      },
    ];
  } finally {
    bare.close();
    await close();
  }
}
