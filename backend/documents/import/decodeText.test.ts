import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '#backend/documents/import/decodeText.ts';
import { textEncodings, type TextEncoding } from '#contract/imports.ts';
import { DomainError } from '#core/errors.ts';

const simplified = '青山村村规民约\n第一条 村民应当爱护公物，不得损坏。\n第二条 村民应当讲究卫生。\n';
const traditional = '青山村村規民約\n第一條 村民應當愛護公物，不得損壞。\n第二條 村民應當講究衛生，人人有責。\n';

function bytesOf(text: string, encoding: TextEncoding): Uint8Array {
  return new Uint8Array(iconv.encode(text, encoding));
}

function failure(bytes: Uint8Array, wanted?: TextEncoding): string {
  try {
    decodeText(bytes, wanted);
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'none';
}

describe('the encoding of a text', () => {
  it.each(textEncodings)('is found without a mark: %s', (encoding) => {
    const source = encoding === 'big5' ? traditional : simplified;
    expect(decodeText(bytesOf(source, encoding))).toEqual({ text: source, encoding, candidates: [], unreadable: 0 });
  });

  it('is found for a line in UTF-16 that has no zero byte', () => {
    expect(decodeText(bytesOf('村民应当爱护公物，不得损坏。', 'utf-16le'))).toMatchObject({ encoding: 'utf-16le', candidates: [] });
  });

  it('is no question for plain ASCII and four-byte characters', () => {
    expect(decodeText(bytesOf('Village rules\n1. No littering.', 'utf-8'))).toMatchObject({ encoding: 'utf-8', candidates: [] });
    expect(decodeText(bytesOf('𠮷家村村规民约，村民的约定。', 'gb18030'))).toMatchObject({ encoding: 'gb18030', text: '𠮷家村村规民约，村民的约定。' });
  });

  it('is asked for where two fit, with a sample of each', () => {
    const source = 'A\n红白喜事从简';
    const { encoding, candidates, text } = decodeText(bytesOf(source, 'gb18030'));
    expect({ encoding, text }).toEqual({ encoding: 'gb18030', text: source });
    expect(candidates).toEqual([
      { name: 'gb18030', sample: '红白喜事从简', chosen: true },
      { name: 'big5', sample: '綻啞炰岈植潠', chosen: false },
    ]);
    const other = decodeText(bytesOf(source, 'gb18030'), 'big5');
    expect(other).toMatchObject({ encoding: 'big5', text: 'A\n綻啞炰岈植潠' });
    expect(other.candidates.map(({ name, chosen }) => [name, chosen])).toEqual([['gb18030', false], ['big5', true]]);
  });

  it('may be chosen even when another is more likely, but not against the bytes', () => {
    expect(decodeText(bytesOf(simplified, 'gb18030'), 'gb18030').text).toBe(simplified);
    expect(failure(bytesOf(simplified, 'gb18030'), 'utf-8')).toBe('FILE_ENCODING_UNKNOWN');
    expect(failure(Uint8Array.from([0xff, 0xfe, 0x51]), 'utf-16le')).toBe('FILE_ENCODING_UNKNOWN');
  });

  it('is what the file declares, unless its bytes say otherwise', () => {
    const bytes = bytesOf('红白喜事从简', 'gb18030');
    expect(decodeText(bytes, undefined, 'gb18030')).toMatchObject({ encoding: 'gb18030', candidates: [] });
    expect(decodeText(bytesOf(simplified, 'gb18030'), undefined, 'utf-8')).toMatchObject({ encoding: 'gb18030', text: simplified });
  });

  it('is found although a byte is spoilt, and the spoilt places are counted', () => {
    const bytes = bytesOf(simplified, 'utf-8');
    bytes[30] = 0xff;
    expect(decodeText(bytes)).toMatchObject({ encoding: 'utf-8', candidates: [] });
    expect(decodeText(bytes).unreadable).toBeGreaterThan(0);
    expect(decodeText(bytesOf(simplified, 'gb18030').slice(0, -4))).toMatchObject({ encoding: 'gb18030' });
  });

  it('leaves the end mark of DOS out', () => {
    expect(decodeText(Uint8Array.from([...bytesOf(simplified, 'gb18030'), 0x1a])).text).toBe(simplified);
  });

  it('is unknown for what is no text', () => {
    expect(failure(Uint8Array.from([0x80, 0xff, 0xff, 0x81, 0x20, 0xff]))).toBe('FILE_ENCODING_UNKNOWN');
    expect(failure(Uint8Array.from(Array.from({ length: 400 }, (_, index) => (index * 37) % 256)))).toBe('FILE_ENCODING_UNKNOWN');
  });
});
