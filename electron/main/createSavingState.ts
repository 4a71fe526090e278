export type SavingState = {
  setBusy(isBusy: boolean): void;
  isBusy(): boolean;
  /** Resolves as soon as nothing is being saved. */
  whenSaved(): Promise<void>;
};

/** What the page last said about words that are not on disk yet. */
export function createSavingState(): SavingState {
  let busy = false;
  let waiting: (() => void)[] = [];
  return {
    setBusy(isBusy) {
      busy = isBusy;
      if (busy) return;
      for (const resolve of waiting) resolve();
      waiting = [];
    },
    isBusy: () => busy,
    whenSaved: () => (busy ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()),
  };
}
