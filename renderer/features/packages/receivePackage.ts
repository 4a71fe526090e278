import { useSyncExternalStore } from 'react';
import type { NativeFile } from '#contract/native.ts';

/** The ending of package files. */
export const packageEnding = '.xiangyue';

export function isPackageName(name: string): boolean {
  return name.toLowerCase().endsWith(packageEnding);
}

const listeners = new Set<() => void>();
let pending: NativeFile | undefined;

function replace(file: NativeFile | undefined): void {
  pending = file;
  for (const listener of listeners) listener();
}

/** Opens the dialog that shows who sent a package and takes it in; callable from any screen. */
export function receivePackage(file: NativeFile): void {
  replace(file);
}

export function closePackage(): void {
  replace(undefined);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePendingPackage(): NativeFile | undefined {
  return useSyncExternalStore(subscribe, () => pending);
}
