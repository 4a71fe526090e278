import type { OpenedPackage } from '#backend/exchange/openPackage.ts';
import { contentHash } from '#core/document/contentHash.ts';
import { renderFormat, renderText } from '#core/document/renderText.ts';
import { DomainError } from '#core/errors.ts';
import {
  opinionPayloadSchema,
  submissionPayloadSchema,
  type OpinionPayload,
  type SubmissionPayload,
} from '#core/exchange/package.ts';
import type { PackageParts } from '#backend/exchange/sealPackage.ts';

export type PackagePayload =
  | { kind: 'submission'; payload: SubmissionPayload }
  | { kind: 'opinion'; payload: OpinionPayload };

const submissionPart = 'submission.json';
const textPart = 'text.txt';
const opinionPart = 'opinion.json';

function toJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`);
}

/** The parts of a submission package: its JSON, and the text that the hash is taken over, for anyone to recompute. */
export function submissionParts(payload: SubmissionPayload): PackageParts {
  return { [submissionPart]: toJson(payload), [textPart]: new TextEncoder().encode(renderText(payload.document)) };
}

export function opinionParts(payload: OpinionPayload): PackageParts {
  return { [opinionPart]: toJson(payload) };
}

function fromJson(bytes: Uint8Array | undefined): unknown {
  if (bytes === undefined) throw new DomainError('PACKAGE_DAMAGED', '缺少正文');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new DomainError('PACKAGE_DAMAGED', '正文读不出来', { cause: error });
  }
}

/**
 * Reads what a verified package carries and recomputes the content hash of the text in it.
 * Throws PACKAGE_DAMAGED for another shape, PACKAGE_TAMPERED when the text is not the text of the hash,
 * PACKAGE_NEWER when the hash was made by rules that this application does not know.
 */
export function packagePayload(opened: OpenedPackage): PackagePayload {
  switch (opened.manifest.kind) {
    case 'submission': {
      const payload = submissionPayloadSchema.safeParse(fromJson(opened.parts[submissionPart]));
      if (!payload.success) throw new DomainError('PACKAGE_DAMAGED', '正文格式不对', { cause: payload.error });
      if (payload.data.renderFormat > renderFormat) throw new DomainError('PACKAGE_NEWER');
      if (contentHash(payload.data.document).sha256 !== payload.data.contentHash) {
        throw new DomainError('PACKAGE_TAMPERED', '文本和校验值对不上');
      }
      return { kind: 'submission', payload: payload.data };
    }
    case 'opinion': {
      const payload = opinionPayloadSchema.safeParse(fromJson(opened.parts[opinionPart]));
      if (!payload.success) throw new DomainError('PACKAGE_DAMAGED', '意见书格式不对', { cause: payload.error });
      return { kind: 'opinion', payload: payload.data };
    }
  }
}
