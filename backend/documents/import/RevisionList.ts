export type FileRevision = {
  kind: 'insertion' | 'deletion' | 'move';
  author: string;
  /** as the file says it, in the author's own time zone: 2026-01-31T09:30; null where it does not */
  madeAt: string | null;
  text: string;
};

/** The revisions of a document in reading order. Pieces that touch, of one kind and one person, are one, as Word counts them. */
export class RevisionList {
  readonly revisions: FileRevision[] = [];
  #isOpen = false;

  /** Adds a piece and answers the revision's index. */
  add(kind: FileRevision['kind'], author: string, text: string, madeAt: string | null = null): number {
    const last = this.revisions.at(-1);
    if (this.#isOpen && last?.kind === kind && last.author === author) last.text += text;
    else this.revisions.push({ kind, author, madeAt, text });
    this.#isOpen = true;
    return this.revisions.length - 1;
  }

  /** Says that words outside any revision follow. */
  close() {
    this.#isOpen = false;
  }
}
