/** What is needed of `new Intl.Segmenter('zh', { granularity: 'word' })`; make one and keep it, it is slow to build. */
export type WordSegmenter = { segment(text: string): Iterable<{ segment: string }> };

const digits = '[0-9０-９]+(?:[.,．，][0-9０-９]+)*';
const numerals = '[〇零○一二两三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾佰仟]+';
const quantity = `(?:${digits}[万亿千百十]*|${numerals}(?:点${numerals})?)`;
const units = [
  '个工作日 工作日 个自然日 自然日 个月 个小时 小时 个星期 星期 季度 分钟 周岁 周年 年度 平方米 立方米 平方公里 公里 千米 厘米 毫米 公斤 千克 公顷',
  '人次 户次 万元 亿元 元 角 块钱 块 年 月份 月 日 号 天 周 旬 时 点半 点钟 点 刻钟 分 秒 亩 米 斤 两 克 吨 升 度 岁 倍 成 折',
  '个 名 位 人 户 家 组 次 回 遍 桌 席 头 只 条 款 项 章 节 编 级 档 批 届 期 栋 幢 层 楼 间 套 台 辆 棵 株 根 张 份 册 件 处 座 所 里 % ％ ‰',
]
  .join(' ')
  .split(' ')
  .sort((a, b) => b.length - a.length)
  .join('|');
const withUnit = `(?:第?${quantity}(?:余|多)?(?:${units}))`;

/** Names of bodies and papers that segmenters cut in two. */
const compounds =
  '(?:村|居)(?:民)?委(?:员)?会|(?:村|居)民(?:小组|代表)?(?:会议|大会)|村规民约|居民公约|村民自治|(?:乡镇|镇|乡)?人民政府|红白理事会|人民调解委员会|村务监督委员会|派出所|司法所|公安机关|人民法院|网格员|保洁员|护林员|红榜|黑榜|红黑榜|文明户|承包地|宅基地|责任田|垃圾[桶池]|门前三包|行政处罚|社会抚养费';

/**
 * What a mark never cuts: names in book title marks, dates, times, shares, ordinals, ranges and numbers with their unit.
 * A Chinese numeral alone is left to the segmenter: 一 of 一律 is no number.
 */
const wholePattern = new RegExp(
  [
    '《[^《》]{1,60}》',
    compounds,
    `(?:${digits}|${numerals})年(?:(?:${digits}|${numerals})月(?:份|(?:${digits}|${numerals})[日号])?)?`,
    `(?:${digits}|${numerals})月(?:${digits}|${numerals})[日号]`,
    `[0-9０-９]{1,2}[:：][0-9０-９]{2}`,
    `(?:百|千|万)分之${quantity}`,
    `${numerals}分之${numerals}`,
    `第?${quantity}(?:${units})?[至到~～—–-]${withUnit}`,
    `${withUnit}之[一二三四五六七八九十]`,
    withUnit,
    `第${quantity}`,
    // a telephone number
    `[0-9]{3,}(?:-[0-9]{3,})+`,
    digits,
  ].join('|'),
  'gu',
);

/** Splits a text into the pieces that a mark may part: words, marks of punctuation, and what wholePattern keeps together. */
export function wordTokens(text: string, segmenter: WordSegmenter): string[] {
  const tokens: string[] = [];
  let from = 0;
  const addWords = (to: number) => {
    if (to > from) for (const { segment } of segmenter.segment(text.slice(from, to))) tokens.push(segment);
  };
  for (const match of text.matchAll(wholePattern)) {
    addWords(match.index);
    tokens.push(match[0]);
    from = match.index + match[0].length;
  }
  addWords(text.length);
  return tokens;
}
