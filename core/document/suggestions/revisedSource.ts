/** What a foreign file's tracked changes did, by UTF-16 offsets in the text that is read with all of them accepted. */
export type RevisionPiece =
  | { kind: 'inserted'; /** index of the revision */ revision: number; from: number; to: number }
  | {
      kind: 'deleted';
      revision: number;
      /** where the words stood */
      at: number;
      /** a line end where a paragraph's end was deleted */
      text: string;
      /** the revision that had inserted the words before; null where they are older than the revisions */
      within: number | null;
    };

/** The tracked changes and marginal remarks of a file. `line`: 0-based line of the accepted text; null for what stands in none. */
export type RevisedSource = {
  revisions: readonly { author: string; madeAt: string | null; text: string; kind: 'insertion' | 'deletion' | 'move' }[];
  pieces: readonly RevisionPiece[];
  comments: readonly { author: string; madeAt: string | null; text: string; quote: string; line: number | null; at: number | null }[];
};
