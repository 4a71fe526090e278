import { exportMarkdown } from '#backend/documents/export/exportMarkdown.ts';
import { exportText } from '#backend/documents/export/exportText.ts';
import type { PrintDocument } from '#backend/documents/export/printDocument.ts';
import { commentTablePrint } from '#backend/services/documents/commentTablePrint.ts';
import { conventionPrint } from '#backend/services/documents/conventionPrint.ts';
import { receivedOpinionPrint, reviewPrint } from '#backend/services/documents/opinionPrint.ts';
import { registered, type ServiceKit } from '#backend/services/serviceKit.ts';

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain;charset=utf-8',
  md: 'text/markdown;charset=utf-8',
} as const;

/** Documents as files: what is previewed, printed and archived are the same bytes. */
export function documentHandlers(kit: ServiceKit) {
  async function set(print: PrintDocument, format: 'pdf' | 'docx', signal: AbortSignal | undefined): Promise<Uint8Array> {
    if (format === 'pdf') return kit.workers.run('typeset', print, signal);
    // Loaded with the first Word file: it is a large part of what the start would otherwise load.
    const { exportDocx } = await import('#backend/documents/export/exportDocx.ts');
    return exportDocx(print);
  }

  const file = (bytes: Uint8Array | string, name: string, format: keyof typeof mediaTypes) =>
    new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], `${name}.${format}`, {
      type: mediaTypes[format],
    });

  return {
    convention: registered.documents.convention.handler(async ({ input, context, signal }) => {
      const { format } = input;
      const { print, fileName, document } = await conventionPrint(kit.store, context.actor, kit.clock.now(), input);
      switch (format) {
        case 'pdf':
        case 'docx':
          return file(await set(print, format, signal), fileName, format);
        case 'txt':
          return file(exportText(document), fileName, format);
        case 'md':
          return file(exportMarkdown(document), fileName, format);
      }
    }),

    comments: registered.documents.comments.handler(async ({ input, context, signal }) => {
      const print = await commentTablePrint(kit.store, context.actor, kit.clock.now(), input.conventionId);
      const name = `${print.conventionTitle}意见汇总及采纳情况表`;
      return file(await set(print, input.format, signal), name, input.format);
    }),

    opinion: registered.documents.opinion.handler(async ({ input, context, signal }) => {
      const now = kit.clock.now();
      const print =
        'reviewId' in input
          ? await reviewPrint(kit.store, now, input.reviewId)
          : await receivedOpinionPrint(kit.store, context.actor, now, input.opinionId);
      return file(await set(print, input.format, signal), `${print.conventionTitle}合法性审查意见书`, input.format);
    }),
  };
}
