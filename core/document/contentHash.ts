import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ConventionDocument } from '#core/document/document.ts';
import { renderFormat, renderText } from '#core/document/renderText.ts';

export type ContentHash = { format: number; sha256: string };

/** SHA-256 (FIPS 180-4) over renderText in UTF-8, in lower-case hexadecimal. Anyone can recompute it from the exported .txt. */
export function contentHash(document: ConventionDocument): ContentHash {
  return { format: renderFormat, sha256: bytesToHex(sha256(utf8ToBytes(renderText(document)))) };
}
