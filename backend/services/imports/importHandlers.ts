import { keepFile } from '#backend/services/documents/keepFile.ts';
import { scanMediaType } from '#backend/services/priorAdoptions/scanMediaType.ts';
import { registered, type ServiceKit } from '#backend/services/serviceKit.ts';
import { limits } from '#contract/limits.ts';
import { DomainError } from '#core/errors.ts';

/** Reading of foreign files. Nothing but the original file is kept, under its hash, until the person takes the result over. */
export function importHandlers(kit: ServiceKit) {
  const keep = (actorId: string, file: { name: string; mediaType: string; bytes: Uint8Array }) =>
    kit.write(actorId, async (store, record) => {
      const sha256 = await keepFile(kit, store, file);
      record({ action: 'attachment.kept', subject: 'attachment', subjectId: sha256 });
      return sha256;
    });
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
      return { ...read, attachment: await keep(context.actor.id, { name, mediaType, bytes }) };
    }),
    keepOriginal: registered.imports.keepOriginal.handler(async ({ input, context }) => {
      const { name, size } = input.file;
      if (size > limits.importBytes) throw new DomainError('FILE_TOO_LARGE', '超过 20 兆');
      const bytes = new Uint8Array(await input.file.arrayBuffer());
      const mediaType = scanMediaType(bytes);
      if (mediaType === undefined) throw new DomainError('FILE_KIND_UNSUPPORTED', '不是图片，也不是 PDF');
      return { attachment: await keep(context.actor.id, { name, mediaType, bytes }) };
    }),
  };
}
