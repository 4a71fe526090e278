import { keepFile } from '#backend/services/documents/keepFile.ts';
import { registered, type ServiceKit } from '#backend/services/serviceKit.ts';
import { limits } from '#contract/limits.ts';
import { DomainError } from '#core/errors.ts';

/** Words for what the parser could not place; the text itself stands beside them. */
const warningTexts: Record<string, string> = {
  furniture: '像是页眉页脚或网页残留，没有放进正文',
};

/** Reading of foreign files. Nothing but the original file is kept, under its hash, until the person takes the result over. */
export function importHandlers(kit: ServiceKit) {
  return {
    preview: registered.imports.preview.handler(async ({ input, signal }) => {
      const { mediaType, ...read } =
        'pasted' in input
          ? await kit.workers.run('readConvention', { pasted: input.pasted }, signal)
          : await kit.workers.run('readConvention', await fileBytes(input.file), signal);
      const warnings = read.warnings.map((warning) => ({ ...warning, message: warningTexts[warning.reason] ?? '' }));
      const attachment = 'pasted' in input ? null : await keep(input.file, mediaType);
      return { ...read, warnings, attachment };
    }),
  };

  async function fileBytes(file: File) {
    if (file.size > limits.importBytes) throw new DomainError('FILE_TOO_LARGE');
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  }

  async function keep(file: File, mediaType: string): Promise<string> {
    return keepFile(kit, kit.store, { name: file.name, mediaType, bytes: new Uint8Array(await file.arrayBuffer()) });
  }
}
