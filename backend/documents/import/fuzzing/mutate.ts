/** A number from 0 up to, not including, `limit`. */
export type Random = (limit: number) => number;

/** A repeatable sequence (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * limit);
  };
}

type Mutation = (bytes: Buffer, random: Random, other: Uint8Array) => Buffer;

/** What readers trip over: marks of their formats, numbers at the edge of their types, characters that are none. */
const morsels = [
  '<', '>', '</', '<!--', '-->', '<![CDATA[', ']]>', '&#x0;', '&#99999999;', '<!DOCTYPE a [<!ENTITY b "c">]>', '<w:p>', '</w:p>', '<w:tbl><w:tr><w:tc>', '<table><tr><td>', '<ol start=-5 reversed><li>',
  '{', '}', '\\', "\\'", '\\u-1 ', '\\bin99999 ', '{\\*\\shpinst{\\shptxt ', '\\cell\\row ', '\\uc9999 ', '0', '-1', '65535', '4294967295', '1e308', '\0', '\ufeff', '\ufdd0r0\ufdd1', '\ud800',
  'endstream', 'endobj', '<< /Length 1 >>', '[', ']', '/Filter /FlateDecode', '1 0 R', '第一条', '\r', '\n\n', '\t', '　',
].map((text) => Buffer.from(text));

function stretch(bytes: Buffer, random: Random, longest = 2_000): [from: number, to: number] {
  const from = random(bytes.length + 1);
  return [from, Math.min(bytes.length, from + 1 + random(random(4) === 0 ? longest : 40))];
}

const mutations: Mutation[] = [
  (bytes, random) => {
    for (let count = 1 + random(12); count > 0 && bytes.length > 0; count -= 1) bytes[random(bytes.length)] = random(256);
    return bytes;
  },
  (bytes, random) => {
    for (let count = 1 + random(6); count > 0 && bytes.length > 0; count -= 1) {
      const at = random(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
    }
    return bytes;
  },
  (bytes, random) => {
    const [from, to] = stretch(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  (bytes, random) => bytes.subarray(0, random(bytes.length + 1)),
  (bytes, random) => {
    const [from, to] = stretch(bytes, random);
    return Buffer.concat([bytes.subarray(0, to), ...Array.from({ length: 1 + random(random(3) === 0 ? 400 : 4) }, () => bytes.subarray(from, to)), bytes.subarray(to)]);
  },
  (bytes, random) => {
    const [a, b, c, d] = [random(bytes.length + 1), random(bytes.length + 1), random(bytes.length + 1), random(bytes.length + 1)].sort((x, y) => x - y);
    return Buffer.concat([bytes.subarray(0, a), bytes.subarray(c, d), bytes.subarray(b, c), bytes.subarray(a, b), bytes.subarray(d)]);
  },
  (bytes, random) => {
    const at = random(bytes.length + 1);
    const morsel = morsels[random(morsels.length)] ?? Buffer.alloc(0);
    return Buffer.concat([bytes.subarray(0, at), ...Array.from({ length: 1 + random(random(4) === 0 ? 3_000 : 2) }, () => morsel), bytes.subarray(at)]);
  },
  (bytes, random) => {
    const from = random(bytes.length + 1);
    const digits = /\d+/u.exec(bytes.subarray(from, from + 2_000).toString('latin1'));
    if (digits === null) return bytes;
    const number = ['0', '-1', '9', '255', '65536', '2147483647', '99999999999999999999'][random(7)] ?? '0';
    return Buffer.concat([bytes.subarray(0, from + digits.index), Buffer.from(number), bytes.subarray(from + digits.index + digits[0].length)]);
  },
  (bytes, random, other) => {
    const from = random(other.length + 1);
    const at = random(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), other.subarray(from, from + 1 + random(3_000)), bytes.subarray(at)]);
  },
];

const longest = 2 * 1024 * 1024;

/** A sound file with one to four things done to it: bytes flipped, parts cut, doubled, swapped, overwritten or taken from `other`. */
export function mutate(sound: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  let bytes = Buffer.from(sound);
  for (let count = 1 + random(4); count > 0; count -= 1) {
    const mutation = mutations[random(mutations.length)];
    if (mutation !== undefined) bytes = Buffer.from(mutation(bytes, random, other).subarray(0, longest));
  }
  return new Uint8Array(bytes);
}
