import type { OfferedReading } from '#core/document/parsing/offerReadings.ts';

type Family = NonNullable<OfferedReading['article']>;

/** How the numbers of a family look on paper. */
const familyLooks: Record<Family, string> = {
  chapterWord: '第一章、第二章',
  sectionWord: '第一节、第二节',
  articleWord: '第一条、第二条',
  ordinal: '第一、第二',
  chinese: '一、二、',
  parenthesizedChinese: '（一）（二）',
  arabic: '1. 2.',
  decimal: '1.1、1.2',
  parenthesizedArabic: '（1）（2）',
  circled: '①②',
  ownChinese: '甲、乙、',
  ownArabic: 'A. B.',
  bullet: '●',
  innerBullet: '▪',
};

/** 12 条（按 1. 2. 分条，一、二、 作标题） */
export function readingName({ articles, article, headings }: OfferedReading): string {
  const ways = [article === undefined ? '一段算一条' : `按 ${familyLooks[article]} 分条`];
  if (headings.length > 0) ways.push(`${headings.map((family) => familyLooks[family]).join(' 和 ')} 作标题`);
  return `${articles} 条（${ways.join('，')}）`;
}
