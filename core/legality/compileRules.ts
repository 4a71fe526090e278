import { findPattern, parsePattern, type Amount, type AmountKind, type Occurrences, type Pattern, type Span } from '#core/legality/pattern.ts';
import { severities, type Lexicon, type Match, type Rule, type RuleSet } from '#core/legality/rule.ts';

type CompiledMatch = { clause: Pattern; sentence: readonly Pattern[]; lead: Pattern | undefined; after: Pattern | undefined; unless: readonly Pattern[]; unlessClause: Pattern | undefined; weight: number; bans: boolean };
export type CompiledRule = {
  rule: Rule;
  rank: number;
  matches: readonly CompiledMatch[];
  unless: readonly Pattern[];
  unlessSentence: readonly Pattern[];
};
type WordNode = { next: Map<string, WordNode>; keys: string[] };
export type CompiledRuleSet = {
  rules: readonly CompiledRule[];
  words: WordNode;
  /** elements that are met by amounts, with the kinds of amount */
  amounts: ReadonlyMap<string, readonly AmountKind[]>;
};

const cache = new WeakMap<RuleSet, CompiledRuleSet>();
/** First elements that a governing 严禁下列行为： can stand in for. */
const banElement = /^@ban|^不得|^禁止/u;

/** A rule whose pattern cannot be read. */
export class RuleFault extends Error {
  readonly rule: string;
  readonly field: string;
  constructor(rule: string, field: string, options?: ErrorOptions) {
    super(`rule ${rule}, field ${field}`, options);
    this.name = 'RuleFault';
    this.rule = rule;
    this.field = field;
  }
}

/** Compiles one rule. Throws RuleFault naming rule and field. */
export function compileRule(rule: Rule, lexicon: Lexicon): CompiledRule {
  const read = (field: string, source: string): Pattern => {
    try {
      return parsePattern(source, lexicon);
    } catch (cause) {
      throw new RuleFault(rule.id, field, { cause });
    }
  };
  const compileMatch = (match: Match, index: number): CompiledMatch => {
    const clause = read(`match.${index}.clause`, match.clause);
    const sentence = (match.sentence ?? []).map((source) => read(`match.${index}.sentence`, source));
    return {
      clause,
      sentence,
      lead: match.lead === undefined ? undefined : read(`match.${index}.lead`, match.lead),
      after: match.after === undefined ? undefined : read(`match.${index}.after`, match.after),
      unless: (match.unless ?? []).map((source) => read(`match.${index}.unless`, source)),
      unlessClause: match.unlessClause === undefined ? undefined : read(`match.${index}.unlessClause`, match.unlessClause),
      // A bare amount, or a bare object in a consequence, says least about what is wrong: patterns with more words go before it.
      weight: match.after !== undefined ? 1.2 : clause.length === 1 && clause[0]?.words.length === 0 ? (sentence.length > 0 ? 1.5 : 1) : (clause.length + sentence.length) * 2,
      bans: banElement.test(match.clause),
    };
  };
  return {
    rule,
    rank: severities.indexOf(rule.severity),
    matches: rule.match.map(compileMatch),
    unless: (rule.unless ?? []).map((source) => read('unless', source)),
    unlessSentence: (rule.unlessSentence ?? []).map((source) => read('unlessSentence', source)),
  };
}

function patternsOf(rule: CompiledRule): Pattern[] {
  return [
    ...rule.matches.flatMap((match) => [match.clause, ...match.sentence, ...[match.lead, match.after, match.unlessClause].flatMap((pattern) => pattern ?? []).map((element) => [element]), ...match.unless]),
    ...rule.unless,
    ...rule.unlessSentence,
  ];
}

/** Compiles a rule set once; later calls with the same object are free. */
export function compileRules(ruleSet: RuleSet): CompiledRuleSet {
  const known = cache.get(ruleSet);
  if (known !== undefined) return known;
  const rules = ruleSet.rules.map((rule) => compileRule(rule, ruleSet.lexicon));
  const words: WordNode = { next: new Map(), keys: [] };
  const amounts = new Map<string, readonly AmountKind[]>();
  const added = new Set<string>();
  for (const element of rules.flatMap(patternsOf).flat()) {
    if (added.has(element.key)) continue;
    added.add(element.key);
    if (element.amounts.length > 0) amounts.set(element.key, element.amounts);
    for (const word of element.words) {
      let node = words;
      for (const character of word) {
        let child = node.next.get(character);
        if (child === undefined) {
          child = { next: new Map(), keys: [] };
          node.next.set(character, child);
        }
        node = child;
      }
      if (!node.keys.includes(element.key)) node.keys.push(element.key);
    }
  }
  const compiled = { rules, words, amounts };
  cache.set(ruleSet, compiled);
  return compiled;
}

/** Finds the words and amounts of all patterns in one pass over the text. */
export function findWords(compiled: CompiledRuleSet, text: string, amounts: readonly Amount[]): Map<string, Span[]> {
  const occurrences = new Map<string, Span[]>();
  for (let start = 0; start < text.length; start += 1) {
    let node = compiled.words.next.get(text.charAt(start));
    for (let end = start + 1; node !== undefined; end += 1) {
      for (const key of node.keys) {
        const spans = occurrences.get(key);
        if (spans === undefined) occurrences.set(key, [{ start, end }]);
        else spans.push({ start, end });
      }
      node = end < text.length ? node.next.get(text.charAt(end)) : undefined;
    }
  }
  for (const [key, kinds] of compiled.amounts) {
    const spans = amounts.filter((amount) => kinds.includes(amount.kind));
    if (spans.length === 0) continue;
    const all = [...(occurrences.get(key) ?? []), ...spans].sort((left, right) => left.start - right.start);
    occurrences.set(key, all);
  }
  return occurrences;
}

/** Whether a pattern is met anywhere in one of the ranges. */
export function occursIn(pattern: Pattern, text: string, occurrences: Occurrences, ranges: readonly Span[]): boolean {
  return ranges.some((range) => findPattern(pattern, text, occurrences, range, false, 1).length > 0);
}
