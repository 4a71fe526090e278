import { attribute, type XmlElement } from '#backend/documents/import/parseXml.ts';

/** When a revision or a comment was made, to the minute. Word writes the author's own time and calls it UTC: the zone is left out. */
export function dateOf(element: XmlElement): string | null {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/u.exec(attribute(element, 'date') ?? '')?.[0] ?? null;
}
