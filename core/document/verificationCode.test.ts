import { describe, expect, it } from 'vitest';
import { readVerificationCode, verificationCode } from '#core/document/verificationCode.ts';

describe('the verification code on a print', () => {
  it.each([
    ['0'.repeat(64), '0000-0000-0000'],
    ['f'.repeat(64), 'ZZZZ-ZZZZ-ZZZZ'],
    // SHA-256 of the empty text: e3b0c44298fc1c1… in groups of five bits.
    ['e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'WERC-8GMR-ZGE1'],
  ])('of %s is %s', (sha256, code) => {
    expect(verificationCode(sha256)).toBe(code);
  });

  it('depends on the first 60 bits and on nothing after them', () => {
    expect(verificationCode(`${'0'.repeat(15)}${'f'.repeat(49)}`)).toBe('0000-0000-0000');
    expect(verificationCode(`${'0'.repeat(14)}1${'0'.repeat(49)}`)).toBe('0000-0000-0001');
  });

  it.each(['', 'abc', 'G'.repeat(64), 'E3'.repeat(32)])('is refused for what is no SHA-256: %s', (sha256) => {
    expect(() => verificationCode(sha256)).toThrow(RangeError);
  });
});

describe('reading a code that a person typed', () => {
  it.each([
    ['WERC-8GMR-ZGE1', 'WERC-8GMR-ZGE1'],
    ['werc8gmrzge1', 'WERC-8GMR-ZGE1'],
    [' werc 8gmr—zge1 ', 'WERC-8GMR-ZGE1'],
    ['ｗｅｒｃ－８ｇｍｒ－ｚｇｅ１', 'WERC-8GMR-ZGE1'],
    ['oooo-iiii-llll', '0000-1111-1111'],
    ['WERC·8GMR·ZGE1', 'WERC-8GMR-ZGE1'],
  ])('%s', (typed, code) => {
    expect(readVerificationCode(typed)).toBe(code);
  });

  it.each(['', 'WERC-8GMR-ZGE', 'WERC-8GMR-ZGE12', 'WERC-8GMR-ZGEU', '村规民约村规民约村规民约', 'WERC/8GMR/ZGE1'])(
    'knows that %s is none',
    (typed) => {
      expect(readVerificationCode(typed)).toBeUndefined();
    },
  );
});
