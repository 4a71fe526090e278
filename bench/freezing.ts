import Database from 'better-sqlite3';
import { join } from 'node:path';
import { loadRules } from '#backend/legality/loadRules.ts';
import type { ConventionDocument } from '#core/document/document.ts';
import { checkDocument } from '#core/legality/checkDocument.ts';
import type { BenchResult } from '#bench/benchResult.ts';
import { interleavedMedians } from '#bench/interleavedMedians.ts';
import { openBareDatabase } from '#bench/openBareDatabase.ts';
import { openBenchBackend } from '#bench/openBenchBackend.ts';
import { sampleConvention } from '#bench/sampleConvention.ts';

const articles = 300;
const rounds = 25;

/**
 * A version of 300 articles frozen from the draft: hashed, judged by every legality rule, written with its findings and its
 * audit entry. The peer writes the same document and the same findings as JSON in one transaction of a database with the same settings.
 */
export async function benchFreezing(): Promise<BenchResult[]> {
  const { client, dataFolder, close } = await openBenchBackend();
  const bare = openBareDatabase('CREATE TABLE version (id INTEGER PRIMARY KEY, document TEXT NOT NULL, findings TEXT NOT NULL) STRICT');
  const stored = new Database(join(dataFolder, 'xiangyue.sqlite'), { readonly: true });
  try {
    const { ruleSet } = await loadRules(join(import.meta.dirname, '..', 'resources', 'legality'));
    const judged = Array.from({ length: rounds + 2 }, (_, seed) => {
      const document = riskyConvention(seed);
      return { document, findings: checkDocument(document, 'village', ruleSet) };
    });
    const { conventionId } = await client.conventions.create({
      village: '新玉峰村',
      township: '枫林镇',
      kind: 'village',
      document: riskyConvention(rounds + 2),
    });
    const insert = bare.sqlite.prepare('INSERT INTO version (document, findings) VALUES (?, ?)');
    let revision = 1;
    const [freezing = Number.NaN, writing = Number.NaN] = await interleavedMedians(rounds, [
      {
        async prepare(round) {
          const document = judged[round]?.document ?? riskyConvention(round);
          ({ revision } = await client.drafts.save({ conventionId, baseRevision: revision, document }));
        },
        run: (round) => client.versions.freeze({ conventionId, revision, reason: `第 ${round} 次` }),
      },
      { run: (round) => insert.run(JSON.stringify(judged[round]?.document), JSON.stringify(judged[round]?.findings)) },
    ]);
    const written = stored.prepare('SELECT count(*) AS versions FROM version').get();
    if (JSON.stringify(written) !== JSON.stringify({ versions: rounds + 2 })) throw new Error('A version is missing');
    return [
      {
        name: 'freezing 300 articles with findings',
        peer: 'the same JSON in one SQLite transaction, synchronous=FULL',
        unit: 'ms',
        ours: freezing,
        theirs: writing,
        ratio: writing / freezing,
        remark: `${judged[2]?.findings.length ?? 0} findings`,
      },
    ];
  } finally {
    stored.close();
    bare.close();
    await close();
  }
}

/** 300 articles, every tenth of which the legality rules object to. */
function riskyConvention(seed: number): ConventionDocument {
  const document = sampleConvention(articles, seed);
  let counter = 0;
  return {
    ...document,
    content: document.content.map((part) => {
      if (part.type !== 'chapter') return part;
      return {
        ...part,
        content: part.content.map((child) => {
          if (child.type !== 'article') return child;
          counter += 1;
          if (counter % 10 !== 0) return child;
          const text = `违反本条的，由村民委员会处以${counter}元罚款，不缴纳的停水停电。`;
          return { ...child, content: [...child.content, { type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] };
        }),
      };
    }),
  };
}
