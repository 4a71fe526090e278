import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';

// The fixed DER prefixes of an Ed25519 key (RFC 8410); the 32 bytes of the key follow.
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');

export type SigningKey = { publicKey: string; privateKey: string };

/** A new Ed25519 key pair (RFC 8032): the public key as 32 bytes in hexadecimal, the private key as PKCS #8 in base64. */
export function createSigningKey(): SigningKey {
  const pair = generateKeyPairSync('ed25519');
  return {
    publicKey: pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(publicPrefix.length).toString('hex'),
    privateKey: pair.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  };
}

/** The signature (64 bytes) of a message. */
export function signBytes(message: Uint8Array, privateKey: string): Uint8Array {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' });
  return sign(null, message, key);
}

/** Whether the signature belongs to this message and this public key (hexadecimal). */
export function verifyBytes(message: Uint8Array, signature: Uint8Array, publicKey: string): boolean {
  const der = Buffer.concat([publicPrefix, Buffer.from(publicKey, 'hex')]);
  return verify(null, message, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature);
}

/** The short form of a public key that two people compare over the telephone: 20 decimal digits in groups of five. */
export function fingerprint(publicKey: string): string {
  const digest = createHash('sha256').update(Buffer.from(publicKey, 'hex')).digest();
  const digits = (digest.readBigUInt64BE(0) % 10n ** 10n).toString().padStart(10, '0');
  const more = (digest.readBigUInt64BE(8) % 10n ** 10n).toString().padStart(10, '0');
  return `${digits}${more}`.replace(/(\d{5})(?=\d)/gu, '$1 ');
}
