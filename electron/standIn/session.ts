import { EventEmitter } from 'node:events';

type Answer<Value> = (value: Value) => void;
type PermissionRequestHandler = (contents: unknown, permission: string, callback: Answer<boolean>) => void;
type RequestHandler = (details: { url: string }, callback: Answer<{ cancel?: boolean }>) => void;

/** A session that remembers the handlers it was given, and asks them as Chromium would. */
class StandInSession extends EventEmitter {
  private permissionRequest: PermissionRequestHandler | undefined;
  private permissionCheck: (() => boolean) | undefined;
  private deviceCheck: (() => boolean) | undefined;
  private beforeRequest: RequestHandler | undefined;

  readonly webRequest = {
    onBeforeRequest: (handler: RequestHandler): void => {
      this.beforeRequest = handler;
    },
  };

  setPermissionRequestHandler(handler: PermissionRequestHandler): void {
    this.permissionRequest = handler;
  }

  setPermissionCheckHandler(handler: () => boolean): void {
    this.permissionCheck = handler;
  }

  setDevicePermissionHandler(handler: () => boolean): void {
    this.deviceCheck = handler;
  }

  setDisplayMediaRequestHandler(handler: null): void {
    if (handler !== null) throw new Error('the stand-in knows only the refusal of screen capture');
  }

  /** Chromium grants what nobody handles. */
  async grants(permission: string): Promise<boolean> {
    const { permissionRequest } = this;
    if (permissionRequest === undefined) return true;
    return new Promise((resolve) => permissionRequest(null, permission, resolve));
  }

  checks(): boolean {
    return (this.permissionCheck?.() ?? true) || (this.deviceCheck?.() ?? true);
  }

  async lets(url: string): Promise<boolean> {
    const { beforeRequest } = this;
    if (beforeRequest === undefined) return true;
    return new Promise((resolve) => beforeRequest({ url }, ({ cancel }) => resolve(cancel !== true)));
  }
}

export const session = { defaultSession: new StandInSession() };
