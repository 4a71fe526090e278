import { describe, expect, it } from 'vitest';
import { safeFileName } from '#electron/main/safeFileName.ts';

describe('safeFileName', () => {
  it.each([
    ['新玉峰村村规民约.pdf', '新玉峰村村规民约.pdf'],
    ['关于“红白喜事”的约定?.docx', '关于“红白喜事”的约定.docx'],
    ['../../etc/passwd', 'etc passwd'],
    ['a/b\\c:d.txt', 'a b c d.txt'],
    ['第一行\n第二行.pdf', '第一行 第二行.pdf'],
    ['CON.pdf', '_CON.pdf'],
    ['第3.5版 说明', '第3.5版 说明'],
    ['', '未命名'],
    ['...', '未命名'],
  ])('%j becomes %j', (name, expected) => {
    expect(safeFileName(name)).toBe(expected);
  });

  it('keeps a very long title within what Windows takes, with its ending', () => {
    const name = safeFileName(`${'约'.repeat(500)}.pdf`);
    expect(name).toBe(`${'约'.repeat(120)}.pdf`);
  });
});
