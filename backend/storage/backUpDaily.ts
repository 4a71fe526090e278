import type { Backups } from '#backend/storage/backups.ts';
import type { Store } from '#backend/storage/openDatabase.ts';

export type DailyBackups = {
  /** Makes the day's copy unless it is made; called at the start and after every write, for an application that runs for weeks. */
  check(): Promise<void>;
  /** Resolves when no copy is being made. */
  settled(): Promise<void>;
};

/** One copy a day (UTC), between two writes. A copy that fails is reported and tried again on the next day or at the next start. */
export function backUpDaily(store: Store, backups: Backups, now: () => Date, onFailure: (error: unknown) => void): DailyBackups {
  let lastDay = '';
  let running: Promise<void> = Promise.resolve();
  return {
    check() {
      const today = now().toISOString().slice(0, 10);
      if (today !== lastDay) {
        lastDay = today;
        running = store
          .connection()
          .execute(() => backups.createDaily())
          .catch(onFailure);
      }
      return running;
    },
    settled: () => running,
  };
}
