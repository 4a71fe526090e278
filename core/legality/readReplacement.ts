import type { Span } from '#core/legality/pattern.ts';
import type { Clause } from '#core/legality/readClauses.ts';

/** What opens a consequence and stays when it is replaced. */
const opening = /^(?:违者|违反者|违规者|违约者|违犯者|否则|不然的话|一律|，|\s)+/u;
/** The misconduct whose consequence comes next: 乱倒垃圾的，. */
const condition = /(?:的|者|户)$/u;
/** The same without a comma: 不交卫生费的|停水停电. */
const conditionInside = /^[^，将把给]{2,40}?[的者](?=[由处罚停断没取])/u;
const subject = /^(?:由|经)?(?:(?:本?村(?:民)?(?:委员会|委会|委|集体|里|小组|民小组)?|(?:红白)?理事会|物业(?:公司|服务人)?|社区|集体)(?:对其|对他|将其)?)?/u;
const verb =
  /^(?:可以?|有权|应当?|将|要|每(?:次|人|户|头|只|桌|棵|株))*(?:依法|按规定)?(?:处|给予|予以|罚|扣|停|断|没收|取消|收回|强|不[予得再发给享]|加收|收取|追缴|缴纳|交纳|交|拆|拉闸|关闭|暂停|暂缓|拒|驱逐|逐出|赶出|游街|示众|剥夺)/u;
/** What a consequence may hold besides the sanction and would be lost or said twice: 责令清理并罚款, 罚款归村集体. */
const besides = /赔|恢复|清理|清除|整改|改正|教育|劝|归|用于|上缴|作为|移送|报告|公安|依法处理|除[^，]*外/u;
/** A consequence that a sentence names once. */
const consequences = ['批评教育', '劝导', '劝阻', '催告', '督促', '赔偿', '报告', '管教', '帮教'];
const stop = /^\s*(?:[。；！？\n]|$)/u;
const longestSurroundings = 200;

/** From the full stop before the clause to the next one behind it, without the clause itself. */
function surroundings(text: string, span: Span): string {
  const before = text.slice(Math.max(0, span.start - longestSurroundings), span.start);
  const after = text.slice(span.end, span.end + longestSurroundings);
  return (before.split(/[。！？\n]/u).at(-1) ?? '') + (after.split(/[。！？\n]/u)[0] ?? '');
}

/**
 * Where a suggested consequence can stand in place of a sanction, so that the sentence still reads well.
 * @param previous the clause before `clause` in the text
 * @param hit what the rule found, inside `clause`
 * @returns offsets in `text`; undefined where the clause is not wholly the consequence of 违者, 否则 or a condition in 的,
 * something follows that belongs to it (直至改正, 并…), it holds something lawful too, or the suggestion is said already
 */
export function readReplacement(clause: Clause, previous: Clause | undefined, hit: Span, text: string, suggestion: string): Span | undefined {
  if (!stop.test(text.slice(clause.end, clause.end + 8))) return undefined;
  const opened = opening.exec(clause.text)?.[0].length ?? 0;
  const inside = opened === 0 && clause.order === 0 ? (conditionInside.exec(clause.text)?.[0].length ?? 0) : 0;
  const named = /[者则话]/u.test(clause.text.slice(0, opened));
  const follows = previous !== undefined && previous.sentence.start === clause.sentence.start && condition.test(previous.text);
  if (!named && !follows && inside === 0) return undefined;
  const span = { start: clause.start + opened + inside, end: clause.end };
  const body = text.slice(span.start, span.end);
  const lead = subject.exec(body)?.[0].length ?? 0;
  if (!verb.test(body.slice(lead)) || besides.test(body) || hit.end <= span.start) return undefined;
  const around = surroundings(text, span);
  return consequences.some((word) => suggestion.includes(word) && around.includes(word)) ? undefined : span;
}
