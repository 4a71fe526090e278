/** Crockford's base 32: no I, L, O, U, so that nothing read off a wall is mistaken for 1 or 0. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The first 60 bits of a SHA-256 (hexadecimal) as twelve characters in groups of four: 7K2M-Q0XD-9FHT. */
export function verificationCode(sha256: string): string {
  if (!/^[0-9a-f]{64}$/u.test(sha256)) throw new RangeError('Not a SHA-256 in hexadecimal');
  const bits = BigInt(`0x${sha256.slice(0, 15)}`);
  let code = '';
  for (let shift = 55n; shift >= 0n; shift -= 5n) code += alphabet[Number((bits >> shift) & 31n)];
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}

/** Brings what a person typed into the printed form; undefined when it cannot be a code. */
export function readVerificationCode(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-—–_.·]/gu, '')
    .replace(/O/gu, '0')
    .replace(/[IL]/gu, '1');
  if (plain.length !== 12 || [...plain].some((character) => !alphabet.includes(character))) return undefined;
  return `${plain.slice(0, 4)}-${plain.slice(4, 8)}-${plain.slice(8)}`;
}
