import { assertNever } from '#core/assertNever.ts';
import { conventionBlocks, runsText } from '#backend/documents/export/conventionBlocks.ts';
import type { ConventionPrint, PrintDocument } from '#backend/documents/export/printDocument.ts';

/** The title as it stands on the first page and in the file's properties. */
export function printTitle(input: PrintDocument): string {
  switch (input.type) {
    case 'convention':
      return conventionTitle(input);
    case 'commentTable':
      return `《${input.conventionTitle}》意见汇总及采纳情况表`;
    case 'opinion':
      return `关于《${input.conventionTitle}》的合法性审查意见书`;
    case 'amendmentTable':
      return `《${input.conventionTitle}》条文对照表`;
    case 'amendmentStatement':
      return `关于《${input.conventionTitle}》的修订说明`;
    default:
      return assertNever(input);
  }
}

function conventionTitle(input: ConventionPrint): string {
  const title = conventionBlocks(input.document).find((block) => block.kind === 'title');
  return title?.kind === 'title' ? runsText(title.runs) : '';
}
