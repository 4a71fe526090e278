import { app } from 'electron';
import { desktopFolders } from '#electron/main/desktopFolders.ts';
import { guardEveryWebContents } from '#electron/main/guardWebContents.ts';
import { openedPackages } from '#electron/main/openedPackages.ts';
import { registerApplicationScheme } from '#electron/main/serveApplication.ts';
import { startDesktop } from '#electron/main/startDesktop.ts';

const { profile, data } = desktopFolders(process.argv, app.getPath('appData'));
app.setPath('userData', profile);
app.setAppUserModelId('cn.xiangyue.desktop');
app.enableSandbox();
// Menus and dialogs that the runtime draws itself speak Chinese on every Windows.
app.commandLine.appendSwitch('lang', 'zh-CN');

if (app.requestSingleInstanceLock()) {
  registerApplicationScheme();
  guardEveryWebContents();
  startDesktop({
    entry: import.meta.url,
    dataFolder: data,
    profileFolder: profile,
    packages: openedPackages(process.argv, process.cwd()),
  });
} else {
  // The running one has been told by the system what this one was asked to open.
  app.quit();
}
