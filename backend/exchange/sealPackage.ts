import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import { signBytes } from '#backend/exchange/signingKey.ts';
import { packageFormat, type Manifest, type PackageKind, type Sender } from '#core/exchange/package.ts';

export type PackageParts = Record<string, Uint8Array>;

/**
 * Packs parts into a signed `.xiangyue` file: a zip with manifest.json (every part with size and SHA-256) and
 * manifest.sig (Ed25519 over the bytes of manifest.json). The same input gives the same bytes.
 */
export function sealPackage(input: {
  kind: PackageKind;
  id: string;
  createdAt: string;
  sender: Sender;
  privateKey: string;
  parts: PackageParts;
}): Uint8Array {
  const manifest: Manifest = {
    format: packageFormat,
    kind: input.kind,
    id: input.id,
    createdAt: input.createdAt,
    sender: input.sender,
    parts: Object.entries(input.parts).map(([path, bytes]) => ({
      path,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
  };
  const manifestBytes = new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`);
  const files = {
    'manifest.json': manifestBytes,
    'manifest.sig': signBytes(manifestBytes, input.privateKey),
    ...input.parts,
  };
  return zipSync(files, { mtime: new Date(input.createdAt) });
}
