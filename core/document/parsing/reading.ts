import type { Marker, MarkerFamily } from '#core/document/parsing/markers.ts';
import type { SourceLine } from '#core/document/parsing/sourceLines.ts';

/** A line of the body with what may be numbers in it. */
export type BodyLine = SourceLine & {
  markers: readonly Marker[];
  /** the line was broken off the line above */
  continues: boolean;
};

/** One way to understand a text: which families carry the headings (outer to inner) and which one the articles. */
export type Reading = {
  headings: readonly MarkerFamily[];
  article: MarkerFamily | undefined;
};

type SegmentRole = 'heading' | 'bareHeading' | 'article' | 'item' | 'text';

/** A stretch of one line under a reading. `text` has no number in front. */
export type Segment = {
  role: SegmentRole;
  line: number;
  text: string;
  /** 0-based depth among the reading's heading families */
  depth: number;
  marker?: Marker;
  /** to be glued to the segment above without a line end */
  continues: boolean;
  /** a number that follows its predecessor, or starts anew below a heading */
  regular: boolean;
  /** what stands before a list that begins inside the line */
  innerLead?: string;
};

/** Whether a stretch is a heading, numbered or not. */
export function isHeading({ role }: Pick<Segment, 'role'>): boolean {
  return role === 'heading' || role === 'bareHeading';
}
