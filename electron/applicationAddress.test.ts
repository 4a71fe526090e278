import { describe, expect, it } from 'vitest';
import { isApplicationAddress } from '#electron/applicationAddress.ts';

describe('isApplicationAddress', () => {
  it.each([
    ['xiangyue-app://app/', true],
    ['xiangyue-app://app/index.html#/conventions', true],
    ['xiangyue-app://app.evil/', false],
    ['xiangyue-app://app@evil/', false],
    ['xiangyue-app://app:80/', false],
    ['xiangyue-app://start/failure', false],
    ['xiangyue-app2://app/', false],
    ['https://app/', false],
    ['file:///app/', false],
    ['about:blank', false],
    ['', false],
  ])('%s is %s', (address, expected) => {
    expect(isApplicationAddress(address)).toBe(expected);
  });
});
