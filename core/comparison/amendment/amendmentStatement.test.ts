import { describe, expect, it } from 'vitest';
import { amendmentStatement, type StatementFacts } from '#core/comparison/amendment/amendmentStatement.ts';
import { compareDocuments } from '#core/comparison/compareDocuments.ts';
import { article, chapter, conventionDocument, paragraph } from '#core/document/documentBuilders.ts';

const facts: StatementFacts = {
  title: '溪口村村规民约',
  oldName: '第 1 版（2019年3月5日）',
  newName: '第 2 版（2026年11月25日）',
  occasion: '',
  reasons: [],
  comments: { received: 0, adopted: 0, partlyAdopted: 0, notAdopted: 0 },
  annotations: undefined,
  partNames: { title: '标题', subtitle: '副标题', preamble: '序言', heading: '章节标题', lead: '章首语', verse: '顺口溜', closing: '落款', annex: '附件' },
};

const old = conventionDocument('溪口村村规民约', [
  chapter('c1', '环境卫生', article('a1', '乱倒垃圾的，罚款五十元。'), article('a2', '外来户缴纳入户费二千元。')),
  chapter('c2', '邻里关系', article('a3', '邻里和睦相处，守望相助。')),
  { type: 'closing', content: [paragraph('溪口村村民委员会')] },
]);
const now = conventionDocument('溪口村村规民约', [
  chapter('c1', '人居环境', article('a1', '乱倒垃圾的，批评教育。')),
  chapter('c2', '邻里关系', article('a3', '邻里和睦相处，守望相助。'), article('a4', '党员带头遵守本公约。')),
  { type: 'closing', content: [paragraph('溪口村村民会议')] },
]);
const written = (change: Partial<StatementFacts> = {}) => amendmentStatement(compareDocuments(old, now), { ...facts, ...change }).split('\n');

describe('the statement of an amendment', () => {
  it('tells the counts and, chapter by chapter, what was changed', () => {
    expect(written().slice(3, 7)).toEqual([
      '修订前共 3 条，修订后共 3 条。条文修改 1 处，新增 1 处，删去 1 处，未作改动 1 条。章节标题、落款也作了修改。',
      '（一）第一章 人居环境。章节标题由“环境卫生”改为“人居环境”。修改第一条。删去原第二条。',
      '（二）第二章 邻里关系。新增第三条。',
      '（三）落款。修改落款。',
    ]);
  });

  it('gives the reasons with their basis, numbered where there are several', () => {
    const reason = { kind: 'drafter' as const, sourceId: '', origin: '' };
    const one = [{ ...reason, place: 'a1', reason: '村里没有罚款权。', basis: '《行政处罚法》第十七条' }];
    expect(written({ reasons: one })[4]).toContain('修改第一条，理由是村里没有罚款权，依据是《行政处罚法》第十七条。删去原第二条。');
    const two = [...one, { ...reason, place: 'a1', reason: '村民有意见\n罚得不公', basis: '' }];
    expect(written({ reasons: two })[4]).toContain('修改第一条，理由：一是村里没有罚款权，依据是《行政处罚法》第十七条；二是村民有意见罚得不公。');
  });

  it('names as grounds only what is on record', () => {
    expect(written()[1]).toBe('对《溪口村村规民约》第 1 版（2019年3月5日）作了修订，形成第 2 版（2026年11月25日）。');
    const reasons = (['comment', 'finding'] as const).map((kind) => ({ kind, sourceId: 's', place: 'a1', reason: '罚得太重', basis: '', origin: '群众意见第 1 号' }));
    expect(written({ reasons, occasion: '换届后修订。' })[1]).toBe(
      '根据合法性预审情况和群众意见，对《溪口村村规民约》第 1 版（2019年3月5日）作了修订，形成第 2 版（2026年11月25日）。本次修订的缘由：换届后修订。',
    );
  });

  it.each([
    { what: 'nothing on record', change: {}, says: ['这次修订没有登记群众意见。', '这次修订没有收到带批注的审查意见。'] },
    {
      what: 'comments and annotations, answered and not',
      change: { comments: { received: 4, adopted: 2, partlyAdopted: 0, notAdopted: 1 }, annotations: { office: '云溪司法所', total: 3, accepted: 2, partly: 0, declined: 0 } },
      says: ['共收到群众意见 4 条，采纳 2 条，不采纳 1 条，还没有答复 1 条。', '云溪司法所提出审查批注 3 条，已修改 2 条，还没有答复 1 条。'],
    },
  ])('says what became of what was said: $what', ({ change, says }) => {
    const lines = written(change);
    expect([lines[lines.indexOf('三、群众意见的采纳情况') + 1], lines.at(-1)]).toEqual(says);
  });

  it('says of two equal texts that nothing changed', () => {
    const lines = amendmentStatement(compareDocuments(old, old), facts).split('\n');
    expect(lines[3]).toBe('修订前共 3 条，修订后共 3 条。条文的文字没有改动。');
    expect(lines[4]).toBe('三、群众意见的采纳情况');
  });
});
