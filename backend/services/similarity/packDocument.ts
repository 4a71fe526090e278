import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { documentSchema, type ConventionDocument } from '#core/document/document.ts';

/** A text that waits for its comparison: its document deflated, a tenth of its size, so that a county's texts fit into memory. */
export type PackedText = { packed: Uint8Array; names: string[] };

export function packDocument(document: ConventionDocument): Uint8Array {
  return deflateRawSync(JSON.stringify(document));
}

/**
 * The document again. `side` goes before every id: two villages whose texts were copied inside one application share ids, and
 * they are compared by what they say.
 */
export function unpackDocument(packed: Uint8Array, side = ''): ConventionDocument {
  const text = inflateRawSync(packed).toString('utf8');
  const raw: unknown = JSON.parse(text, (key: string, value: unknown) =>
    side !== '' && (key === 'id' || key === 'target') && typeof value === 'string' ? `${side}${value}`.slice(-64) : value,
  );
  return documentSchema.parse(raw);
}
