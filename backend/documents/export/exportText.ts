import type { ConventionDocument } from '#core/document/document.ts';
import { renderText } from '#core/document/renderText.ts';

/** The text exactly as it is hashed, UTF-8 without a byte order mark: `sha256sum` of the file is the content hash. */
export function exportText(document: ConventionDocument): Uint8Array {
  return new TextEncoder().encode(renderText(document));
}
