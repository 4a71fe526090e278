import { articlesOfDraft, type DraftBody } from '#core/document/parsing/draft.ts';
import type { ParseWarning } from '#core/document/parseConvention.ts';

/** Numbers that come twice or are missing within a chapter, or within the document where numbers run on. */
export function numberWarnings(body: DraftBody): ParseWarning[] {
  const warnings: ParseWarning[] = [];
  let last = 0;
  let family: string | undefined;
  for (const { label, value, lead } of articlesOfDraft(body)) {
    if (value === undefined || lead.marker?.family === 'bullet') continue;
    if (lead.marker?.family === family) {
      if (value === last) warnings.push({ text: label, reason: 'numberRepeated', line: lead.from });
      else if (value > last + 1) warnings.push({ text: label, reason: 'numberSkipped', line: lead.from });
    }
    family = lead.marker?.family;
    last = value;
  }
  return warnings;
}
