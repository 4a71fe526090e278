import { describe, expect, it } from 'vitest';
import type { VersionMark } from '#contract/versions.ts';
import type { ChangeMeasure } from '#core/comparison/measureChanges.ts';
import { markText } from '#renderer/features/versions/markText.ts';
import { measureText } from '#renderer/features/versions/measureText.ts';

const nothing: ChangeMeasure = { inserted: 0, deleted: 0, edited: 0, moved: 0, split: 0, merged: 0, parts: 0, charactersAdded: 0, charactersRemoved: 0 };

describe('how much a version changed, in words', () => {
  it.each<[Partial<ChangeMeasure>, string]>([
    [{}, '文字一样'],
    [{ inserted: 1, edited: 3, charactersAdded: 1_200, charactersRemoved: 80 }, '新增 1 条，修改 3 条；加 1,200 字，减 80 字'],
    [{ moved: 2 }, '移动 2 条'],
    [{ split: 1, merged: 1, parts: 2, charactersAdded: 4 }, '拆分 1 条，合并 1 条，条文以外 2 处；加 4 字'],
    [{ deleted: 1, charactersRemoved: 21 }, '删去 1 条；减 21 字'],
  ])('%j', (measure, expected) => {
    expect(measureText({ ...nothing, ...measure })).toBe(expected);
  });
});

describe('what became of a version, in words', () => {
  it.each<[VersionMark, string]>([
    [{ kind: 'submission', at: '2026-11-05T04:00:00.000Z', round: 1, office: '枫林镇司法所' }, '11月5日第 1 轮送审，枫林镇司法所'],
    [{ kind: 'opinion', at: '2026-11-09', conclusion: 'lawful', isPaper: false }, '11月9日审查意见：合法'],
    [{ kind: 'opinion', at: '2025-11-09', conclusion: 'mustChange', isPaper: true }, '2025年11月9日审查意见：应当修改，纸质'],
    [{ kind: 'vote', at: '2026-11-15', passed: true }, '11月15日表决通过'],
    [{ kind: 'vote', at: '2026-11-15', passed: false }, '11月15日表决没有通过'],
    [{ kind: 'filing', at: '2026-11-18', filingNumber: '枫备〔2026〕3号' }, '11月18日备案，枫备〔2026〕3号'],
    [{ kind: 'publication', at: '2026-11-20', place: '' }, '11月20日公布'],
    [{ kind: 'registration', at: '2026-11-20T04:00:00.000Z' }, '11月20日登记为已施行的文本'],
  ])('%j', (mark, expected) => {
    expect(markText(mark, '2026-11-25')).toBe(expected);
  });
});
