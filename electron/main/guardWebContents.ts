import { app, session, type Session, type WebContents } from 'electron';
import { isApplicationAddress } from '#electron/applicationAddress.ts';

/**
 * Closes what a page could do besides showing the application: leaving it, opening windows, embedding pages, asking for
 * permissions, downloading, and reaching the network. Reloading the application's own page stays possible.
 * Has to run before the first window is made.
 */
export function guardEveryWebContents(): void {
  app.on('web-contents-created', (_event, contents) => guard(contents));
  app.on('session-created', guardSession);
  // The default session may exist before the listener does.
  void app.whenReady().then(() => guardSession(session.defaultSession));
}

function guard(contents: WebContents): void {
  contents.on('will-navigate', (details) => {
    if (!isApplicationAddress(details.url)) details.preventDefault();
  });
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame) details.preventDefault();
  });
  contents.on('will-redirect', (details) => details.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: isForeign(details.url) }));
}

function isForeign(address: string): boolean {
  return !URL.canParse(address) || ['http:', 'https:', 'ws:', 'wss:', 'ftp:', 'file:'].includes(new URL(address).protocol);
}
