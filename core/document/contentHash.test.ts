import { describe, expect, it } from 'vitest';
import { contentHash } from '#core/document/contentHash.ts';
import { article, conventionDocument } from '#core/document/documentBuilders.ts';
import { fullDocument, verseDocument } from '#core/document/goldenDocuments.ts';
import { verificationCode } from '#core/document/verificationCode.ts';

describe('the content hash', () => {
  // Golden values from sha256sum (GNU coreutils) over the texts in goldenDocuments.ts; printed notices depend on them.
  it.each([
    ['a document with every kind of part', fullDocument, 'a3f529a1e9c73ce3fb50214d28ea98e6b166977ec481088ada21e16ce0453d10'],
    ['a rhyme', verseDocument, '0ff8c0e46cab8306482ad7fb9be9185b824b02a65ae422cd19db775597737548'],
  ])('of %s is what anyone computes from the exported text', (_name, document, sha256) => {
    expect(contentHash(document)).toEqual({ format: 1, sha256 });
  });

  it('leads to the printed code', () => {
    expect(verificationCode(contentHash(fullDocument).sha256)).toBe('MFTJ-K8F9-RWYE');
  });

  it('changes with one character', () => {
    const before = contentHash(conventionDocument('约', [article('a', '公示三日。')]));
    const after = contentHash(conventionDocument('约', [article('a', '公示五日。')]));
    expect(after.sha256).not.toBe(before.sha256);
  });
});
