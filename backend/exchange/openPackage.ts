import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { unzipSync } from 'fflate';
import type { PackageParts } from '#backend/exchange/sealPackage.ts';
import { verifyBytes } from '#backend/exchange/signingKey.ts';
import { DomainError } from '#core/errors.ts';
import { manifestSchema, packageFormat, type Manifest } from '#core/exchange/package.ts';

export type OpenedPackage = { manifest: Manifest; parts: PackageParts };

const maximumBytes = 50 * 1024 * 1024;
const maximumUnpacked = 200 * 1024 * 1024;
const maximumParts = 200;

function isClimbing(path: string): boolean {
  return (
    path.startsWith('/') || path.includes('\\') || path.includes('\0') || /^[a-z]:/iu.test(path) ||
    posix.normalize(path) !== path || path.startsWith('..')
  );
}

function unpack(bytes: Uint8Array): PackageParts {
  let unpacked = 0;
  let count = 0;
  const seen = new Set<string>();
  let unsafe: string | undefined;
  let parts: PackageParts;
  try {
    parts = unzipSync(bytes, {
      filter(file) {
        count += 1;
        unpacked += file.originalSize;
        if (isClimbing(file.name)) unsafe = '路径指向包外';
        else if (seen.has(file.name)) unsafe = '同名部分重复';
        else if (count > maximumParts || unpacked > maximumUnpacked) unsafe = '解开后过大';
        seen.add(file.name);
        return unsafe === undefined;
      },
    });
  } catch (error) {
    if (unsafe === undefined) throw new DomainError('PACKAGE_DAMAGED', '压缩结构读不出来', { cause: error });
    parts = {};
  }
  if (unsafe !== undefined) throw new DomainError('PACKAGE_UNSAFE', unsafe);
  return parts;
}

function readManifest(bytes: Uint8Array): Manifest {
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new DomainError('PACKAGE_DAMAGED', '清单读不出来', { cause: error });
  }
  // The format is looked at first: a newer manifest may have another shape.
  if (typeof raw === 'object' && raw !== null && 'format' in raw && Number(raw.format) > packageFormat) {
    throw new DomainError('PACKAGE_NEWER');
  }
  const manifest = manifestSchema.safeParse(raw);
  if (!manifest.success) throw new DomainError('PACKAGE_DAMAGED', '清单格式不对', { cause: manifest.error });
  return manifest.data;
}

/**
 * Opens a `.xiangyue` file and checks everything that can be checked without knowing the sender: structure, signature over
 * the manifest, size and hash of every part, no part missing and none too many.
 * Throws PACKAGE_DAMAGED, PACKAGE_UNSAFE, PACKAGE_TAMPERED, PACKAGE_NEWER, FILE_EMPTY or FILE_TOO_LARGE.
 */
export function openPackage(bytes: Uint8Array): OpenedPackage {
  if (bytes.length === 0) throw new DomainError('FILE_EMPTY');
  if (bytes.length > maximumBytes) throw new DomainError('FILE_TOO_LARGE');
  const { 'manifest.json': manifestBytes, 'manifest.sig': signature, ...parts } = unpack(bytes);
  if (manifestBytes === undefined) throw new DomainError('PACKAGE_DAMAGED', '缺少清单');
  if (signature === undefined) throw new DomainError('PACKAGE_DAMAGED', '缺少签名');
  const manifest = readManifest(manifestBytes);
  if (signature.length !== 64 || !verifyBytes(manifestBytes, signature, manifest.sender.publicKey)) {
    throw new DomainError('PACKAGE_TAMPERED', '清单与签名不符');
  }
  for (const { path, size, sha256 } of manifest.parts) {
    const part = parts[path];
    if (part === undefined) throw new DomainError('PACKAGE_DAMAGED', `缺少 ${path}`);
    if (part.length !== size || createHash('sha256').update(part).digest('hex') !== sha256) {
      throw new DomainError('PACKAGE_TAMPERED', `${path} 的内容变了`);
    }
  }
  const extra = Object.keys(parts).find((path) => !manifest.parts.some((part) => part.path === path));
  if (extra !== undefined) throw new DomainError('PACKAGE_UNSAFE', `多出 ${extra}`);
  return { manifest, parts };
}
