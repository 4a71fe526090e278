import * as fc from 'fast-check';
import { Document, LevelFormat, Packer, Paragraph } from 'docx';
import { describe, expect, it } from 'vitest';
import { buildLegacyWord } from '#backend/documents/import/legacyWordFile.ts';
import { readConventionFile } from '#backend/documents/import/readConventionFile.ts';
import { documentSchema } from '#core/document/document.ts';
import { parseConvention } from '#core/document/parseConvention.ts';
import { DomainError } from '#core/errors.ts';

const words = '青山村村规民约\n第一条 爱护公物，不得损坏。\n第二条 讲究卫生，垃圾入桶。\n';

async function wordFile(): Promise<Uint8Array> {
  const document = new Document({
    numbering: { config: [{ reference: 'a', levels: [{ level: 0, format: LevelFormat.CHINESE_COUNTING, text: '第%1条' }] }] },
    sections: [{ children: words.split('\n').map((text) => new Paragraph({ text, numbering: { reference: 'a', level: 0 } })) }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Bytes changed, a stretch cut out or the end cut off. */
function damage(length: number) {
  return fc.record({
    changes: fc.array(fc.tuple(fc.nat(length - 1), fc.nat(255)), { maxLength: 12 }),
    cut: fc.option(fc.tuple(fc.nat(length - 1), fc.nat(2000)), { nil: undefined }),
    keep: fc.option(fc.nat(length), { nil: undefined }),
  });
}

async function outcome(name: string, bytes: Uint8Array): Promise<'read' | 'refused'> {
  try {
    const { text } = await readConventionFile({ name, bytes });
    let count = 0;
    const parsed = parseConvention(text, { newId: () => `i${(count += 1)}` });
    documentSchema.parse(parsed.document);
    return 'read';
  } catch (error) {
    if (error instanceof DomainError) return 'refused';
    throw error;
  }
}

describe('damaged files', () => {
  it.each([
    ['约.docx', wordFile],
    ['约.doc', async () => buildLegacyWord(words)],
    ['约.txt', async () => new TextEncoder().encode(words)],
    ['约.html', async () => new TextEncoder().encode(`<html><body><p>${words.replaceAll('\n', '</p><p>')}</p></body></html>`)],
  ])('are read or refused, never more: %s', async (name, make) => {
    const sound = await make();
    expect(await outcome(name, sound)).toBe('read');
    await fc.assert(
      fc.asyncProperty(damage(sound.length), async ({ changes, cut, keep }) => {
        let bytes = Uint8Array.from(sound);
        for (const [at, value] of changes) bytes[at] = value;
        if (cut !== undefined) bytes = Uint8Array.from([...bytes.slice(0, cut[0]), ...bytes.slice(cut[0] + cut[1])]);
        if (keep !== undefined) bytes = bytes.slice(0, keep);
        expect(['read', 'refused']).toContain(await outcome(name, bytes));
      }),
      { seed: 20261124, numRuns: 500 },
    );
  });
});
