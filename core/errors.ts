/**
 * The closed list of what can go wrong in a way that the user can act on.
 * Texts and transport statuses stand in contract/errorTexts.ts; anything else that is thrown is a bug.
 */
export const errorCodes = [
  'NOT_REGISTERED',
  'NOT_FOUND',
  'NOT_ALLOWED',
  'BAD_INPUT',
  'CONFLICT',
  'WRONG_STAGE',
  'FILE_EMPTY',
  'FILE_TOO_LARGE',
  'TEXT_TOO_LONG',
  'FILE_ENCRYPTED',
  'FILE_DAMAGED',
  'FILE_KIND_MISMATCH',
  'FILE_KIND_UNSUPPORTED',
  'FILE_WITHOUT_TEXT',
  'FILE_ENCODING_UNKNOWN',
  'FILE_UNSAFE',
  'FILE_TOO_SLOW',
  'PACKAGE_DAMAGED',
  'PACKAGE_UNSAFE',
  'PACKAGE_TAMPERED',
  'PACKAGE_NEWER',
  'PACKAGE_UNEXPECTED',
  'PACKAGE_UNKNOWN_SENDER',
  'DATA_FOLDER_IN_USE',
  'DATA_FOLDER_READ_ONLY',
  'DATA_FOLDER_NEWER',
  'DATA_FOLDER_DAMAGED',
  'DISK_FULL',
  'TYPESETTING_FAILED',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** An expected failure. `detail` is a short Chinese fragment (what and where) that the text for the code may show. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly detail: string | undefined;

  constructor(code: ErrorCode, detail?: string, options?: ErrorOptions) {
    super(detail === undefined ? code : `${code}: ${detail}`, options);
    this.name = 'DomainError';
    this.code = code;
    this.detail = detail;
  }
}
