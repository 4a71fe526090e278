import { createHash } from 'node:crypto';
import { conventionRows } from '#backend/services/conventions/conventionRows.ts';
import { conclusionsByHash } from '#backend/services/conventions/conclusionsByHash.ts';
import { isRegisteredVersion } from '#backend/services/priorAdoptions/isRegisteredVersion.ts';
import { registered, type ServiceKit } from '#backend/services/serviceKit.ts';
import { conclusionNames, notReviewedText } from '#contract/names.ts';
import { readVerificationCode, verificationCode } from '#core/document/verificationCode.ts';
import { isClearing } from '#core/review/review.ts';

/** Whether a code or a text from a wall is one of the versions known here. */
export function verificationHandlers(kit: ServiceKit) {
  return {
    check: registered.verification.check.handler(async ({ input }) => {
      const code = readVerificationCode(input.code);
      if (code === undefined) return { result: 'notACode' as const };
      const version = await kit.store
        .selectFrom('version')
        .select(['id', 'conventionId', 'number', 'frozenAt', 'contentHash'])
        .where('verificationCode', '=', code)
        .orderBy('frozenAt', 'desc')
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (version === undefined) return { result: 'unknown' as const };
      const convention = await conventionRows(kit.store)
        .where('convention.id', '=', version.conventionId)
        .executeTakeFirstOrThrow();
      const conclusion = (await conclusionsByHash(kit.store, version.conventionId)).get(version.contentHash);
      return {
        result: 'match' as const,
        village: convention.village,
        title: convention.title,
        conventionId: convention.id,
        versionNumber: version.number,
        frozenAt: version.frozenAt,
        isCleared: conclusion !== undefined && isClearing(conclusion),
        conclusionText: conclusion === undefined ? notReviewedText(await isRegisteredVersion(kit.store, version.id)) : conclusionNames[conclusion],
        contentHash: version.contentHash,
      };
    }),

    checkText: registered.verification.checkText.handler(async ({ input }) => {
      const text = `${input.text.replace(/\r\n?/gu, '\n').replace(/^\uFEFF/u, '').replace(/\n*$/u, '')}\n`;
      const contentHash = createHash('sha256').update(text.normalize('NFC')).digest('hex');
      const version = await kit.store
        .selectFrom('version')
        .select('number')
        .where('contentHash', '=', contentHash)
        .orderBy('frozenAt', 'desc')
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst();
      return {
        contentHash,
        verificationCode: verificationCode(contentHash),
        versionNumber: version?.number ?? null,
      };
    }),
  };
}
