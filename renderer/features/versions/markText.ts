import { conclusionNames } from '#contract/names.ts';
import type { VersionMark } from '#contract/versions.ts';
import { shortDate } from '#renderer/text/dates.ts';

/** 11月5日第 1 轮送审，司法所: what became of a version, in a few words. */
export function markText(mark: VersionMark, today: string): string {
  const on = shortDate(mark.at, today);
  const behind = (words: string) => (words === '' ? '' : `，${words}`);
  switch (mark.kind) {
    case 'submission':
      return `${on}第 ${mark.round} 轮送审${behind(mark.office)}`;
    case 'opinion':
      return `${on}审查意见：${conclusionNames[mark.conclusion]}${mark.isPaper ? '，纸质' : ''}`;
    case 'vote':
      return `${on}表决${mark.passed ? '通过' : '没有通过'}`;
    case 'filing':
      return `${on}备案${behind(mark.filingNumber)}`;
    case 'publication':
      return `${on}公布${behind(mark.place)}`;
    case 'registration':
      return `${on}登记为已施行的文本`;
  }
}
