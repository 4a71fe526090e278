import { textEncodings, type TextEncoding } from '#contract/imports.ts';

/** What a page says about its own encoding in its first kilobytes; undefined where it says nothing or names one that is not read. */
export function declaredEncoding(bytes: Uint8Array): TextEncoding | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return encodingNamed(/<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w.:-]{2,20})/iu.exec(head)?.[1]);
}

/** The encoding that a label of the web or of mail means; undefined for one that is not read. */
export function encodingNamed(given: string | undefined): TextEncoding | undefined {
  const label = given?.toLowerCase();
  if (label === undefined) return undefined;
  const name = /^(?:gb2312|gbk|gb18030|x-gbk|cp936|ms936)$/u.test(label) ? 'gb18030' : label === 'utf8' ? 'utf-8' : label;
  return textEncodings.find((encoding) => encoding === name && !name.startsWith('utf-16'));
}
