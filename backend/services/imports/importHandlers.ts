import { keepFile } from '#backend/services/documents/keepFile.ts';
import { registered, type ServiceKit } from '#backend/services/serviceKit.ts';
import { limits } from '#contract/limits.ts';
import { DomainError } from '#core/errors.ts';

/** Reading of foreign files. Nothing but the original file is kept, under its hash, until the person takes the result over. */
export function importHandlers(kit: ServiceKit) {
  return {
    preview: registered.imports.preview.handler(async ({ input, context, signal }) => {
      if (!('file' in input)) {
        const { mediaType: _plain, ...read } = await kit.workers.run('readConvention', input, signal);
        return { ...read, attachment: null };
      }
      const { name, size } = input.file;
      if (size > limits.importBytes) throw new DomainError('FILE_TOO_LARGE', '超过 20 兆');
      const bytes = new Uint8Array(await input.file.arrayBuffer());
      const { mediaType, ...read } = await kit.workers.run('readConvention', { name, bytes, revisions: input.revisions, encoding: input.encoding }, signal);
      const attachment = await kit.write(context.actor.id, async (store, record) => {
        const sha256 = await keepFile(kit, store, { name, mediaType, bytes });
        record({ action: 'attachment.kept', subject: 'attachment', subjectId: sha256 });
        return sha256;
      });
      return { ...read, attachment };
    }),
  };
}
