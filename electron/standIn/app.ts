import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import type { BrowserWindow } from './browserWindow.ts';
import { preventable } from './preventable.ts';
import { session } from './session.ts';

class StandInApp extends EventEmitter {
  readonly windows: BrowserWindow[] = [];
  readonly isPackaged = false;
  readonly switches: string[] = [];
  /** Resolves with the status when the application exits. */
  readonly exited: Promise<number>;
  hasLock = true;
  isSandboxed = false;
  private readonly paths = new Map<string, string>();
  private isQuitting = false;
  private resolveExit: (status: number) => void = () => undefined;

  constructor() {
    super();
    this.exited = new Promise((resolve) => {
      this.resolveExit = resolve;
    });
  }

  readonly commandLine = { appendSwitch: (name: string, value = ''): unknown => this.switches.push(`${name}=${value}`) };

  async whenReady(): Promise<void> {
    await Promise.resolve();
    if (this.listenerCount('session-created') > 0) this.emit('session-created', session.defaultSession);
  }

  getPath(name: string): string {
    const path = this.paths.get(name);
    if (path === undefined) throw new Error(`the stand-in was not told where ${name} lies`);
    return path;
  }

  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error(`Failed to set path: ${path} does not exist`);
    this.paths.set(name, path);
  }

  getVersion(): string {
    return '0.0.0-test';
  }

  setAppUserModelId(id: string): void {
    this.emit('stand-in-model-id', id);
  }

  enableSandbox(): void {
    this.isSandboxed = true;
  }

  requestSingleInstanceLock(): boolean {
    return this.hasLock;
  }

  quit(): void {
    this.isQuitting = true;
    for (const window of this.windows.slice()) window.close();
    if (this.windows.length > 0) {
      this.isQuitting = false;
      return;
    }
    const event = preventable({});
    this.emit('will-quit', event);
    if (!event.defaultPrevented) this.exit(0);
  }

  exit(status: number): void {
    this.resolveExit(status);
  }

  windowClosed(): void {
    if (this.windows.length === 0 && !this.isQuitting) this.emit('window-all-closed');
  }
}

export const app = new StandInApp();
