/** Characters that stay apart when read aloud; 20 of them hold 100 random bits. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A random id. A page in the office LAN is no secure context and has getRandomValues only. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(20))].map((byte) => alphabet[byte & 31] ?? 'a').join('');
}
