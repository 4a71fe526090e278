import type { SourceLine } from '#core/document/parsing/sourceLines.ts';
import { displayWidth } from '#core/document/parsing/sourceLines.ts';
import { isTitle } from '#core/document/parsing/lineCues.ts';

export type FurnitureReason = 'pageFurniture' | 'webResidue';

const pageNumber = /^(?:[-—–－~·\s　]{0,4}第?[\s　]?[0-9０-９]{1,4}[\s　]?页?[-—–－~·\s　]{1,4}|第[\s　]?[0-9０-９一二三四五六七八九十]{1,4}[\s　]?页.{0,14}|[0-9]{1,4}[\s　]?[/／][\s　]?[0-9]{1,4}|[Pp]age[\s　]?[0-9]{1,4}.{0,10}|共[\s　]?[0-9]{1,4}[\s　]?页)$/u;
const leaders = /(?:…{2,}|\.{4,}|·{4,}|．{3,})[\s　]*[0-9０-９]{1,4}$/u;

const webStart =
  /^[【[]?(?:上一篇|下一篇|上一页|下一页|上一条[：:]|下一条[：:]|返回(?:首页|顶部|列表|上一)|当前位置|您(?:的|现在的)?位置|您当前|首页[\s　]*[>＞»|｜]|打印本页|关闭(?:窗口|本页)|(?:[【[]?(?:打印|关闭|收藏|复制|分享|字体|大 中 小)(?:本页|本文|窗口)?[】\]]?[\s　|｜/]*){1,5}$|字体[：:大]|字号[：:]|来源[：:]|信息来源|文章来源|发布(?:时间|日期|者|人|单位)[：:]|更新时间|浏览(?:次数|量|：|:)|点击(?:数|率|量|次数)|阅读(?:次数|量|：|:|\s*[0-9])|作者[：:]|责任编辑|编辑[：:]|审核[：:]|分享(?:到|至|：|:)|扫一扫|(?:长按)?(?:扫描|识别)(?:下方|上方|图中)?二维码|[^，。；]{0,8}点个?(?:[【“]?在看|[【“]?赞)|(?:动图|END|End|封面|题图|图源)[：:]?$|微信(?:扫|公众号|号)|关注我们|版权所有|Copyright|©|[^，。]{0,6}ICP备|技术支持|主办[：:]|承办[：:]|网站(?:地图|标识码)|相关(?:链接|文章|阅读|推荐|新闻|专题|报道)|热门(?:推荐|文章)|往期(?:推荐|回顾|精彩)|猜你喜欢|(?:推荐|延伸|拓展|相关)阅读|点赞|转发|评论[（(]?[0-9]|展开全文|阅读原文|点击(?:下载|查看|上方|蓝字)|广告|下载(?:文档|附件|全文)|(?:本文|内容|图片|文字|资料)?(?:收集|整理|来源|摘|转载)(?:自|于)(?:互联)?网|如有侵权|侵权必究|版权归|(?:百度文库|豆丁网?|道客巴巴|原创力文档|第一范文|本文由|本文来自|[本此]文档|文档下载|更多(?:精彩|相关|范文)|精品文档|可编辑|欢迎下载|整理分享|学习资料|仅供参考))/u;
/** 2019-04-11 09:30 来源：… 阅读 358 */
const publishedLine = /^[0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?[\s　]+(?:[0-9]{1,2}:[0-9]{2}|.{0,20}(?:来源|浏览|阅读|点击|作者)[：:\s])/u;
const tagLine = /^(?:<[^<>]{1,300}>|&[a-z]{2,8};|[\s　])+$/u;
/** 道客文库 www.….cn: an address with a name beside it and no sentence. */
const linkLine = /^(?:[^，。；：！？]{1,12}[\s　]+(?:https?:\/\/|www\.)[!-~]{3,300}|!?\[[^\]]{0,100}\]\([^)]{0,300}\)|(?:https?:\/\/|www\.)[!-~]{3,300}|\[?(?:图片|图像|image|img)[^，。]{0,20}\]?)$/iu;
const decoration = /^[-=_*~—–·.。+#＊＝－～…•\s　]{2,}$/u;
/** A stray sign. One that ends a sentence was broken off it, and a bullet may stand alone above its words. */
const straySign = /^[^\p{L}\p{N}。，、；：！？.,;:!?）)”」』》…●◆■★•▲◇□○※➢►▶✓✔☆◎▪♦❖]{1,3}$/u;
/** [图], 【广告】…, （点击查看大图） */
const caption = /^[【[](?:打印|关闭|收藏|返回)[^】\]]{0,6}[】\]]|^[【[（(<〔](?:广告|推广|图|图片|图文|组图|视频|音频|配图|资料图)[】\])）>〕]|[（(]点击[^）)]{1,12}[）)]$|^[（(](?:图片?|图文|摄影|资料图)[：:][^）)]{1,60}[）)]$/u;

/** [页眉] 第1页, 页脚：…, 水印：样稿: what a program names itself. */
const namedFurniture = /^[【[（(]?(?:页眉|頁眉|页脚|頁腳|水印|浮水印)[】\]）)：:\s　]/u;
/** 样稿 样稿 样稿: a watermark across the page. */
const watermark = /^(?<word>[^\s　，。；、]{2,8})(?:[\s　]+\k<word>)+$/u;
const titledPageNumber = /^\S.{1,40}[\s　]{2,}(?:[-—–－~·][\s　]?[0-9]{1,4}[\s　]?[-—–－~·]|第[\s　]?[0-9]{1,4}[\s　]?页.{0,14}|[0-9]{1,4}[\s　]?\/[\s　]?[0-9]{1,4})$/u;

/** The reason why a line is no part of a convention, or undefined when it may be one. */
export function furnitureReason(text: string): FurnitureReason | undefined {
  if (text.length > 400) return undefined;
  if (pageNumber.test(text) || watermark.test(text) || (namedFurniture.test(text) && displayWidth(text) <= 45) || titledPageNumber.test(text) || decoration.test(text) || straySign.test(text) || leaders.test(text)) return 'pageFurniture';
  if (tagLine.test(text) || linkLine.test(text) || (caption.test(text) && displayWidth(text) <= 60)) return 'webResidue';
  if (displayWidth(text) <= 45 && (webStart.test(text) || publishedLine.test(text))) return 'webResidue';
  return undefined;
}

/** Lines that come back on page after page: the same short line three times or more, the first one of a title kept. */
export function runningHeaders(lines: readonly SourceLine[]): Set<SourceLine> {
  const groups = new Map<string, SourceLine[]>();
  for (const line of lines) {
    const key = line.text.replace(/[\s　0-9０-９]/gu, '');
    if (key === '' || displayWidth(key) > 30 || /[，。；]|[！？：、]$/u.test(key) || /^(?:第.{1,4}[条章节]|[（(]?[一二三四五六七八九十]{0,3}[、.．）)])/u.test(key)) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  const headers = new Set<SourceLine>();
  for (const [key, group] of groups) {
    const isName = isTitle(key);
    if (group.length < (isName ? 2 : 3)) continue;
    if (!isName && !/村|社区|镇|乡|公约|民约|文档|资料|网/u.test(key)) continue;
    group.slice(isName ? 1 : 0).forEach((line) => headers.add(line));
  }
  // What makes up half of a text is no furniture of it.
  return headers.size > lines.length / 2 ? new Set() : headers;
}

/** A table of contents: the lines below 目录 that come again further down, page numbers aside. */
export function contentsLines(lines: readonly SourceLine[]): Set<SourceLine> {
  const contents = new Set<SourceLine>();
  const start = lines.findIndex(({ text }) => /^[【[]?目[\s　]*[录錄][】\]]?$/u.test(text));
  if (start < 0 || start > 30) return contents;
  const plain = (text: string) => text.replace(/[\s　.．…·]*[0-9０-９]{0,4}$/u, '').replace(/[\s　]/gu, '');
  const last = new Map(lines.map((line, position) => [plain(line.text), position]));
  const seen = new Set<string>();
  for (let at = start + 1; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const again = last.get(plain(line.text)) ?? at;
    if (again <= at || seen.has(plain(line.text))) break;
    seen.add(plain(line.text));
    contents.add(line);
  }
  const heading = lines[start];
  if (heading !== undefined && contents.size > 0) contents.add(heading);
  return contents;
}

const otherArticlesBegin = /^(?:[-—·=\s]*END[-—·=\s]*|(?:往期|精彩)(?:推荐|回顾|内容)|相关(?:链接|阅读|推荐|文章)|(?:推荐|延伸|拓展)阅读|猜你喜欢|热门(?:推荐|文章))[：:]?$|^感谢(?:您的)?(?:阅读|下载|使用|支持)/iu;

/** What a page offers behind the text, numbered or not: everything below END or 往期推荐 in its last part. */
export function otherArticles(lines: readonly SourceLine[]): Set<SourceLine> {
  const start = lines.findIndex(({ text }, position) => position >= lines.length * 0.4 && otherArticlesBegin.test(text));
  const below = start < 0 ? [] : lines.slice(start);
  // 第X条 below shows that the text goes on.
  return below.some(({ text }) => /^第[^\s]{1,6}[条條]/u.test(text)) ? new Set() : new Set(below);
}
