import { renderSVG } from 'uqr';
import { assertNever } from '#core/assertNever.ts';
import { verificationCode } from '#core/document/verificationCode.ts';
import { DomainError } from '#core/errors.ts';
import { columnWeights } from '#backend/documents/export/columnWeights.ts';
import { conventionBlocks, runsText } from '#backend/documents/export/conventionBlocks.ts';
import { conventionNotes } from '#backend/documents/export/conventionNotes.ts';
import type { PrintDocument } from '#backend/documents/export/printDocument.ts';
import { printableText } from '#backend/documents/export/printableText.ts';
import { statementLines } from '#backend/documents/export/statementLines.ts';
import { printTitle } from '#backend/documents/export/printTitle.ts';

/** 〓 is what a Chinese compositor puts where the type case lacks a character. */
const missingCharacter = '〓';

/** Characters that print nothing of their own: where no font has one, it is left out. */
export const invisible = /^\p{Default_Ignorable_Code_Point}$/u;

/**
 * What a template gets: JSON, so that text is never markup. The characters of `missing` are replaced by 〓, or left out where they are invisible.
 * @throws DomainError TYPESETTING_FAILED when the date is not a whole day
 */
export function templateData(input: PrintDocument, missing: string): string {
  const absent = new Set(missing);
  const visible = [...absent].filter((character) => !invisible.test(character));
  const codes = visible.map((character) => `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`);
  const data = {
    title: printTitle(input),
    date: dateParts(input.date),
    missing: visible.length === 0 ? null : `文中“${missingCharacter}”为本机字库没有的字，编码为${codes.join('、')}。`,
    ...contentOf(input),
  };
  return JSON.stringify(data, (key, value: unknown) => {
    if (typeof value !== 'string') return value;
    const printable = printableText(value);
    if (key === 'qr' || missing === '') return printable;
    return [...printable].map((character) => (absent.has(character) ? (invisible.test(character) ? '' : missingCharacter) : character)).join('');
  });
}

function contentOf(input: PrintDocument): object {
  switch (input.type) {
    case 'convention': {
      const notes = conventionNotes(input);
      return {
        blocks: conventionBlocks(input.document).map((block) =>
          block.kind === 'table'
            ? { kind: block.kind, rows: block.rows, weights: columnWeights(block.rows.map((row) => row.map(runsText))) }
            : block,
        ),
        notes,
        qr: notes.verification === undefined ? null : renderSVG(notes.verification.sha256, { ecc: 'M', border: 0 }),
      };
    }
    case 'commentTable':
      return { print: input };
    case 'opinion':
      return { print: { ...input, verificationCode: verificationCode(input.sha256) } };
    case 'amendmentTable':
      return { print: input };
    case 'amendmentStatement':
      return { print: { ...input, lines: statementLines(input.text) } };
    default:
      return assertNever(input);
  }
}

function dateParts(date: string): { year: number; month: number; day: number } {
  const match = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/u.exec(date);
  if (match === null) throw new DomainError('TYPESETTING_FAILED', `日期“${date}”不完整`);
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}
