/** What the first bytes of a file say that it is, whatever its name claims. */
export type FileKind = 'zip' | 'ole' | 'rtf' | 'pdf' | 'html' | 'xml' | 'image' | 'archive' | 'text';

function startsWith(bytes: Uint8Array, signature: readonly number[], at = 0): boolean {
  return signature.every((byte, index) => bytes[at + index] === byte);
}

const signatures: [FileKind, readonly number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b]],
];

/** Recognises a file by its first bytes. */
export function fileKindOf(bytes: Uint8Array): FileKind {
  for (const [kind, signature] of signatures) if (startsWith(bytes, signature)) return kind;
  const isBitmap = startsWith(bytes, [0x42, 0x4d]) && startsWith(bytes, [0, 0, 0, 0], 6);
  if (isBitmap) return 'image';
  if (startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes, [0x57, 0x45, 0x42, 0x50], 8)) return 'image';
  // PDF readers look for the mark in the first kilobyte, since mail programs and web servers put lines before it.
  if (Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return 'pdf';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).trimStart().toLowerCase();
  const isXml = /^(?:\xef\xbb\xbf)?\s*<\?xml\b/u.test(head);
  if (isXml) return /<(?:!doctype\s+)?html\b/u.test(head) ? 'html' : 'xml';
  if (/^(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html|<head|<body|<meta|<table|<div|<p[\s>])/u.test(head)) return 'html';
  return 'text';
}
