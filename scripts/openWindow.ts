import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type Machine = {
  platform: NodeJS.Platform;
  environment: NodeJS.ProcessEnv;
  exists: (path: string) => boolean;
  isRoot: boolean;
};

export type WindowCommand = { command: string; args: string[]; kind: 'application' | 'browser' };

const thisMachine: Machine = { platform: process.platform, environment: process.env, exists: existsSync, isRoot: process.getuid?.() === 0 };

/** Programs that know `--app`, the one that ships with the system first. */
const windowsPrograms = ['Microsoft\\Edge\\Application\\msedge.exe', 'Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'];
const macPrograms = ['Google Chrome', 'Microsoft Edge', 'Chromium'];
const linuxPrograms = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable'];

/** Whether windows can be shown at all: a Linux machine without a display is a server. */
export function hasDisplay({ platform, environment }: Pick<Machine, 'platform' | 'environment'> = thisMachine): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(environment['DISPLAY']) || Boolean(environment['WAYLAND_DISPLAY']);
}

/**
 * How this machine shows an address as an application: in a window of an installed Chrome, Edge or Chromium with a profile of
 * its own, so that nobody's browser is touched; else in the default browser. Undefined where nothing can be shown.
 */
export function windowCommand(url: string, profileFolder: string, machine: Machine = thisMachine): WindowCommand | undefined {
  if (!hasDisplay(machine)) return undefined;
  const browser = installedBrowser(machine);
  if (browser !== undefined) {
    const args = [`--app=${url}`, `--user-data-dir=${profileFolder}`, '--no-first-run', '--no-default-browser-check', '--lang=zh-CN'];
    // Chromium refuses to start a sandbox for root.
    return { command: browser, args: machine.isRoot ? [...args, '--no-sandbox'] : args, kind: 'application' };
  }
  switch (machine.platform) {
    case 'win32':
      return { command: 'rundll32.exe', args: ['url.dll,FileProtocolHandler', url], kind: 'browser' };
    case 'darwin':
      return { command: 'open', args: [url], kind: 'browser' };
    default: {
      const opener = onPath('xdg-open', machine);
      return opener === undefined ? undefined : { command: opener, args: [url], kind: 'browser' };
    }
  }
}

export type OpenedWindow = {
  kind: WindowCommand['kind'];
  /** Settles when the program that was started is over; a window that was closed ran for a while. */
  ended: Promise<{ milliseconds: number; isFailure: boolean }>;
};

/** Starts the window and does not wait for it; undefined where nothing can be shown or the program does not start. */
export async function openWindow(url: string, profileFolder: string): Promise<OpenedWindow | undefined> {
  const found = windowCommand(url, profileFolder);
  if (found === undefined) return undefined;
  const started = performance.now();
  const child = spawn(found.command, found.args, { stdio: 'ignore', detached: true });
  child.unref();
  const ended = new Promise<{ milliseconds: number; isFailure: boolean }>((resolve) => {
    child.once('exit', (status) => resolve({ milliseconds: performance.now() - started, isFailure: status !== 0 }));
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(undefined));
    child.once('spawn', () => resolve({ kind: found.kind, ended }));
  });
}

function installedBrowser(machine: Machine): string | undefined {
  const { platform, environment, exists } = machine;
  if (platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? []);
    return windowsPrograms.flatMap((program) => folders.map((folder) => `${folder}\\${program}`)).find(exists);
  }
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(environment['HOME'] === undefined ? [] : [`${environment['HOME']}/Applications`])];
    return macPrograms.flatMap((name) => folders.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`)).find(exists);
  }
  return linuxPrograms.map((name) => onPath(name, machine)).find((path) => path !== undefined);
}

function onPath(name: string, { environment, exists }: Machine): string | undefined {
  return (environment['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(exists);
}
