import { readAmounts } from '#core/legality/readAmounts.ts';
import type { Amount, Span } from '#core/legality/pattern.ts';

/** What a heading or a lead sentence (有下列行为之一的，罚款：) lends to the clauses it governs. */
type Colour = {
  /** the governing texts: heading and leads */
  spans: readonly Span[];
  /** 严禁下列行为： said to villagers */
  forbids: boolean;
  /** 村委会不得有下列行为： what follows is what nobody may do to villagers */
  shields: boolean;
  /** 公安机关依法处理下列行为： */
  byAuthority: boolean;
  /** 倡导： */
  advocates: boolean;
};

type Modality = 'must' | 'mustNot' | 'may' | 'advocates' | 'none';

/** One sub-clause of normalised text in the small form that rules and exemptions are judged on. Offsets are UTF-16, in the normalised text. */
export type Clause = Span & {
  text: string;
  /** the sentence it stands in */
  sentence: Span;
  /** position among the clauses of its sentence, 0-based */
  order: number;
  modality: Modality;
  /** somebody with the power to punish or to supply: 公安机关, 人民法院, 供电公司 */
  authority: readonly Span[];
  /** the village or community and its organs */
  village: readonly Span[];
  /** anybody who is told not to wrong villagers: 任何组织和个人, 村干部 */
  bound: readonly Span[];
  /** 违者, 的, 凡: a condition opens or closes here, so that what follows is its consequence */
  conditional: boolean;
  amounts: readonly Amount[];
  colour: Colour;
};

const authorityWords =
  /公安(?:机关|部门|局|派出所)?|派出所|民警|交警|司法机关|司法部门|检察院|检察机关|人民法院|法院|仲裁(?:机构|委员会)?|(?:行政)?执法(?:部门|机关|大队|中队|人员)|综合执法|主管(?:部门|机关)|有关(?:职能)?(?:部门|机关)|相关(?:职能)?(?:部门|机关)|职能部门|行政机关|国家机关|有权机关|监管部门|监察(?:机关|委)|纪检(?:监察)?(?:机关|部门)|纪委|(?:县|市|区|镇|乡|街道|上)级?以?上?(?:人民)?政府(?:部门)?|人民政府|镇政府|乡政府|街道办(?:事处)?|县级以上[^，。]{0,6}部门|(?:生态)?环境(?:保护)?(?:主管)?部门|环保部门|林业(?:主管)?部门|市场监管(?:部门|局)?|民政(?:部门|局)|自然资源(?:部门|局|主管部门)?|国土部门|农业农村(?:部门|局|主管部门)?|应急(?:管理)?(?:部门|局)|消防(?:部门|救援机构|救援大队|机构|大队)|交通(?:运输)?(?:部门|局)|卫生健康(?:部门|局)|疾控(?:部门|机构|中心)|税务(?:部门|机关)|水利(?:部门|局)|城管(?:部门|局|执法)?|住建(?:部门|局)|(?<!村)监察部门|(?:畜牧|兽医|渔政|渔业|烟草|教育|文旅|人社|医保|电力|供销|城乡规划)(?:主管)?(?:部门|局|机构)|法律法规授权|供电(?:公司|部门|企业|所|单位|局)|供水(?:公司|部门|企业|单位|站)|自来水(?:公司|厂)|电力(?:公司|企业)|燃气公司|供气单位|保险公司|县镇|县乡|部门(?=依法)|县(?:级)?(?:里)?(?=依法|按规定)/gu;
const villageWords =
  /村(?:民)?委(?:会)?|村民委员会|居(?:民)?委(?:会)?|居民委员会|村(?:支部|党支部|支两委|两委|里|上|集体|小组|组|民小组|民理事会|民议事会|务监督委员会)|(?:红白|道德|理事|村民)?(?:理事会|议事会)|治保(?:会|主任|人员)?|巡逻队|联防队|护村队|社区|组里|小组|集体(?!经济组织成员|所有|林|资产|土地|财产|分红|收益|福利|荣誉|劳动|经济|利益)|物业(?!费|管理费)|合作社|本村(?!民|人)|网格员|监督小组|族长|队里/gu;
const boundWords =
  /任何(?:组织|单位|个人|人|机构|村干部)(?:[和、或][^，。]{0,4}(?:个人|人|单位|组织))?|村(?:民)?委(?:会)?|村民委员会|居(?:民)?委(?:会)?|居民委员会|村(?:里|集体|干部|组干部|两委|支两委)|村民小组|本村(?!村?民)|社区(?!居民)|网格员|巡逻队|联防队|物业(?:公司|企业|服务企业|服务人|服务单位)?|理事会|本公约|本约|村规民约|村民会议|工作人员|治保(?:会|人员)|干部|用人单位|组织(?:和|或|、)个人|他人|监护人|父母|子女|家庭成员|亲属|邻里|丈夫|男方|集体/gu;
const forbidding = /不得|不准|不许|不可|严禁|禁止|不能|不允许|不应|杜绝|拒绝|禁(?=[养放烧止])|莫|勿|切忌|反对|抵制/u;
const advocating = /倡导|提倡|倡议|鼓励|建议|号召|引导|支持|希望|尽量|尽可能|宣传|动员|弘扬/u;
const obliging = /必须|应当|应|须|需|要|一律|务必|得(?=在)/u;
const permitting = /可以|可|有权|能够|自愿/u;
const opensCondition = /^(?:并|且|还|另|又)?(?:凡|违|如|若|对|一经|谁|有|屡|擅自|未经|不)|(?:的|者)$/u;

/** Clause ends: punctuation, and the words that open a consequence without any (不得放牧违者罚款). */
const splitter = /[，。；：！？\n（）]|(?<=[^，。；：！？\n（）对将把与给向由庇是为令让的])(?=违者|违反者|违规者|违约者|违犯者|否则|不然的话|一经发现|如有违|若有违)/gu;
const sentenceEnd = /[。；！？\n]/u;
const label =
  /^(?:\s|第[一二三四五六七八九十百零\d]{1,6}[条章节款项]|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}[、.](?!\d)|\d{1,3}[、.）](?!\d)|[\u2460-\u2473●•\-—*·])+/u;
/** Text without punctuation is cut here, so that the work grows with the length of the text and not with its square. */
const longestClause = 160;
const longestSentence = 800;
const longestLead = 200;
const announces = /下列|以下|如下|下述/u;

function spansOf(pattern: RegExp, text: string, offset: number): Span[] {
  return [...text.matchAll(pattern)].map((hit) => ({ start: offset + hit.index, end: offset + hit.index + hit[0].length }));
}

function readModality(text: string): Modality {
  if (advocating.test(text)) return 'advocates';
  if (forbidding.test(text)) return 'mustNot';
  if (obliging.test(text)) return 'must';
  return permitting.test(text) ? 'may' : 'none';
}

const noColour: Colour = { spans: [], forbids: false, shields: false, byAuthority: false, advocates: false };

function colourOf(text: string, span: Span): Colour {
  const forbids = forbidding.test(text);
  const bound = new RegExp(boundWords.source, 'u').exec(text);
  const ban = forbidding.exec(text);
  const authority = new RegExp(authorityWords.source, 'u').exec(text);
  return {
    spans: [span],
    forbids: forbids && !advocating.test(text),
    shields: forbids && bound !== null && ban !== null && bound.index < ban.index,
    byAuthority: authority !== null && /由|依法|按照|依照/u.test(text) && !/并由?村|村委会/u.test(text),
    advocates: advocating.test(text) && !/违|罚|必须|一律/u.test(text),
  };
}

function merge(left: Colour, right: Colour): Colour {
  return {
    spans: [...left.spans, ...right.spans],
    forbids: left.forbids || right.forbids,
    shields: left.shields || right.shields,
    byAuthority: left.byAuthority || right.byAuthority,
    advocates: left.advocates || right.advocates,
  };
}

/**
 * Splits normalised text into sub-clauses and reads each.
 * @param heading range of a heading that stands at the start of the text and governs all of it; it yields no clauses
 */
export function readClauses(text: string, heading?: Span): Clause[] {
  const clauses: Clause[] = [];
  const base = heading === undefined || heading.end === heading.start ? noColour : colourOf(text.slice(Math.max(heading.start, heading.end - longestLead), heading.end), { start: Math.max(heading.start, heading.end - longestLead), end: heading.end });
  let lineStart = heading === undefined ? 0 : heading.end;
  let lead: Colour | undefined;
  while (lineStart < text.length) {
    const lineBreak = text.indexOf('\n', lineStart);
    const lineEnd = lineBreak === -1 ? text.length : lineBreak;
    const line = text.slice(lineStart, lineEnd);
    const marker = label.exec(line)?.[0].length ?? 0;
    if (marker === 0 && lead !== undefined && line.trim() !== '') lead = undefined;
    const governing = lead === undefined ? base : merge(base, lead);
    readLine(text, { start: lineStart + marker, end: lineEnd }, governing, clauses);
    const next = lineEnd + 1;
    const nextIsItem = label.test(text.slice(next, next + 12));
    const lastSentence = line.split(/[。；！？]/u).findLast((part) => part.trim() !== '') ?? '';
    if (nextIsItem && (/：\s*$/u.test(line) || (announces.test(lastSentence) && marker === 0))) {
      const start = Math.max(lineStart + Math.max(0, line.lastIndexOf(lastSentence)), lineEnd - longestLead);
      lead = colourOf(text.slice(start, lineEnd), { start, end: lineEnd });
    }
    lineStart = next;
  }
  return clauses;
}

function readLine(text: string, line: Span, governing: Colour, clauses: Clause[]): void {
  const body = text.slice(line.start, line.end);
  let colour = governing;
  let sentenceStart = line.start;
  let from = line.start;
  let pending: { start: number; end: number }[] = [];
  const close = (sentenceStop: number) => {
    const sentence = { start: sentenceStart, end: sentenceStop };
    pending.forEach((piece, order) => clauses.push(readClause(text, piece, sentence, order, colour)));
    pending = [];
    sentenceStart = sentenceStop;
  };
  const add = (stop: number) => {
    for (let start = from; start < stop; start += longestClause) {
      const end = Math.min(stop, start + longestClause);
      if (end - sentenceStart > longestSentence) close(start);
      if (text.slice(start, end).trim() !== '') pending.push({ start, end });
    }
  };
  for (const hit of body.matchAll(splitter)) {
    const at = line.start + hit.index;
    add(at);
    from = at + hit[0].length;
    if (hit[0] === '：') {
      const before = { start: sentenceStart, end: at };
      close(from);
      const head = text.slice(Math.max(before.start, before.end - longestLead), before.end);
      if (announces.test(head) || head.length <= 16) colour = merge(governing, colourOf(head, before));
      else if (from - before.start < longestSentence) sentenceStart = before.start;
    } else if (hit[0] !== '' && sentenceEnd.test(hit[0])) {
      close(from);
      if (hit[0] === '。' && colour !== governing && !label.test(text.slice(from, from + 6))) colour = governing;
    }
  }
  add(line.end);
  close(line.end);
}

function readClause(text: string, span: Span, sentence: Span, order: number, colour: Colour): Clause {
  const marker = label.exec(text.slice(span.start, span.end))?.[0].length ?? 0;
  const start = marker < span.end - span.start ? span.start + marker : span.start;
  const body = text.slice(start, span.end);
  return {
    start,
    end: span.end,
    text: body,
    sentence,
    order,
    modality: readModality(body),
    authority: spansOf(authorityWords, body, start),
    village: spansOf(villageWords, body, start),
    bound: spansOf(boundWords, body, start),
    conditional: opensCondition.test(body),
    amounts: readAmounts(body, start),
    colour,
  };
}
