import type { AnchoredPiece } from '#backend/documents/import/anchors.ts';
import type { ImportFacts } from '#contract/imports.ts';

/** The words of the revisions of a text that was read with all of them accepted. `revisionOf`: a mark's id → the revision's index. */
export function revisionPieces(anchored: readonly AnchoredPiece[], revisionOf: (id: string) => number | undefined): ImportFacts['pieces'] {
  return anchored.flatMap((piece): ImportFacts['pieces'] => {
    const revision = revisionOf(piece.id);
    if (revision === undefined) return [];
    if (piece.kind === 'present') return [{ kind: 'inserted', revision, from: piece.from, to: piece.to }];
    const within = piece.within === undefined ? undefined : revisionOf(piece.within);
    return [{ kind: 'deleted', revision, at: piece.at, text: piece.text, within: within ?? null }];
  });
}
