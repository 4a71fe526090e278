import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contentHash } from '#core/document/contentHash.ts';
import { exportMarkdown } from '#backend/documents/export/exportMarkdown.ts';
import { exportText } from '#backend/documents/export/exportText.ts';
import { samplePrints } from '#backend/documents/export/samplePrints.ts';

const { document } = samplePrints.convention;

describe('exportText', () => {
  it('is the text whose SHA-256 is the content hash', () => {
    expect(createHash('sha256').update(exportText(document)).digest('hex')).toBe(contentHash(document).sha256);
  });
});

describe('exportMarkdown', () => {
  const lines = new TextDecoder().decode(exportMarkdown(document)).split('\n\n');

  it('marks title, chapters and annexes as headings and prints numbers as text', () => {
    expect(lines[0]).toBe('# 新玉峰村村规民约');
    expect(lines).toContain('## 第一章　总则');
    expect(lines).toContain('第二条　邻里关系');
    expect(lines).toContain('（一）婚事倡导低彩礼、零彩礼，不铺张浪费，不相互攀比，每桌菜品以够吃为宜；');
    expect(lines).toContain('1\\.提前3日上门商议办理方案；');
    expect(lines.at(-1)).toBe('| 序号 | 事项 | 说明 |\n| --- | --- | --- |\n| 1 | 婚事 | 提供场地和桌椅，协助安排车辆 |\n| 2 | 丧事 |  |\n');
  });

  it.each([
    ['*重点*', '\\*重点\\*'],
    ['# 井号', '\\# 井号'],
    ['- 短横', '\\- 短横'],
    ['一<b>二', '一\\<b\\>二'],
  ])('does not let the text %s become markup', (text, expected) => {
    const changed = {
      ...document,
      content: [document.content[0] ?? { type: 'title' as const }, { type: 'verse' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] }],
    };
    expect(new TextDecoder().decode(exportMarkdown(changed)).split('\n\n')[1]?.trimEnd()).toBe(expected);
  });
});
