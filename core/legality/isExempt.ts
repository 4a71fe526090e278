import type { Clause } from '#core/legality/readClauses.ts';
import type { Span } from '#core/legality/pattern.ts';
import type { Reading } from '#core/legality/rule.ts';

/** Words that deny what follows at some distance, and those that do so only next to it. */
const strong =
  /不得|不准|不许|严禁|禁止|不能|不可以?|不允许|不应当?|无权|杜绝|反对|抵制|废止|废除|不再|不搞|不设|不采取|不采用|不使用|不实行|不以|不用|不给(?!予)|不向|不为|不把|不将|不与|不和|不同|不因|不收|不交|不强迫|不强制|不要求|不得以|避免|防止|免收|免交|无须|无需|不必|不需要|清理|纠正|谢绝|不影响|不涉及|不作为|不存在|没有(?![^，]{0,6}(?:允许|同意|批准)|取得|经过|履行|参加|完成|交)|取消(?=[^，]{0,6}(?:罚款|收费|押金|保证金|条款|规定))|删除|删去|取缔|拒绝/gu;
const adjacent = /(?:不|未|没|无|勿|莫|免)(?:再|另行?|另外|单独|额外|直接|自行|重复|予|会|得|曾|进行|实行|搞|设|收取?|作|对[^，]{0,6})?$/u;
/** Denials that describe somebody (不交费的车辆) rather than forbid: a 的 ends their reach. */
const weak = /^(?:不[^得准许能可允应]|没有|无[^权])/u;
/** Between a denial and a hit these open something else: 不得放养的，每只罚款. */
const reopens = /违|否则|一律|每|凡|(?<!或)者|就|即|则|便|必须|应当|并由|由村|超过/u;
/** What a denial that reaches the hit goes on with. Anything long that starts otherwise is an offence of its own. */
const links =
  /^(?:以|对|向|因|随意|擅自|任何|采取|采用|使用|用|利用|通过|把|将|借|变相|乱|私自|强行|强制|非法|自行|滥|再|收|设|作|实|进|与|和|搞|使|村|有|规定|约定|出现|制定|要求|干涉|限制|剥夺|侵犯|侵害|取消|阻|拒绝|另|私设|私|动用|非|参与|组织|为|在|上门|在未|让|给|泄露|公开|公布|传播|打听|故意|发生|搜|扣|强|罚|停|没|辱|殴|拘|威|歧|直接|单方|额外|巧立|违规|违法|违反|妨|影响|附加)/u;
/** 将闹事者, 对欠费者: who the act is done to, not a new condition. */
const objectPerson = /^(?:将|把|对|给|向)[^，违]{1,8}者/u;
/** 不在路口|设卡收费: the denied place comes between. */
const deniedPlace = /不在[^，的]{0,12}$/u;
const actAtPlace = /^[^，的]{0,10}(?:设卡|设障|拦|堵|收费|收取|公布|公开|曝光|张贴)/u;
const reconnects = /并|再|后|另|且|又|还|外|同时|以及由村|然后|而由/u;
const handsOver = /(?:移送|移交|报告?|扭送|送|交给?|举报|告|向|到|去|至)(?:当地|辖区|上级|附近)?$/u;
const unlawfulPractice = /违法|不合法|错误|无效|不对|不妥|纠正|废止|不采用|不采纳|不再|撤销|教训|通报批评了|于法无据|没有法律依据|侵犯|侵害|侵权/u;
const elsewhere = /过去|以前|以往|曾经|曾|有的村|有些村|某村|个别(?:地方|村)|一些(?:地方|村)|外地|他村|原(?:来的)?(?:村规|公约|规约|规定)|旧(?:村规|公约|规)|老(?:村规|规矩)|反面|典型案例|案例|实践中/u;
const asTopic = /^(?:应当?依法|(?:[和、与][^，]{0,6})?(?:一律|全部|全都|已经?|予以)(?:取消|废止|废除|停止执行)|[^，]{0,6}上缴国库)|^(?:的)?(?:等)?(?:的)?(?:收据|票据|条款|内容|做法|行为(?=[^，]*(?:违法|不合法|无效))|等(?:方式|手段|措施|形式|名义|行为|内容|条款)[^，]{0,10}(?:违法|不合法|无效|无权|均)|(?:属于?|是|系)(?:行政|国家|法律|违法|有权)|[^，]{0,12}(?:违法|不合法|无效|没有法律依据|于法无据))/u;
/** A hit that starts so is something done; behind 的 it is the consequence of what stands before. */
const doing = /[罚处扣停断没取缴拆送关锁]/u;
/** 乱罚款, 变相收费: the name of a wrong done by cadres. */
const misdeed = /(?:乱|变相|非法|以罚代|违规向[^，]{0,4})$/u;
/** 不得因上访取消低保: the hit is only the reason that is not to count. */
const pretext = /(?:不得|不准|不许|不能|严禁|禁止)[^，]{0,6}[因以]/u;
const revenge = /为由|为借口|而|就|取消|扣|减|拒|停|歧视|影响|处|罚|报复|打击|剥夺|收回|干涉|侵|受到/u;
const asNoun = /[罚款收押金]$/u;
const advocates = /倡导|提倡|倡议|鼓励|建议|号召|引导|希望|尽量|尽可能/u;
const harshens = /违|必须|一律|罚|取消|否则|不准|不许|严禁|扣|收回|不得/u;
const willing = /自愿|可以|协商|自行决定|本人申请|经本人同意|征得本人|免费/u;
const byLaw = /依法|依照法律|依照[^，]{0,20}法|按照?(?:有关|相关|国家)?法律|根据[^，]{0,20}法|按(?:国家|政策)规定/u;

/** 宣传酒驾的后果：罚款、拘留: what the law does is the topic of publicity and not a sanction of the village. */
const publicity = /宣传|宣讲|告知|讲解|讲清|讲明|普及|普法|说明|提醒|警示教育|知晓|[让使]\S{0,6}知道|学习\S{0,10}[法规]/u;
const endsTopic = /违者|否则|一律|凡|每次|[的者，]，|仍|后[，由再]|并/u;

/** 不处罚, 不强拆: the word that the hit stands in begins before it. */
function wordStart(hit: Span, text: string): number {
  return /^(?:处罚|惩罚|责罚|强拆|强占|强收|惩处)/u.test(text.slice(hit.start - 1, hit.start + 1)) ? hit.start - 1 : hit.start;
}

/** 学习《行政处罚法》: the words belong to a title. */
function namesLaw(clause: Clause, hit: Span, text: string): boolean {
  const before = text.slice(clause.start, hit.start);
  return before.lastIndexOf('《') > before.lastIndexOf('》') && text.slice(hit.end, clause.end).includes('》');
}

function denies(clause: Clause, hit: Span, text: string): boolean {
  const before = text.slice(clause.start, Math.max(clause.start, wordStart(hit, text)));
  if (adjacent.test(before) && !before.endsWith('的')) return true;
  if (deniedPlace.test(before) && actAtPlace.test(text.slice(hit.start, clause.end))) return true;
  strong.lastIndex = 0;
  for (const found of before.matchAll(strong)) {
    const between = before.slice(found.index + found[0].length);
    const ahead = before.slice(0, found.index);
    // 未经…不得 is a ban on the villager, which is what a ban rule looks for; here only what stands after it counts.
    if (between.length > 24) continue;
    if (/为由|为借口|以任何/u.test(between)) return true;
    if (/^[^，]{0,6}因/u.test(between) && !/[^以何名形]的/u.test(between)) return true;
    if (reopens.test(between.replace(objectPerson, ''))) continue;
    if (weak.test(found[0]) && /(?<!形式|名义|方式|理由|任何)的/u.test(between)) continue;
    if (between.endsWith('的') && doing.test(text.slice(hit.start, hit.start + 1)) && !/(?:形式|名义|方式|理由|任何)的$/u.test(between)) continue;
    const boundSubject = clause.bound.some((span) => span.start < clause.start + found.index);
    if (boundSubject || between.length <= 2 || links.test(between) || ahead.endsWith('以')) return true;
  }
  return false;
}

function isPublicised(clause: Clause, hit: Span, text: string): boolean {
  if (clause.village.length > 0 && clause.amounts.length > 0) return false;
  const ranges = [clause.sentence, ...clause.colour.spans];
  return ranges.some((range) => {
    const before = text.slice(range.start, Math.min(range.end, Math.max(range.start, hit.start)));
    const found = publicity.exec(before);
    return found !== null && !endsTopic.test(before.slice(found.index + found[0].length));
  });
}

function inherits(clause: Clause, previous: Clause | undefined, hit: Span, text: string): boolean {
  if (previous === undefined || previous.sentence.start !== clause.sentence.start) return false;
  if (hit.start - clause.start > 3 || clause.amounts.length > 0 || /^(?:并|违|否则|处)/u.test(clause.text)) return false;
  strong.lastIndex = 0;
  const denial = strong.exec(previous.text);
  strong.lastIndex = 0;
  if (denial === null) return false;
  return previous.bound.some((span) => span.start < previous.start + denial.index) && !/^(?:不|未|没)/u.test(text.slice(hit.start, hit.start + 1));
}

function doneByAuthority(clause: Clause, previous: Clause | undefined, hit: Span, text: string): boolean {
  for (const authority of clause.authority) {
    if (authority.start >= hit.end && /(?:等)?[由归]$/u.test(text.slice(hit.end, authority.start)) && !/村/u.test(text.slice(hit.end, authority.start))) return true;
    if (authority.end > hit.end) continue;
    const between = text.slice(authority.end, hit.end);
    const before = text.slice(clause.start, authority.start);
    if (clause.village.some((span) => span.start >= authority.end && span.end <= hit.start && !/依法|按照|规定|通知|报告/u.test(text.slice(span.start, hit.start)))) continue;
    if (/(?:未经|不经|没有经过|越过|绕过|不服从|顶撞|到|去|向|找)[^，]{0,6}$/u.test(before) && !/^(?:依法|处)/u.test(between)) continue;
    const goal = handsOver.test(before);
    if (goal && reconnects.test(between)) continue;
    if (!goal && /[后再](?:由|经)?$|另|村/u.test(between)) continue;
    return true;
  }
  // 由公安机关依法警告，可以并处二百元罚款: the statute's own words go on with the same subject.
  return (
    previous !== undefined &&
    previous.sentence.start === clause.sentence.start &&
    previous.authority.some((span) => /由|依法/u.test(text.slice(Math.max(previous.start, span.start - 4), span.start + 12))) &&
    /^(?:可以?并处|依法并处|情节(?:较重|严重)的|情节轻微的|构成犯罪的)/u.test(clause.text) &&
    clause.village.length === 0
  );
}

/**
 * Whether the general exemptions excuse a hit: denied, done by a competent body, lawful procedure without a village actor,
 * a wrong practice quoted, a fact about somebody, or mere advocacy. Judged in the clause of the hit.
 */
export function isExempt(reading: Reading, clause: Clause, previous: Clause | undefined, sentenceClauses: readonly Clause[], hit: Span, text: string): boolean {
  const sentence = text.slice(clause.sentence.start, clause.sentence.end);
  if (elsewhere.test(sentence) && unlawfulPractice.test(sentence)) return true;
  if (reading !== 'claim' && namesLaw(clause, hit, text)) return true;
  if (reading === 'claim') return adjacent.test(text.slice(clause.start, hit.start));
  if (clause.colour.shields) return true;
  if (denies(clause, hit, text) || inherits(clause, previous, hit, text)) return true;
  const before = text.slice(clause.start, hit.start);
  const after = text.slice(hit.end, clause.sentence.end);
  // 没收到: did not receive.
  if (text.slice(hit.start, hit.end).endsWith('没收') && /^[到过齐完]/u.test(after)) return true;
  if (asTopic.test(after)) return true;
  if (misdeed.test(before)) return true;
  if (pretext.test(text.slice(hit.start, hit.end)) && revenge.test(text.slice(hit.end, clause.end))) return true;
  if (/^(?:的)?决定/u.test(after) && asNoun.test(text.slice(hit.start, hit.end))) return true;
  const advocated = advocates.exec(before);
  if (advocated !== null && !/违|否则|必须|一律/u.test(before.slice(advocated.index))) return true;
  if (reading === 'sanction') {
    if (isPublicised(clause, hit, text)) return true;
    if (doneByAuthority(clause, previous, hit, text)) return true;
    const following = sentenceClauses.find((other) => other.order === clause.order + 1);
    // 私自没收他人财物的，由公安机关处理: here the hit is the offence, not the sanction.
    if (/^(?:[^，]{0,3}|[^，]{0,8}他人[^，]{0,8})(?:的|者)$/u.test(text.slice(hit.end, clause.end)) && following !== undefined && (following.authority.length > 0 || /依法|赔偿|追究|报警|举报|劝阻|制止/u.test(following.text)) && following.amounts.length === 0) return true;
    if (clause.colour.byAuthority && clause.village.length === 0) return true;
    if (byLaw.test(before) && clause.village.length === 0 && !clause.amounts.some((amount) => amount.kind === 'money')) return true;
    if (/(?:被|曾|已经?|受到)(?:依法)?(?:[^，]{0,4})$/u.test(before) && /^[^，]{0,6}(?:的|者|人员|农户)/u.test(after) && clause.village.length === 0) return true;
    return false;
  }
  if (clause.colour.advocates && !harshens.test(clause.text)) return true;
  const chain = sentenceClauses.filter((other) => other.start <= clause.start);
  const opened = chain.findIndex((other) => other.modality === 'advocates');
  if (opened !== -1 && !chain.slice(opened).some((other) => harshens.test(other.text.replace(/倡导.*$/u, '')))) return true;
  if (reading === 'demand') {
    if (willing.test(clause.text)) return true;
    if (doneByAuthority(clause, previous, hit, text)) return true;
  }
  return false;
}
