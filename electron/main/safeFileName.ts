const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;
const maximalLength = 120;

/** A name that every file system takes, with its ending kept: titles of documents may hold quotes, slashes or line breaks. */
export function safeFileName(name: string): string {
  const plain = name
    .replace(/[\p{Cc}\\/:*?"<>|]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const ending = /\.[a-z0-9]{1,12}$/iu.exec(plain)?.[0] ?? '';
  const stem = Array.from(plain.slice(0, plain.length - ending.length))
    .slice(0, maximalLength)
    .join('')
    .replace(/^[. ]+|[. ]+$/gu, '');
  const safe = stem === '' ? '未命名' : stem;
  return `${reserved.test(safe) ? '_' : ''}${safe}${ending}`;
}
