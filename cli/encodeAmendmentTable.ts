import { fileURLToPath } from 'node:url';
import type { AmendmentTablePrint } from '#backend/documents/export/printDocument.ts';

export const tableFormats = ['pdf', 'docx', 'xlsx'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** The bytes of a 条文对照表, set in this thread; a format's packages are loaded when it is asked for. */
export async function encodeAmendmentTable(print: AmendmentTablePrint, format: TableFormat): Promise<Uint8Array> {
  switch (format) {
    case 'pdf': {
      const { createTypesetter } = await import('#backend/documents/export/createTypesetter.ts');
      const resourceFolder = fileURLToPath(new URL('../resources', import.meta.url));
      return createTypesetter({ resourceFolder }).setDocument(print);
    }
    case 'docx': {
      const { exportDocx } = await import('#backend/documents/export/exportDocx.ts');
      return exportDocx(print);
    }
    case 'xlsx': {
      const { amendmentTableToExcel } = await import('#backend/documents/export/amendmentTableToExcel.ts');
      return amendmentTableToExcel(print);
    }
  }
}
