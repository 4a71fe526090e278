import { useSyncExternalStore } from 'react';

export type Notice = {
  id: number;
  text: string;
  /** The way back, such as 撤销. */
  action?: { label: string; run: () => void };
};

/** Long enough to read twice and reach the way back with the keyboard. */
const noticeLifetime = 12_000;

const listeners = new Set<() => void>();
let notices: readonly Notice[] = [];
let nextId = 1;

function replace(next: readonly Notice[]): void {
  notices = next;
  for (const listener of listeners) listener();
}

export function dismissNotice(id: number): void {
  replace(notices.filter((notice) => notice.id !== id));
}

/** Says in the corner what was just done, with a way back where there is one. Failures do not go here: they stay on screen. */
export function showNotice(text: string, action?: Notice['action']): void {
  const id = nextId;
  nextId += 1;
  replace([...notices, action === undefined ? { id, text } : { id, text, action }].slice(-3));
  setTimeout(() => {
    dismissNotice(id);
  }, noticeLifetime);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useNotices(): readonly Notice[] {
  return useSyncExternalStore(subscribe, () => notices);
}
