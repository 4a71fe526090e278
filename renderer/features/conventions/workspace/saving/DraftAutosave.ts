import type { ConventionDocument } from '#core/document/document.ts';

export type SaveState =
  | { kind: 'saved'; savedAt: string }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'failed'; error: unknown }
  | { kind: 'conflict' };

export type Saved = { revision: number; savedAt: string };

/** Runs something once after so many milliseconds; the answer calls it off. */
type Scheduler = (milliseconds: number, run: () => void) => () => void;

export type AutosaveOptions = Saved & {
  /** The text as it stands; undefined while it is not fit to be stored (a word is being composed). */
  read(): ConventionDocument | undefined;
  save(document: ConventionDocument, baseRevision: number): Promise<Saved>;
  isConflict(error: unknown): boolean;
  schedule: Scheduler;
  onState(state: SaveState): void;
};

/** After the last keystroke; the draft is on disk within a second of it. */
const pause = 600;
/** While somebody types without a pause, this often. */
const longestWait = 4_000;
/** Until a word is composed, or after the host did not answer. */
const composingWait = 150;
const retryWaits = [2_000, 5_000, 15_000];

/**
 * Saves a draft behind the one who types: one save at a time, the newest text last, each on the revision that the one
 * before it returned. It never writes to the editor.
 */
export class DraftAutosave {
  readonly #options: AutosaveOptions;
  #revision: number;
  #savedAt: string;
  #isDirty = false;
  #isStopped = false;
  #inConflict = false;
  #failures = 0;
  #running: Promise<void> | undefined;
  #calledOff: (() => void) | undefined;
  #limitCalledOff: (() => void) | undefined;
  #savedDocument: ConventionDocument | undefined;
  #failure: unknown;

  constructor(options: AutosaveOptions) {
    this.#options = options;
    this.#revision = options.revision;
    this.#savedAt = options.savedAt;
  }

  get revision(): number {
    return this.#revision;
  }

  get hasUnsaved(): boolean {
    return this.#isDirty || this.#running !== undefined;
  }

  /** What the store holds, as far as this window knows; undefined before the first save. */
  get savedDocument(): ConventionDocument | undefined {
    return this.#savedDocument;
  }

  /** The text changed. */
  touch(): void {
    if (this.#isStopped) return;
    const wasClean = !this.#isDirty;
    this.#isDirty = true;
    if (this.#inConflict) return;
    if (wasClean && this.#running === undefined) this.#options.onState({ kind: 'unsaved' });
    this.#startAfter(pause);
    this.#limitCalledOff ??= this.#options.schedule(longestWait, () => {
      this.#limitCalledOff = undefined;
      this.#start();
    });
  }

  /** Saves at once whatever is not saved yet; resolves when it is on disk or could not be saved. */
  async flush(): Promise<boolean> {
    if (this.#running !== undefined) await this.#running;
    if (this.#isDirty && !this.#inConflict) {
      this.#start();
      await this.#running;
    }
    return !this.#isDirty;
  }

  /** The same before a step that stands on the text as it is seen: throws what the last save failed with, so that none is taken on an older text. */
  async flushOrThrow(): Promise<void> {
    if (!(await this.flush()) && this.#failure !== undefined) throw this.#failure;
  }

  /** Goes on after a conflict: the next save stands on the revision that the store holds. */
  adopt(stored: Saved, document: ConventionDocument): void {
    this.#revision = stored.revision;
    this.#savedAt = stored.savedAt;
    this.#savedDocument = document;
    this.#inConflict = false;
    this.#failure = undefined;
    this.#isDirty = false;
    this.#options.onState({ kind: 'saved', savedAt: stored.savedAt });
  }

  stop(): void {
    this.#isStopped = true;
    this.#callOff();
  }

  #callOff(): void {
    this.#calledOff?.();
    this.#limitCalledOff?.();
    this.#calledOff = undefined;
    this.#limitCalledOff = undefined;
  }

  #startAfter(milliseconds: number): void {
    this.#calledOff?.();
    this.#calledOff = this.#options.schedule(milliseconds, () => {
      this.#calledOff = undefined;
      this.#start();
    });
  }

  #start(): void {
    if (this.#running !== undefined || !this.#isDirty || this.#inConflict || this.#isStopped) return;
    this.#callOff();
    const document = this.#options.read();
    if (document === undefined) {
      this.#startAfter(composingWait);
      return;
    }
    this.#isDirty = false;
    this.#options.onState({ kind: 'saving' });
    this.#running = this.#save(document);
  }

  async #save(document: ConventionDocument): Promise<void> {
    try {
      const saved = await this.#options.save(document, this.#revision);
      this.#revision = saved.revision;
      this.#savedAt = saved.savedAt;
      this.#savedDocument = document;
      this.#failures = 0;
      this.#failure = undefined;
      this.#running = undefined;
      this.#options.onState(this.#isDirty ? { kind: 'unsaved' } : { kind: 'saved', savedAt: this.#savedAt });
      if (this.#isDirty && this.#calledOff === undefined && !this.#isStopped) this.#startAfter(pause);
    } catch (error) {
      this.#failure = error;
      this.#running = undefined;
      this.#isDirty = true;
      if (this.#options.isConflict(error)) {
        this.#inConflict = true;
        this.#callOff();
        this.#options.onState({ kind: 'conflict' });
        return;
      }
      const wait = retryWaits[Math.min(this.#failures, retryWaits.length - 1)] ?? pause;
      this.#failures += 1;
      this.#options.onState({ kind: 'failed', error });
      this.#callOff();
      if (!this.#isStopped) this.#startAfter(wait);
    }
  }
}
