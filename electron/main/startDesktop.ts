import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Menu, app, dialog, type BrowserWindow } from 'electron';
import { createBackend, type Backend } from '#backend/createBackend.ts';
import { bugText } from '#contract/errorTexts.ts';
import { applicationAddress, startAddress } from '#electron/applicationAddress.ts';
import { closeWhenSaved } from '#electron/main/closeWhenSaved.ts';
import { createFailureScreen } from '#electron/main/createFailureScreen.ts';
import { createLog } from '#electron/main/createLog.ts';
import { createMenu } from '#electron/main/createMenu.ts';
import { createPackageInbox } from '#electron/main/createPackageInbox.ts';
import { createPdfOpener } from '#electron/main/createPdfOpener.ts';
import { createSavingState, type SavingState } from '#electron/main/createSavingState.ts';
import { createWindow } from '#electron/main/createWindow.ts';
import { openedPackages } from '#electron/main/openedPackages.ts';
import { serveApplication } from '#electron/main/serveApplication.ts';
import { serveNative } from '#electron/main/serveNative.ts';
import { servePort } from '#electron/main/servePort.ts';
import { startFailureOf } from '#electron/main/startFailureOf.ts';
import { loadingPage } from '#electron/main/startPages.ts';

type DesktopOptions = {
  /** address of the bundled main file; the worker, the preload and the renderer lie at fixed places beside it */
  entry: string;
  dataFolder: string;
  profileFolder: string;
  /** packages that the application was started with */
  packages: readonly string[];
};

/** Runs the desktop application: the window first, then the database, then the page; the database is closed last. */
export function startDesktop({ entry, dataFolder, profileFolder, packages }: DesktopOptions): void {
  const early = [...packages];
  let add = async (paths: readonly string[]): Promise<void> => {
    early.push(...paths);
  };
  app.on('second-instance', (_event, commandLine, workingFolder) => void add(openedPackages(commandLine, workingFolder)));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void add([path]);
  });
  app.on('window-all-closed', () => app.quit());
  const start = async () => {
    await app.whenReady();
    const desktop = openDesktop({ entry, dataFolder, profileFolder });
    add = desktop.inbox.add;
    await desktop.inbox.add(early);
    await desktop.open();
  };
  start().catch(stopWithBug);
}

function openDesktop({ entry, dataFolder, profileFolder }: Omit<DesktopOptions, 'packages'>) {
  const now = () => new Date();
  const log = createLog(join(profileFolder, 'xiangyue.log'), now);
  const resourceFolder = unpacked(fileURLToPath(new URL('../../resources', entry)));
  const preload = fileURLToPath(new URL('preload.cjs', entry));
  const window = createWindow({ preload, resourceFolder, isPackaged: app.isPackaged });
  const saving = createSavingState();
  const pdfOpener = createPdfOpener(join(profileFolder, 'opened-pdf'));
  const inbox = createPackageInbox(window);
  let opening: Promise<Backend | undefined> = Promise.resolve(undefined);

  const openBackend = async () => {
    try {
      return await createBackend({
        dataFolder,
        resourceFolder,
        clock: { now },
        newId: randomUUID,
        applicationVersion: app.getVersion(),
        workerUrl: new URL('worker.cjs', entry),
        log,
      });
    } catch (error) {
      const reference = randomUUID().slice(0, 8);
      const facts = [`version: ${app.getVersion()}`, `system: ${process.platform} ${process.arch}`, `data: ${dataFolder}`];
      const failure = startFailureOf(error, reference, facts);
      log(failure.details);
      await failureScreen.show(failure);
      return undefined;
    }
  };
  const open = async () => {
    await window.loadURL(`${startAddress}loading`);
    opening = openBackend();
    const backend = await opening;
    if (backend === undefined || window.isDestroyed()) return;
    servePort(window, backend, () => void inbox.pageIsReady());
    await window.loadURL(applicationAddress);
  };

  const failureScreen = createFailureScreen({ window, dataFolder, now, retry: open });
  serveApplication(fileURLToPath(new URL('../renderer', entry)), { loading: loadingPage, failure: failureScreen.page });
  serveNative(window, { saving, pdfOpener });
  closeWhenSaved(window, saving);
  reopenAfterCrash(window, saving);
  Menu.setApplicationMenu(createMenu({ window, dataFolder, choosePackage: () => void inbox.choose() }));
  closeBeforeQuit(async () => {
    await (await opening)?.close();
    pdfOpener.clean();
  });
  return { open, inbox };
}

/** The backend writes its last things before the process ends. */
function closeBeforeQuit(close: () => Promise<void>): void {
  let isClosing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    void close().then(() => app.exit(0), stopWithBug);
  });
}

/** A page that crashed has saved what it had saved; it can be opened again without losing the rest. */
function reopenAfterCrash(window: BrowserWindow, saving: SavingState): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    saving.setBusy(false);
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    void dialog
      .showMessageBox(window, {
        type: 'error',
        title: '乡约',
        message: '窗口出错，已经停止显示',
        detail: '已经保存的内容没有受影响，重新显示后接着办理。',
        buttons: ['重新显示', '退出'],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      })
      .then(({ response }) => (response === 0 ? window.webContents.reload() : app.quit()));
  });
}

/** A failure that nothing else answered: said in a box, because there may be no window. */
function stopWithBug(error: unknown): void {
  dialog.showErrorBox('乡约', `${bugText(randomUUID().slice(0, 8))}\n\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  app.exit(3);
}

/** Native code cannot read inside an asar archive; what it reads lies unpacked beside it. */
function unpacked(path: string): string {
  return path.replace(/app\.asar(?=[\\/])/u, 'app.asar.unpacked');
}
