import type { ConventionKind } from '#core/document/document.ts';
import { compileRules, findWords, occursIn, type CompiledRule } from '#core/legality/compileRules.ts';
import { isExempt } from '#core/legality/isExempt.ts';
import { normaliseText, originalRange } from '#core/legality/normaliseText.ts';
import { findPattern, type Span } from '#core/legality/pattern.ts';
import { readClauses, type Clause } from '#core/legality/readClauses.ts';
import { readReplacement } from '#core/legality/readReplacement.ts';
import type { Finding, RuleSet } from '#core/legality/rule.ts';

export type ArticleInput = { text: string; kind: ConventionKind; heading?: string };
type Hit = { compiled: CompiledRule; span: Span; clause: Clause; previous: Clause | undefined; weight: number };

/**
 * Reads one article (or any other stretch of text) against the rules.
 * @returns findings with article 0, offsets in `text`, the gravest first; one place is reported once, under its gravest rule
 */
export function checkArticle(input: ArticleInput, rules: RuleSet): Finding[] {
  const compiled = compileRules(rules);
  const heading = input.heading === undefined || input.heading === '' ? '' : `${normaliseText(input.heading).text.replaceAll('\n', '')}\n`;
  const normalised = normaliseText(input.text);
  const text = heading + normalised.text;
  const clauses = readClauses(text, { start: 0, end: heading.length });
  if (clauses.length === 0) return [];
  const amounts = clauses.flatMap((clause) => clause.amounts);
  const occurrences = findWords(compiled, text, amounts);
  const sentences = new Map<number, Clause[]>();
  for (const clause of clauses) {
    const list = sentences.get(clause.sentence.start);
    if (list === undefined) sentences.set(clause.sentence.start, [clause]);
    else list.push(clause);
  }
  const hits: Hit[] = [];
  for (const candidate of compiled.rules) {
    if (!candidate.rule.scope.includes(input.kind)) continue;
    const live = candidate.matches.filter((match) =>
      match.clause.every((element, at) => element.optional || element.edge !== undefined || occurrences.has(element.key) || (at === 0 && match.bans)),
    );
    if (live.length === 0) continue;
    clauses.forEach((clause, index) => {
      const surroundings = [clause.sentence, ...clause.colour.spans];
      for (const match of live) {
        const virtual = match.bans && clause.colour.forbids && !clause.colour.shields;
        for (const span of findPattern(match.clause, text, occurrences, clause, virtual)) {
          if (!match.sentence.every((pattern) => occursIn(pattern, text, occurrences, surroundings))) continue;
          if (match.lead !== undefined && !occursIn(match.lead, text, occurrences, clause.colour.spans)) continue;
          if (match.after !== undefined && !occursIn(match.after, text, occurrences, [{ start: clause.sentence.start, end: span.start }])) continue;
          if (match.unlessClause !== undefined && occursIn(match.unlessClause, text, occurrences, [clause])) continue;
          if (match.unless.some((pattern) => occursIn(pattern, text, occurrences, surroundings))) continue;
          if (candidate.unless.some((pattern) => occursIn(pattern, text, occurrences, [clause]))) continue;
          if (candidate.unlessSentence.some((pattern) => occursIn(pattern, text, occurrences, surroundings))) continue;
          const same = sentences.get(clause.sentence.start) ?? [];
          if (isExempt(candidate.rule.reading, clause, clauses[index - 1], same, span, text)) continue;
          hits.push({ compiled: candidate, span, clause, previous: clauses[index - 1], weight: match.weight });
        }
      }
    });
  }
  return gravestFirst(hits, text).map((hit) => toFinding(hit, text, heading.length, normalised, input.text, input.kind));
}

function overlaps(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end;
}

/** Between two hits of one rule these make one phrase: 停水停电, 停水、停电. */
const joint = /^(?:[、和及或并]|以及|并且)?$/u;
/** What may follow a short hit and still belong to its phrase: 没收|全部渔获. */
const objectOf = /^[^，。；：！？、（）\n的并且和或及后再另由]{1,6}$/u;
const shortHit = 4;

function touches(left: Span, right: Span, text: string): boolean {
  if (overlaps(left, right)) return true;
  const [first, second] = left.start <= right.start ? [left, right] : [right, left];
  return joint.test(text.slice(first.end, second.start));
}

/** All that one rule says about one place: 罚款500元 and not only the amount that gave it away, 停水停电 and not only 停水. */
function widest(hit: Hit, hits: readonly Hit[], text: string): Span {
  const near = hits
    .filter((other) => other.compiled === hit.compiled && other.clause === hit.clause)
    .sort((left, right) => left.span.start - right.span.start);
  let span = hit.span;
  for (const other of [...near, ...near.toReversed()]) {
    if (touches(other.span, span, text)) span = { start: Math.min(span.start, other.span.start), end: Math.max(span.end, other.span.end) };
  }
  const rest = text.slice(span.end, hit.clause.end);
  const whole = hit.compiled.rule.reading === 'sanction' && hit.compiled.rule.apply !== 'quote' && span.end - span.start <= shortHit && objectOf.test(rest);
  return whole ? { start: span.start, end: hit.clause.end } : span;
}

function gravestFirst(hits: Hit[], text: string): Hit[] {
  const order = (hit: Hit) => hit.span.end - hit.span.start;
  hits.sort(
    (left, right) =>
      left.compiled.rank - right.compiled.rank || right.weight - left.weight || order(right) - order(left) || left.span.start - right.span.start,
  );
  const kept: Hit[] = [];
  for (const hit of hits) {
    const clash = kept.some(
      (other) => overlaps(other.span, hit.span) || (other.compiled === hit.compiled && other.clause === hit.clause),
    );
    if (clash) continue;
    const span = widest(hit, hits, text);
    kept.push({ ...hit, span: kept.some((other) => overlaps(other.span, span)) ? hit.span : span });
  }
  return kept.sort((left, right) => left.compiled.rank - right.compiled.rank || left.span.start - right.span.start);
}

function toFinding(hit: Hit, text: string, shift: number, normalised: ReturnType<typeof normaliseText>, source: string, kind: ConventionKind): Finding {
  const { rule } = hit.compiled;
  const range = originalRange(normalised, hit.span.start - shift, hit.span.end - shift);
  const finding: Finding = {
    rule: rule.id,
    severity: rule.severity,
    article: 0,
    start: range.start,
    end: range.end,
    quote: source.slice(range.start, range.end),
    message: rule.message,
    basis: rule.bases
      .filter((basis) => basis.scope === undefined || basis.scope.includes(kind))
      .map(({ law, article }) => ({ law, article })),
    suggestion: rule.suggestion,
  };
  if (rule.apply === 'quote') return { ...finding, replacement: { ...range, text: rule.suggestion } };
  if (rule.apply === 'clause') {
    const consequence = readReplacement(hit.clause, hit.previous, hit.span, text, rule.suggestion);
    if (consequence === undefined) return finding;
    const wording = kind === 'community' ? rule.suggestion.replaceAll('村民委员会', '居民委员会') : rule.suggestion;
    return { ...finding, replacement: { ...originalRange(normalised, consequence.start - shift, consequence.end - shift), text: wording } };
  }
  return finding;
}
