import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { openBenchBackend, type BenchBackend } from '#bench/openBenchBackend.ts';
import { sampleConvention } from '#bench/sampleConvention.ts';

const articles = 40;
const villagesPerTownship = 21;
const commentsPerConvention = 6;
const stages = ['drafting', 'consulting', 'screening', 'reviewing', 'voting', 'filing'];
const actorSchema = z.object({ id: z.string() });
const columnsSchema = z.array(z.object({ name: z.string() }));

/**
 * A backend with `count` conventions of 40 articles under way, in every stage alike: each with six comments of which two wait
 * for a reply, and from screening on with a version; those in review are submitted, and every other one has its opinion.
 * The first is made by the backend, the others are copies of its rows in one transaction.
 */
export async function fillWithConventions(count: number): Promise<BenchBackend> {
  const backend = await openBenchBackend();
  const { client, dataFolder } = backend;
  const { conventionId } = await client.conventions.create({
    village: '第1村',
    township: '第1镇',
    kind: 'village',
    document: sampleConvention(articles, 0),
  });
  const version = await client.versions.freeze({ conventionId, revision: 1, reason: '征求意见稿' });
  const sqlite = new Database(join(dataFolder, 'xiangyue.sqlite'));
  sqlite.pragma('foreign_keys = ON');
  const actor = actorSchema.parse(sqlite.prepare('SELECT id FROM person').get());
  sqlite
    .prepare("INSERT INTO attachment (sha256, name, media_type, bytes, added_at) VALUES ('package', '送审包.xiangyue', 'application/octet-stream', 1, '2026-11-01')")
    .run();
  const statements = {
    township: sqlite.prepare("INSERT INTO region (id, parent_id, level, name) VALUES (@id, NULL, 'township', @name)"),
    village: sqlite.prepare("INSERT INTO region (id, parent_id, level, name) VALUES (@id, @township, 'village', @name)"),
    convention: prepareCopy(sqlite, 'convention', 'id', ['id', 'region_id', 'title', 'stage', 'updated_at']),
    draft: prepareCopy(sqlite, 'draft', 'convention_id', ['convention_id']),
    version: prepareCopy(sqlite, 'version', 'id', ['id', 'convention_id']),
    comment: sqlite.prepare(
      `INSERT INTO comment (id, convention_id, number, channel, person, article_label, words, received_on, recorded_by, recorded_at)
       VALUES (@commentId, @id, @number, 'courtyard', '', '第三条', '写得太笼统，具体到哪几天。', '2026-11-10', @actor, '2026-11-10T02:00:00.000Z')`,
    ),
    reply: sqlite.prepare(
      `INSERT INTO reply (id, comment_id, sequence, outcome, reason, replied_by, replied_at)
       VALUES (@replyId, @commentId, 1, 'adopted', '', @actor, '2026-11-12T02:00:00.000Z')`,
    ),
    submission: sqlite.prepare(
      `INSERT INTO submission (id, convention_id, version_id, round, reviewing_office, deadline, note, file_name, package_sha256, sent_by, sent_at)
       VALUES (@submissionId, @id, @versionId, 1, '枫林司法所', @deadline, '', '送审包.xiangyue', 'package', @actor, '2026-11-15T02:00:00.000Z')`,
    ),
    opinion: sqlite.prepare(
      `INSERT INTO opinion (id, convention_id, submission_id, form, opinion_number, content_hash, round, received_on, issued_on, aspects,
       conclusion, remark, annotations, reviewer, office, public_key, imported_by, imported_at)
       VALUES (@opinionId, @id, @submissionId, 'electronic', '枫司审〔2026〕1号', @hash, 1, '2026-11-20', '2026-11-20', '{}',
       @conclusion, '', '[]', '刘国平', '枫林司法所', 'key', @actor, '2026-11-20T02:00:00.000Z')`,
    ),
  };
  sqlite.transaction(() => {
    for (let index = 1; index < count; index += 1) {
      const township = `township-${Math.floor(index / villagesPerTownship)}`;
      if (index === 1 || index % villagesPerTownship === 0) statements.township.run({ id: township, name: `第${township.slice(9)}号镇` });
      const stageIndex = index % stages.length;
      const row = {
        id: `convention-${index}`,
        region: `village-${index}`,
        title: `第${index}村村规民约`,
        stage: stages[stageIndex],
        // The longest untouched are those whose deadline is nearest to its end or past it.
        updatedAt: new Date(Date.parse('2026-11-23T00:00:00Z') - index * 600_000).toISOString(),
        versionId: `version-${index}`,
        submissionId: `submission-${index}`,
        opinionId: `opinion-${index}`,
        deadline: `2026-11-${String(30 - (index % 20)).padStart(2, '0')}`,
        conclusion: index % 4 === 1 ? 'mustChange' : 'lawful',
        hash: version.contentHash,
        actor: actor.id,
      };
      statements.village.run({ id: row.region, township, name: `第${index}村` });
      const { id, region, title, stage, updatedAt } = row;
      statements.convention.run({ from: conventionId, id, region_id: region, title, stage, updated_at: updatedAt });
      statements.draft.run({ from: conventionId, convention_id: id });
      for (let number = 1; number <= commentsPerConvention; number += 1) {
        const commentId = `comment-${index}-${number}`;
        statements.comment.run({ commentId, id, number, actor: row.actor });
        if (number > 2) statements.reply.run({ replyId: `reply-${index}-${number}`, commentId, actor: row.actor });
      }
      if (stageIndex < 2) continue;
      const { versionId, submissionId, deadline, opinionId, hash, conclusion } = row;
      statements.version.run({ from: version.id, id: versionId, convention_id: id });
      if (stage !== 'reviewing') continue;
      statements.submission.run({ submissionId, id, versionId, deadline, actor: row.actor });
      if (index % 2 === 1) statements.opinion.run({ opinionId, id, submissionId, hash, conclusion, actor: row.actor });
    }
  })();
  sqlite.close();
  return backend;
}

/** A statement that copies the row whose `key` is @from, with each of `replaced` taken from the parameter of its name. */
function prepareCopy(sqlite: Database.Database, table: string, key: string, replaced: readonly string[]): Database.Statement {
  const columns = columnsSchema.parse(sqlite.pragma(`table_info(${table})`)).map(({ name }) => name);
  const values = columns.map((name) => (replaced.includes(name) ? `@${name}` : name));
  return sqlite.prepare(`INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM ${table} WHERE ${key} = @from`);
}
