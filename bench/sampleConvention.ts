import type { ConventionDocument } from '#core/document/document.ts';

const sentences = [
  '村民应当爱护公共设施，发现损坏及时告知村民委员会，由村里安排修理；',
  '房前屋后的柴草、农具和建筑材料堆放整齐，不占用道路和排水沟；',
  '红白喜事提倡从简，宾客人数、酒席桌数由各户量力而行，红白理事会免费提供桌椅；',
  '邻里之间发生争执的，先由屋场长劝解，劝解不成的可以申请村人民调解委员会调解；',
  '饮用水源地周边不倾倒垃圾、不清洗农药器具，养殖污水经沉淀后排放；',
  '鼓励村民参加夜校、读书会和文体活动，传承龙舟、花鼓戏等本地习俗。',
];

const chapterNames = ['总则', '婚丧喜庆', '邻里和睦', '环境卫生', '公共设施', '附则'];

/** A convention of `count` articles in six chapters, about 100 characters each. Another `seed` gives other words. */
export function sampleConvention(count: number, seed: number): ConventionDocument {
  const perChapter = Math.ceil(count / 6);
  const article = (index: number) => ({
    type: 'article' as const,
    attrs: { id: `article-${index}` },
    content: [
      {
        type: 'paragraph' as const,
        content: [
          {
            type: 'text' as const,
            text: [0, 1, 2].map((step) => sentences[(index * 5 + step * 7 + seed) % sentences.length] ?? '').join('').replace(/；$/u, '。') + `本项自${2000 + ((seed * 37 + index) % 900)}年起执行。`,
          },
        ],
      },
    ],
  });
  return {
    type: 'document',
    attrs: { numberingStyle: 'article', numberingScope: 'document' },
    content: [
      { type: 'title', content: [{ type: 'text', text: `新玉峰村村规民约（第${seed + 1}稿）` }] },
      ...chapterNames.map((name, chapter) => ({
        type: 'chapter' as const,
        attrs: { id: `chapter-${chapter}` },
        content: [
          { type: 'heading' as const, content: [{ type: 'text' as const, text: name }] },
          ...Array.from({ length: Math.max(1, Math.min(perChapter, count - chapter * perChapter)) }, (_, index) => article(chapter * perChapter + index)),
        ],
      })),
    ],
  };
}
