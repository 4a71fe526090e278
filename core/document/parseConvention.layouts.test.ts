import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleText } from '#core/document/articleText.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import { itemLabel, numberDocument } from '#core/document/numberDocument.ts';
import { parseConvention } from '#core/document/parseConvention.ts';
import { chineseNumeral } from '#core/text/chineseNumeral.ts';
import type { ItemMarker } from '#core/document/document.ts';

/** Clauses in the manner of real conventions, with the numbers and mentions that mislead a reader of lines. */
const clauses = [
  '村民应当遵守宪法、法律、法规和国家的政策，自觉履行公民义务。',
  '不参与赌博、吸毒、封建迷信和邪教活动。',
  '邻里之间互谅互让，遇有纠纷先由村民小组调解，调解不成的再由村人民调解委员会调解。',
  '红事、白事从简办理，酒席不超过15桌，每桌不超过400元。',
  '每月1日、15日为清洁日，每户派一人参加村庄清洁行动。',
  '一户只能有一处宅基地，建房应当先申请、后动工，不得占用耕地。',
  '二组、三组的灌溉用水由水管员统一调度；四组以上的自行协商。',
  '子女应当赡养父母，保障老人的衣食住行，每月至少探望2次',
  '爱护村内道路、水渠、路灯等公共设施，损坏的照价赔偿。',
  '按照《中华人民共和国森林法》第三十条的规定保护林木，野外不得用火。',
  '村民代表由村民推选产生，5户至15户推选一人，任期与村民委员会相同。',
  '提倡男女平等、婚姻自由，反对借婚姻索取财物；彩礼不超过3.5万元。',
  '养犬应当办理免疫，出门牵绳，伤人的依法承担责任。',
  '十八周岁以上的村民有选举权和被选举权，但是依法被剥夺政治权利的人除外。',
  '垃圾分类投放，建筑垃圾自行清运，不得倒入河道、沟渠。',
  '对热心公益、见义勇为的家庭，由村民会议评议后给予表扬。',
  '违反约定的，由村民委员会批评教育；造成损失的，依法赔偿。',
  '第一、第二村民小组的山场由护林员巡查，其他小组自行看护。',
];
/** Words above a list: sentences and topics, as they stand beside rules without lists. */
const leads = ['村民应当做到下列各项：', '有下列行为之一的，由村民委员会批评教育：', '村民饲养犬只的：', '环境卫生方面，村民应当：', '公共卫生：', '红白喜事：'];
const itemTexts = ['不打架斗殴', '不乱倒垃圾', '不占用耕地建房', '不在河道内电鱼、毒鱼', '不散布谣言'];
const topics = ['总则', '社会治安', '村风民俗', '环境卫生', '邻里关系', '婚姻家庭', '附则'];

type LabelStyle = 'articleChinese' | 'articleArabic' | 'chinese' | 'arabicDot' | 'arabicComma' | 'parenthesizedChinese' | 'parenthesizedArabic';
type HeadingStyle = 'chapterWord' | 'chinese' | 'parenthesizedChinese' | 'bare' | 'bracket';

function articleLabel(number: number, style: LabelStyle, gap: string): string {
  switch (style) {
    case 'articleChinese':
      return `第${chineseNumeral(number)}条${gap}`;
    case 'articleArabic':
      return `第${number}条${gap}`;
    case 'chinese':
      return `${chineseNumeral(number)}、`;
    case 'arabicDot':
      return `${number}.`;
    case 'arabicComma':
      return `${number}、`;
    case 'parenthesizedChinese':
      return `（${chineseNumeral(number)}）`;
    case 'parenthesizedArabic':
      return `(${number})`;
  }
}

function headingLine(number: number, topic: string, style: HeadingStyle): string {
  switch (style) {
    case 'chapterWord':
      return `第${chineseNumeral(number)}章　${topic}`;
    case 'chinese':
      return `${chineseNumeral(number)}、${topic}`;
    case 'parenthesizedChinese':
      return `（${chineseNumeral(number)}）${topic}`;
    case 'bracket':
      return `【${topic}】`;
    case 'bare':
      return topic;
  }
}

/** Headings and articles must not look alike, and （一） stands below 一、. */
const outer: Record<LabelStyle, HeadingStyle[]> = {
  articleChinese: ['chapterWord', 'chinese', 'bare', 'bracket'],
  articleArabic: ['chapterWord', 'chinese', 'bare', 'bracket'],
  chinese: ['chapterWord', 'bare', 'bracket'],
  arabicDot: ['chapterWord', 'chinese', 'parenthesizedChinese', 'bare', 'bracket'],
  arabicComma: ['chapterWord', 'chinese', 'parenthesizedChinese', 'bare', 'bracket'],
  parenthesizedChinese: ['chapterWord', 'chinese'],
  parenthesizedArabic: ['chapterWord', 'chinese', 'parenthesizedChinese'],
};
const inner: Record<LabelStyle, ItemMarker[]> = {
  articleChinese: ['parenthesizedChinese', 'arabic', 'parenthesizedArabic', 'circled', 'bullet'],
  articleArabic: ['parenthesizedChinese', 'arabicComma', 'parenthesizedArabic', 'circled'],
  chinese: ['parenthesizedChinese', 'arabic', 'parenthesizedArabic', 'circled'],
  arabicDot: ['parenthesizedArabic', 'circled'],
  arabicComma: ['parenthesizedArabic', 'circled'],
  parenthesizedChinese: ['arabic', 'parenthesizedArabic', 'circled'],
  parenthesizedArabic: ['circled'],
};

const styles = Object.keys(outer).filter((style): style is LabelStyle => style in outer);

type Sample = { source: string; texts: string[] };

const sample: fc.Arbitrary<Sample> = fc
  .record({
    style: fc.constantFrom(...styles),
    headingChoice: fc.nat(4),
    itemChoice: fc.nat(4),
    usesChapters: fc.boolean(),
    restarts: fc.boolean(),
    gap: fc.constantFrom('', ' ', '　', '：', '、'),
    order: fc.shuffledSubarray(clauses, { minLength: 4, maxLength: clauses.length }),
    chapters: fc.integer({ min: 2, max: 4 }),
    listAt: fc.array(fc.nat(17), { maxLength: 5 }),
    leadAt: fc.nat(leads.length - 1),
    wrap: fc.option(fc.record({ width: fc.integer({ min: 18, max: 40 }), indents: fc.boolean() }), { nil: undefined }),
    hasSubtitle: fc.boolean(),
    hasPreamble: fc.boolean(),
    hasClosing: fc.boolean(),
    pageEvery: fc.option(fc.integer({ min: 5, max: 9 }), { nil: undefined }),
    lineEnd: fc.constantFrom('\n', '\r\n', '\n\n'),
  })
  .map((layout) => {
    const { style, order } = layout;
    const marker = inner[style][layout.itemChoice % inner[style].length] ?? 'circled';
    const heading = outer[style][layout.headingChoice % outer[style].length] ?? 'chapterWord';
    const blocks: { text: string; isHeading: boolean }[] = [{ text: '清水湾村村规民约', isHeading: true }];
    if (layout.hasSubtitle) blocks.push({ text: '（2021年3月12日村民会议通过）', isHeading: true });
    if (layout.hasPreamble) {
      blocks.push({ text: '为了推进村民自治，维护全村的生产生活秩序，经村民会议讨论，制定本村规民约，请全体村民共同遵守。', isHeading: false });
    }
    const texts: string[] = [];
    const perChapter = Math.ceil(order.length / layout.chapters);
    let number = 0;
    let chapter = 0;
    order.forEach((words, index) => {
      // A last line without a full stop above a topic cannot be told from a line that goes on.
      const clause = layout.wrap === undefined || words.endsWith('。') ? words : `${words}。`;
      if (layout.usesChapters && index % perChapter === 0) {
        chapter += 1;
        if (layout.restarts) number = 0;
        blocks.push({ text: headingLine(chapter, topics[chapter - 1] ?? '其他', heading), isHeading: true });
      }
      number += 1;
      const label = articleLabel(number, style, layout.gap);
      if (layout.listAt.includes(index)) {
        const lead = leads[(layout.leadAt + index) % leads.length] ?? '村民应当：';
        const items = itemTexts.slice(0, 3 + (index % 3)).map((item, at, all) => `${itemLabel(at, marker)}${item}${at === all.length - 1 ? '。' : '；'}`);
        blocks.push({ text: `${label}${lead}`, isHeading: false }, ...items.map((text) => ({ text, isHeading: false })));
        texts.push([lead, ...items].join(''));
      } else {
        blocks.push({ text: `${label}${clause}`, isHeading: false });
        texts.push(clause);
      }
    });
    if (layout.hasClosing) blocks.push({ text: '清水湾村村民委员会', isHeading: true }, { text: '2021年3月12日', isHeading: true });
    const lines = blocks.flatMap(({ text, isHeading }) => (isHeading || layout.wrap === undefined ? [text] : wrapped(text, layout.wrap)));
    const { pageEvery } = layout;
    const withPages = pageEvery === undefined ? lines : lines.flatMap((line, at) => (at % pageEvery === pageEvery - 1 ? [line, `- ${(at + 1) / pageEvery} -`] : [line]));
    return { source: withPages.join(layout.lineEnd), texts };
  });

function wrapped(text: string, { width, indents }: { width: number; indents: boolean }): string[] {
  const characters = [...`${indents ? '　　' : ''}${text}`];
  const lines: string[] = [];
  for (let at = 0; at < characters.length; at += width) lines.push(characters.slice(at, at + width).join(''));
  return lines;
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '');
}

function readTexts(source: string): string[] {
  let count = 0;
  const { document } = parseConvention(source, { newId: () => `i${(count += 1)}` });
  const numbering = numberDocument(document);
  return articlesOf(document).map(({ article }) => plain(articleText(article, numbering)));
}

describe('clauses in any layout', () => {
  it('come back one by one with their own words', () => {
    fc.assert(
      fc.property(sample, ({ source, texts }) => {
        expect(readTexts(source)).toEqual(texts.map(plain));
      }),
      { seed: 3, numRuns: 3000 },
    );
  });
});
