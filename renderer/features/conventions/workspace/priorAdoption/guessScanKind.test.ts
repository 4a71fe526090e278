import { describe, expect, it } from 'vitest';
import { guessScanKind } from '#renderer/features/conventions/workspace/priorAdoption/guessScanKind.ts';

describe('guessScanKind', () => {
  it.each([
    ['2019年村民会议表决记录.pdf', 'voteRecord'],
    ['签到表.jpg', 'voteRecord'],
    ['备案回执.pdf', 'filingReceipt'],
    ['公开栏照片.jpg', 'publicationPhoto'],
    ['合法性审查意见.pdf', 'reviewOpinion'],
    ['IMG_20190315.JPG', 'publicationPhoto'],
    ['扫描件.pdf', 'voteRecord'],
  ] as const)('takes %s for %s', (name, kind) => {
    expect(guessScanKind(name)).toBe(kind);
  });
});
