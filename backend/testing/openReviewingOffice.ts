import { createTestBackend, identity, removeTestFolder, type TestBackend } from '#backend/testing/createTestBackend.ts';

export type ReviewingOffice = {
  reviewer: TestBackend;
  reviewId: string;
  /** Removes the data; throws when a bug was logged that nobody looked at. */
  leave(): Promise<void>;
};

/** A second installation, of a reviewer who has just received this submission. */
export async function openReviewingOffice(file: File): Promise<ReviewingOffice> {
  const reviewer = await createTestBackend({ idPrefix: 'reviewer' });
  await reviewer.client.installation.register(identity('刘国平', '云溪司法所', 'reviewer'));
  const { fingerprint } = await reviewer.client.packages.inspect({ file });
  const received = await reviewer.client.packages.receive({ file, acceptedFingerprint: fingerprint });
  if (received.kind !== 'submission') throw new Error('Not a submission');
  return {
    reviewer,
    reviewId: received.reviewId,
    async leave() {
      await reviewer.close();
      removeTestFolder(reviewer.dataFolder);
      if (reviewer.bugs.length > 0) throw new Error(reviewer.bugs.join('\n'));
    },
  };
}
