import { z } from 'zod';
import { conventionKindSchema } from '#core/document/document.ts';

/** How grave a finding is, the gravest first. Stored. */
export const severities = ['unlawful', 'risky', 'consider'] as const;
export const severitySchema = z.enum(severities);
export type Severity = z.infer<typeof severitySchema>;

/**
 * How a hit is read, which decides what excuses it:
 * `sanction` is something done to a person (罚款, 停水), `ban` forbids what the law allows, `demand` imposes a duty,
 * `claim` states something about the text itself (who makes it, which law it stands on).
 */
const readings = ['sanction', 'ban', 'demand', 'claim'] as const;
const readingSchema = z.enum(readings);
export type Reading = z.infer<typeof readingSchema>;

const patternSchema = z.string().min(1).max(2_000);

/** One way in which a rule can be met. All parts given must hold. */
const matchSchema = z.strictObject({
  /** what the clause says; see parsePattern for the notation */
  clause: patternSchema,
  /** what must be said anywhere in the sentence, its lead or its heading */
  sentence: z.array(patternSchema).max(4).optional(),
  /** what must be said in the lead (有下列行为之一的…：) or heading that governs the clause */
  lead: patternSchema.optional(),
  /** what must be said in the sentence before the hit: the misconduct whose consequence it is */
  after: patternSchema.optional(),
  /** what must not be said in the sentence, its lead or its heading */
  unless: z.array(patternSchema).max(8).optional(),
  /** what must not be said in the clause */
  unlessClause: patternSchema.optional(),
});
export type Match = z.infer<typeof matchSchema>;

const basisSchema = z.strictObject({
  /** full Chinese name without 中华人民共和国: 行政处罚法 */
  law: z.string().min(2).max(60),
  /** 第十七条, 第十条之一; an empty string where the whole law is meant or its numbering is not verified */
  article: z.string().regex(/^(?:第[一二三四五六七八九十百千零]+条(?:之[一二三四五六七八九十]+)?)?$/u),
  /** year or date of the version that was read */
  version: z.string().max(20).optional(),
  /** kinds of convention the law applies to; all when left out */
  scope: z.array(conventionKindSchema).min(1).optional(),
});

export const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*[a-z]$/u).max(60),
  group: z.string().regex(/^[A-Z]$/u),
  severity: severitySchema,
  scope: z.array(conventionKindSchema).min(1),
  reading: readingSchema,
  match: z.array(matchSchema).min(1).max(60),
  /** patterns whose presence in the same clause excuses it */
  unless: z.array(patternSchema).max(40).optional(),
  /** patterns whose presence in the same sentence, lead or heading excuses it */
  unlessSentence: z.array(patternSchema).max(40).optional(),
  bases: z.array(basisSchema).max(12),
  /** one sentence, a hint and never a judgement */
  message: z.string().min(4).max(200),
  /** wording that can be taken over, or advice */
  suggestion: z.string().min(2).max(300),
  /** whether the suggestion replaces the quoted words, a clause that is wholly the consequence (a sanction, see readReplacement), or nothing */
  apply: z.enum(['quote', 'clause', 'advice']),
  examples: z.strictObject({
    match: z.array(z.string().min(2)).min(5),
    pass: z.array(z.string().min(2)).min(5),
  }),
});
export type Rule = z.infer<typeof ruleSchema>;

/** Named word lists that patterns refer to as @name. */
export const lexiconSchema = z.record(z.string().regex(/^[a-zA-Z]+$/u), z.array(z.string().min(1).max(60)).min(1));
export type Lexicon = z.infer<typeof lexiconSchema>;

/** A document must speak of these: absent from the whole text, the rule reports. */
export const topicSchema = z.strictObject({
  name: z.string().min(2).max(40),
  /** any of these words shows that the topic is dealt with */
  words: z.array(z.string().min(1)).min(1),
  scope: z.array(conventionKindSchema).min(1),
  bases: z.array(basisSchema).max(4),
  message: z.string().min(4).max(200),
  suggestion: z.string().min(2).max(300),
});
export type Topic = z.infer<typeof topicSchema>;

export const manifestSchema = z.strictObject({
  version: z.string().min(1).max(20),
  date: z.iso.date(),
});

export const ruleSetSchema = z.strictObject({
  version: z.string(),
  date: z.string(),
  lexicon: lexiconSchema,
  rules: z.array(ruleSchema),
  topics: z.array(topicSchema),
});
export type RuleSet = z.infer<typeof ruleSetSchema>;

/** Parts of a document that are not articles. `document` stands for the text as a whole. */
const findingParts = ['title', 'preamble', 'verse', 'closing', 'annex', 'document'] as const;

export const findingSchema = z.strictObject({
  rule: z.string(),
  severity: severitySchema,
  /** 0-based index among all articles; -1 for a part or the whole document */
  article: z.number().int().min(-1),
  articleId: z.string().optional(),
  part: z.enum(findingParts).optional(),
  /** UTF-16 offsets in articleText, or in the part's text */
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  quote: z.string(),
  message: z.string(),
  basis: z.array(z.strictObject({ law: z.string(), article: z.string() })),
  suggestion: z.string(),
  replacement: z.strictObject({ start: z.number().int(), end: z.number().int(), text: z.string() }).optional(),
});
export type Finding = z.infer<typeof findingSchema>;
