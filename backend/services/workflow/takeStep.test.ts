import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { conventionPrint } from '#backend/services/documents/conventionPrint.ts';
import { openDatabase } from '#backend/storage/openDatabase.ts';
import { openTestOffice, type TestOffice } from '#backend/testing/openTestOffice.ts';
import { conventionDocument, paragraph } from '#core/document/documentBuilders.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice('drafter', 'registrar');
});
afterEach(() => office.leave());

const counts = { eligible: 100, present: 80, inFavour: 60, against: 10, abstained: 10 };
const ballot = { heldOn: '2026-11-20', place: '村部', meeting: 'assembly', countedBy: 'adults', authorization: '', ...counts } as const;

async function clear(conventionId: string, versionId: string) {
  await office.client.opinions.registerPaper({
    conventionId, versionId, opinionNumber: '云司审〔2026〕9号', reviewer: '刘国平', office: '云溪司法所', issuedOn: '2026-11-18', conclusion: 'lawful', remark: '',
  });
}

async function takeSteps(conventionId: string, ...actions: ('startConsultation' | 'submitForScreening' | 'submitForReview' | 'proceedToVote')[]) {
  for (const action of actions) {
    office.clock.advance(60_000);
    await office.client.workflow.perform({ conventionId, action, note: '' });
  }
  office.clock.advance(60_000);
}

/** A convention whose first version is cleared and was passed; its filing is awaited. */
async function bringToFiling() {
  const conventionId = await office.convention('溪口村', '爱护公物。');
  const version = await office.freeze(conventionId);
  await clear(conventionId, version.id);
  await takeSteps(conventionId, 'startConsultation', 'submitForScreening', 'submitForReview', 'proceedToVote');
  await office.client.workflow.recordVote({ ...ballot, conventionId, versionId: version.id });
  office.clock.advance(60_000);
  return { conventionId, version };
}

async function printedAdoption(conventionId: string, versionId: string) {
  const { store } = openDatabase(join(office.dataFolder, 'xiangyue.sqlite'));
  const actor = { id: '', person: '陈秀兰', office: '溪口村村民委员会', roles: [] };
  const { print } = await conventionPrint(store, actor, office.clock.now(), { conventionId, versionId });
  await store.destroy();
  return print.adoption;
}

describe('a convention in verse', () => {
  it('goes through consultation and review like one in articles', async () => {
    const verse = { type: 'verse' as const, content: [paragraph('爱公物，护山林。')] };
    const document = conventionDocument('溪口村村规民约', [verse]);
    const { conventionId } = await office.client.conventions.create({ village: '溪口村', township: '云溪镇', kind: 'village', document });
    const version = await office.freeze(conventionId);
    await clear(conventionId, version.id);
    await takeSteps(conventionId, 'startConsultation', 'submitForScreening', 'submitForReview', 'proceedToVote');
    expect((await office.client.conventions.get({ conventionId })).stage).toBe('voting');
  });
});

describe('while the filing is awaited', () => {
  it('a ballot that was entered wrongly is corrected by another one, and the print no longer says that the text was adopted', async () => {
    const { conventionId, version } = await bringToFiling();
    expect(await printedAdoption(conventionId, version.id)).toMatchObject({ adoptedOn: '2026年11月20日' });
    const { convention } = await office.client.workflow.recordVote({ ...ballot, inFavour: 20, against: 50, conventionId, versionId: version.id });
    expect(convention.stage).toBe('drafting');
    expect(await printedAdoption(conventionId, version.id)).toBeUndefined();
  });

  it('a number that was entered wrongly is corrected by another filing', async () => {
    const { conventionId, version } = await bringToFiling();
    for (const filingNumber of ['7', '8']) {
      await office.client.workflow.recordFiling({ conventionId, filingNumber, filedOn: '2026-11-21', receivedBy: '云溪镇人民政府' });
      office.clock.advance(60_000);
    }
    expect(await printedAdoption(conventionId, version.id)).toMatchObject({ filing: { number: '8' } });
  });

  it('the print says when and where the text was posted once that is recorded', async () => {
    const { conventionId, version } = await bringToFiling();
    await office.client.workflow.recordFiling({ conventionId, filingNumber: '8', filedOn: '2026-11-21', receivedBy: '云溪镇人民政府' });
    office.clock.advance(60_000);
    expect(await printedAdoption(conventionId, version.id)).not.toHaveProperty('publishedOn');
    await office.client.workflow.recordPublication({ conventionId, postedOn: '2026-11-22', place: '村务公开栏' });
    expect(await printedAdoption(conventionId, version.id)).toMatchObject({ publishedOn: '2026年11月22日', publicationPlace: '村务公开栏' });
  });

  it('a text that the township objects to is taken back, and needs another vote', async () => {
    const { conventionId } = await bringToFiling();
    const convention = await office.client.workflow.perform({ conventionId, action: 'withdraw', note: '' });
    expect(convention).toMatchObject({ stage: 'drafting', can: { recordPassedVote: { allowed: false } } });
  });

  it('the record of actions names the text that was voted on, also when a newer version was made since', async () => {
    const { conventionId, version } = await bringToFiling();
    await office.rewrite(conventionId, '爱护公物，照价赔偿。');
    await office.freeze(conventionId);
    await office.client.workflow.recordFiling({ conventionId, filingNumber: '8', filedOn: '2026-11-21', receivedBy: '云溪镇人民政府' });
    const { store } = openDatabase(join(office.dataFolder, 'xiangyue.sqlite'));
    const entries = await store.selectFrom('auditEntry').select('contentHash').where('action', '=', 'workflow.recordFiling').execute();
    await store.destroy();
    expect(entries).toEqual([{ contentHash: version.contentHash }]);
  });
});
