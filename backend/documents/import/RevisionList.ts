export type FileRevision = { kind: 'insertion' | 'deletion' | 'move'; author: string; text: string };

/** The revisions of a document in reading order. Pieces that touch, of one kind and one person, are one, as Word counts them. */
export class RevisionList {
  readonly revisions: FileRevision[] = [];
  #isOpen = false;

  /** Adds a piece and answers the revision's index. */
  add(kind: FileRevision['kind'], author: string, text: string): number {
    const last = this.revisions.at(-1);
    if (this.#isOpen && last?.kind === kind && last.author === author) last.text += text;
    else this.revisions.push({ kind, author, text });
    this.#isOpen = true;
    return this.revisions.length - 1;
  }

  /** Says that words outside any revision follow. */
  close() {
    this.#isOpen = false;
  }
}
