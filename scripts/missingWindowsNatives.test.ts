import { describe, expect, it } from 'vitest';
import { missingWindowsNatives } from '#scripts/missingWindowsNatives.ts';

describe('missingWindowsNatives', () => {
  it('names each package whose Windows binary is not installed', () => {
    expect(missingWindowsNatives(() => false)).toEqual([
      'better-sqlite3',
      '@myriaddreamin/typst-ts-node-compiler-win32-x64-msvc',
    ]);
  });

  it('is empty where every binary is installed', () => {
    expect(missingWindowsNatives(() => true)).toEqual([]);
  });
});
