import { useSyncExternalStore } from 'react';
import { rootSizes, type TypeSize } from './tokens.ts';

const key = 'xiangyue.typeSize';
const listeners = new Set<() => void>();
let current: TypeSize = stored();

function stored(): TypeSize {
  const value = localStorage.getItem(key);
  return value !== null && isTypeSize(value) ? value : 's';
}

function isTypeSize(value: string): value is TypeSize {
  return Object.hasOwn(rootSizes, value);
}

/** `html` carries data-size="l" or "xl"; the standard size carries no attribute. */
function apply(): void {
  if (current === 's') delete document.documentElement.dataset['size'];
  else document.documentElement.dataset['size'] = current;
}

/** Puts the stored type size on the page; called once, before anything is drawn. */
export function startTypeSize(): void {
  apply();
}

export function setTypeSize(size: TypeSize): void {
  current = size;
  localStorage.setItem(key, size);
  apply();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The type size in force: s, l or xl (16, 19 or 22 px). */
export function useTypeSize(): TypeSize {
  return useSyncExternalStore(subscribe, () => current);
}
