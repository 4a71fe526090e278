import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createConvention } from '#backend/services/conventions/createConvention.ts';
import type { ServiceKit } from '#backend/services/serviceKit.ts';
import { parseConvention } from '#core/document/parseConvention.ts';

/** Stores the sample village's old convention, read from its text by the same parser as every import. */
export async function createSampleConvention(kit: ServiceKit, actorId: string): Promise<string> {
  const source = await readFile(join(kit.resourceFolder, 'samples', 'old-convention.txt'), 'utf8');
  const { document } = parseConvention(source, { newId: kit.newId });
  return createConvention(kit, actorId, {
    village: '溪口村',
    township: '云溪镇',
    kind: 'village',
    document,
    isSample: true,
  });
}
