import { z } from 'zod';
import { procedure, sha256Schema } from '#contract/base.ts';
import { limits } from '#contract/limits.ts';
import { documentSchema } from '#core/document/document.ts';
import { parseWarningReasons } from '#core/document/parseConvention.ts';
import { authorsTimeSchema, fileCommentSchema, suggestionSchema } from '#core/document/suggestions/suggestion.ts';

/** The encodings in which a text file is read, as WHATWG names them. GBK and GB2312 are parts of gb18030. */
export const textEncodings = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;
export type TextEncoding = (typeof textEncodings)[number];

/** For the person who chooses. */
export const textEncodingNames: Record<TextEncoding, string> = {
  'utf-8': 'UTF-8',
  gb18030: '简体 GB18030（GBK）',
  big5: '繁体 Big5',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16（高位在前）',
};

/**
 * How revisions in a file are taken. accept 接受: insertions stay, deletions go. reject 拒绝: the other way round, as the text
 * stood before. keep 保留: nothing is decided; `source` reads as with accept, which is what Word shows as 最终状态, and the document
 * holds the changes as suggestions. No choice is taken as keep.
 */
export const revisionChoices = ['keep', 'accept', 'reject'] as const;
export type RevisionChoice = (typeof revisionChoices)[number];

/** 0-based line of `source`; null for what stands in no line of it */
const sourceLineSchema = z.number().int().min(0);

/** A stretch that somebody inserted, deleted or moved with revisions switched on; `author` may be empty. */
const revisionSchema = z.object({
  kind: z.enum(['insertion', 'deletion', 'move']),
  author: z.string(),
  madeAt: authorsTimeSchema.nullable(),
  /** empty where only the end of a paragraph was inserted or deleted */
  text: z.string(),
  line: sourceLineSchema.nullable(),
});

/** A comment of Word: what it says, the words it stands at (empty when it stands at a point), and their line. */
const remarkSchema = z.object({
  author: z.string(),
  madeAt: authorsTimeSchema.nullable(),
  text: z.string(),
  quote: z.string(),
  line: sourceLineSchema.nullable(),
  /** UTF-16 offset in `source` */
  at: z.number().int().min(0).nullable(),
});

const offsetSchema = z.number().int().min(0);
/** See RevisionPiece. */
const revisionPieceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('inserted'), revision: offsetSchema, from: offsetSchema, to: offsetSchema }),
  z.object({ kind: z.literal('deleted'), revision: offsetSchema, at: offsetSchema, text: z.string(), within: offsetSchema.nullable() }),
]);

/** One way of reading the bytes of a text file that gives Chinese; `sample` is what its first words are then. */
const encodingCandidateSchema = z.object({ name: z.enum(textEncodings), sample: z.string(), chosen: z.boolean() });

/** What a file holds beside its words. All lists are empty for pasted text. */
const importFactsSchema = z.object({
  revisions: z.array(revisionSchema),
  comments: z.array(remarkSchema),
  /** the words of the revisions in reading order; empty unless they are kept */
  pieces: z.array(revisionPieceSchema),
  /** empty where only one encoding fits; else at least two, of which one is chosen */
  encodings: z.array(encodingCandidateSchema),
});
export type ImportFacts = z.infer<typeof importFactsSchema>;

const importNoteSchema = z.object({ code: z.string(), text: z.string() });
/** Words for the reasons: contract/parseWarnings.ts. */
const parseWarningSchema = z.object({ reason: z.enum(parseWarningReasons), text: z.string(), line: sourceLineSchema.optional() });

const pastedSchema = z.string().min(1).max(limits.pastedCharacters);

export const imports = {
  /**
   * Reads a file or pasted text without keeping anything but the original file under its hash. `pastedHtml` is the text/html of
   * the clipboard. Asked again with `revisions` or `encoding`, the same file is read that way.
   */
  preview: procedure
    .input(
      z.union([
        z.strictObject({ file: z.file(), revisions: z.enum(revisionChoices).optional(), encoding: z.enum(textEncodings).optional() }),
        z.strictObject({ pasted: pastedSchema }),
        z.strictObject({ pastedHtml: pastedSchema }),
      ]),
    )
    .output(
      z.object({
        document: documentSchema,
        kind: z.enum(['village', 'community', 'other']),
        /** article id → number as printed in the source */
        labels: z.record(z.string(), z.string()),
        warnings: z.array(parseWarningSchema),
        notes: z.array(importNoteSchema),
        facts: importFactsSchema,
        /** the records of the suggestions that the document holds, and the remarks at the margin of the file */
        suggestions: z.array(suggestionSchema),
        fileComments: z.array(fileCommentSchema),
        source: z.string(),
        attachment: sha256Schema.nullable(),
      }),
    ),
  /** Keeps a picture or a scanned PDF, in which there is nothing to read, when a text is typed from it. FILE_KIND_UNSUPPORTED for any other file. */
  keepOriginal: procedure.input(z.strictObject({ file: z.file() })).output(z.object({ attachment: sha256Schema })),
};
