import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { verificationCode } from '#core/document/verificationCode.ts';
import { conclusionSchema, isClearing } from '#core/review/review.ts';
import { documentSchema, type ConventionDocument } from '#core/document/document.ts';

/** What lies on disk, read beside the running application and not through it, so that it is the same for every host. */
export type StoredData = {
  draft(): ConventionDocument;
  comments(): { channel: string; articleLabel: string; outcome: string | null; reason: string | null }[];
  /** the newest first */
  versions(): { number: number; reason: string; verificationCode: string; isCleared: boolean }[];
};

const commentRows = z.array(
  z.object({ channel: z.string(), articleLabel: z.string(), outcome: z.string().nullable(), reason: z.string().nullable() }),
);
const versionRows = z.array(
  z.object({ number: z.number(), reason: z.string(), contentHash: z.string(), conclusion: conclusionSchema.nullable() }),
);

/** The one convention of a data folder. */
export function storedData(dataFolder: string): StoredData {
  const query = (statement: string): unknown[] => {
    const database = new Database(join(dataFolder, 'xiangyue.sqlite'), { readonly: true, fileMustExist: true });
    try {
      return database.prepare(statement).all();
    } finally {
      database.close();
    }
  };
  return {
    draft() {
      const [row] = z.array(z.object({ document: z.string() })).parse(query('SELECT document FROM draft'));
      return documentSchema.parse(JSON.parse(row?.document ?? 'null'));
    },
    comments: () =>
      commentRows.parse(
        query(`SELECT comment.channel, comment.article_label AS articleLabel, reply.outcome, reply.reason
               FROM comment LEFT JOIN reply ON reply.comment_id = comment.id ORDER BY comment.number, reply.sequence`),
      ),
    versions: () =>
      versionRows
        .parse(
          query(`SELECT number, reason, content_hash AS contentHash,
                        (SELECT conclusion FROM opinion WHERE opinion.content_hash = version.content_hash
                         ORDER BY imported_at DESC LIMIT 1) AS conclusion
                 FROM version ORDER BY number DESC`),
        )
        .map(({ number, reason, contentHash, conclusion }) => ({
          number,
          reason,
          verificationCode: verificationCode(contentHash),
          isCleared: conclusion !== null && isClearing(conclusion),
        })),
  };
}
