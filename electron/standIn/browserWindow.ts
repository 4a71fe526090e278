import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import type { StandInPort } from './messageChannel.ts';
import { preventable } from './preventable.ts';
import { protocol } from './protocol.ts';

export type Sent = { channel: string; values: unknown[]; ports: StandInPort[] };
export type WindowOptions = { webPreferences?: Record<string, unknown> } & Record<string, unknown>;

class StandInWebContents extends EventEmitter {
  readonly sent: Sent[] = [];
  page = '';
  private url = '';
  private openHandler: ((details: { url: string }) => { action: string }) | undefined;

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }

  send(channel: string, ...values: unknown[]): void {
    this.deliver({ channel, values: structuredClone(values), ports: [] });
  }

  postMessage(channel: string, message: unknown, ports: StandInPort[] = []): void {
    this.deliver({ channel, values: [structuredClone(message)], ports });
  }

  getURL(): string {
    return this.url;
  }

  reload(): void {
    void this.load(this.url);
  }

  async load(url: string): Promise<void> {
    const response = await protocol.request(url);
    if (response.status !== 200) throw new Error(`ERR_FAILED (${response.status}) loading ${url}`);
    this.url = url;
    this.page = await response.text();
    this.emit('did-finish-load');
  }

  /** What a link or a script of the page would do: whether the navigation goes on. */
  navigates(url: string, isMainFrame = true): boolean {
    const frameEvent = preventable({ url, isMainFrame });
    this.emit('will-frame-navigate', frameEvent);
    if (frameEvent.defaultPrevented) return false;
    if (!isMainFrame) return true;
    const event = preventable({ url, isMainFrame });
    this.emit('will-navigate', event, url);
    return !event.defaultPrevented;
  }

  redirects(url: string): boolean {
    const event = preventable({ url, isMainFrame: true });
    this.emit('will-redirect', event, url);
    return !event.defaultPrevented;
  }

  attachesWebview(): boolean {
    const event = preventable({});
    this.emit('will-attach-webview', event, {}, {});
    return !event.defaultPrevented;
  }

  opensWindow(url: string): boolean {
    return this.openHandler?.({ url }).action !== 'deny';
  }

  private deliver(sent: Sent): void {
    this.sent.push(sent);
    this.emit('stand-in-sent', sent);
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new StandInWebContents();
  readonly options: WindowOptions;
  isFocused = false;
  private destroyed = false;

  constructor(options: WindowOptions) {
    super();
    this.options = options;
    app.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.load(url);
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  isMinimized(): boolean {
    return false;
  }

  restore(): void {
    this.emit('restore');
  }

  show(): void {
    this.emit('show');
  }

  focus(): void {
    this.isFocused = true;
  }

  close(): void {
    if (this.destroyed) return;
    const event = preventable({});
    this.emit('close', event);
    if (event.defaultPrevented) return;
    this.destroyed = true;
    app.windows.splice(app.windows.indexOf(this), 1);
    this.emit('closed');
    app.windowClosed();
  }
}
