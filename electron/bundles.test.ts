import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContractClient } from '#contract/contract.ts';
import { channels } from '#electron/channels.ts';
import { buildElectron } from '#scripts/buildElectron.ts';

const root = join(import.meta.dirname, '..');
const load = createRequire(import.meta.url);
const standInFile = join(import.meta.dirname, 'standIn', 'electron.ts');

// The bundled main process gets the stand-in wherever it imports the runtime; the test shares that one instance.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: pathToFileURL(standInFile).href, shortCircuit: true } : next(specifier, context),
});
const standIn: typeof import('#electron/standIn/electron.ts') = load(standInFile);
const { runPreload }: typeof import('#electron/standIn/runPreload.ts') = load(join(import.meta.dirname, 'standIn', 'runPreload.ts'));
const { answers, app, ipcMain, protocol, session, shown } = standIn;

const appAddress = 'xiangyue-app://app/';
const menuEntry = (label: string) => shown.menu.flatMap((menu) => menu.submenu ?? []).find((entry) => entry.label === label);

/** The stand-in loads pages without waiting for anything but their bytes. */
async function pageLoaded(window: InstanceType<typeof standIn.BrowserWindow>, address: string): Promise<void> {
  if (window.webContents.getURL() === address) return;
  await new Promise<void>((resolve) => {
    window.webContents.on('did-finish-load', () => {
      if (window.webContents.getURL() === address) resolve();
    });
  });
}

describe('the built desktop bundles', () => {
  const work = mkdtempSync(join(tmpdir(), '乡约 桌面-'));
  // Inside the repository, so that what the bundles leave outside is found in its node_modules.
  mkdirSync(join(root, '.build'), { recursive: true });
  const place = mkdtempSync(join(root, '.build', 'desktop-'));
  const bundles = join(place, 'dist', 'electron');
  const packageFile = join(work, '新玉峰 送审.xiangyue');

  const theWindow = () => {
    const [window] = app.windows;
    if (window === undefined) throw new Error('the application has no window');
    return window;
  };
  const openPage = () => runPreload(join(bundles, 'preload.cjs'), theWindow(), ipcMain);

  beforeAll(async () => {
    await buildElectron(root, bundles);
    mkdirSync(join(place, 'dist', 'renderer'));
    writeFileSync(join(place, 'dist', 'renderer', 'index.html'), '<p>乡约界面</p>');
    writeFileSync(join(place, 'dist', 'secret.txt'), '外面');
    symlinkSync(join(root, 'resources'), join(place, 'resources'), 'junction');
    writeFileSync(packageFile, '送审包的字节');
    app.setPath('appData', work);
    app.setPath('documents', work);
    process.argv = ['electron', '.', '--data', join(work, '数据'), packageFile];
    load(join(bundles, 'main.js'));
    // The stand-in makes the window in the first turn after the application is ready.
    await new Promise<void>((resolve) => {
      app.once('web-contents-created', () => resolve());
    });
    await pageLoaded(theWindow(), appAddress);
  }, 120_000);

  afterAll(() => {
    rmSync(work, { recursive: true, force: true });
    rmSync(place, { recursive: true, force: true });
  });

  it('open a window whose page is sandboxed, isolated and without Node', () => {
    expect(app.isSandboxed).toBe(true);
    expect(theWindow().options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: false,
      preload: join(bundles, 'preload.cjs'),
    });
  });

  it('serve the pages from a scheme of their own under the content security policy', async () => {
    expect(protocol.privileges.get('xiangyue-app')).toMatchObject({ standard: true, secure: true });
    const page = await protocol.request(appAddress);
    expect(await page.text()).toBe('<p>乡约界面</p>');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    'xiangyue-app://app/..%2fsecret.txt',
    'xiangyue-app://app/%2e%2e%2fsecret.txt',
    'xiangyue-app://app/..%5csecret.txt',
    'xiangyue-app://app/assets/..%2f..%2fsecret.txt',
    'xiangyue-app://other/index.html',
    'xiangyue-app://start/..%2findex.html',
  ])('serve nothing for %s', async (address) => {
    expect((await protocol.request(address)).status).toBe(404);
  });

  it('let no page leave the application, open a window or embed another page', () => {
    const { webContents } = theWindow();
    for (const address of ['https://example.com/', 'file:///etc/passwd', 'xiangyue-app://app.evil/', 'xiangyue-app://start/failure', 'javascript:alert(1)']) {
      expect(webContents.navigates(address)).toBe(false);
      expect(webContents.redirects(address)).toBe(false);
      expect(webContents.opensWindow(address)).toBe(false);
      expect(webContents.navigates(address, false)).toBe(false);
    }
    expect(webContents.attachesWebview()).toBe(false);
  });

  it('grant no permission and reach no network', async () => {
    const { defaultSession } = session;
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal']) {
      expect(await defaultSession.grants(permission)).toBe(false);
    }
    expect(defaultSession.checks()).toBe(false);
    expect(await defaultSession.lets('https://example.com/')).toBe(false);
    expect(await defaultSession.lets('file:///etc/passwd')).toBe(false);
    expect(await defaultSession.lets(`${appAddress}assets/main.js`)).toBe(true);
  });

  it('hand a page of ours a port on which the contract answers', async () => {
    const page = openPage();
    const { ports } = await page.ask({ type: channels.ready }, channels.port);
    const [port] = ports;
    if (port === undefined) throw new Error('no port arrived');
    const client: ContractClient = createORPCClient(new RPCLink({ port }));
    const status = await client.installation.status();
    expect(status).toMatchObject({ installation: null, version: '0.0.0-test', dataFolder: join(work, '数据') });
    await expect(client.conventions.list({})).rejects.toMatchObject({ code: 'NOT_REGISTERED' });
  });

  it('give a page that asks again another port and close the one before', async () => {
    const page = openPage();
    const [before] = (await page.ask({ type: channels.ready }, channels.port)).ports;
    const closed = new Promise((resolve) => before?.once('close', resolve));
    before?.start();
    const [after] = (await page.ask({ type: channels.ready }, channels.port)).ports;
    await closed;
    expect(after).not.toBe(before);
  });

  it.each([
    ['another window', () => ({ sender: {}, senderFrame: { url: appAddress, parent: null } })],
    ['a frame inside the page', () => ({ sender: theWindow().webContents, senderFrame: { url: appAddress, parent: {} } })],
    ['a foreign page', () => ({ sender: theWindow().webContents, senderFrame: { url: 'https://example.com/', parent: null } })],
    ['a page before the application', () => ({ sender: theWindow().webContents, senderFrame: { url: 'xiangyue-app://start/loading', parent: null } })],
    ['a frame that is gone', () => ({ sender: theWindow().webContents, senderFrame: null })],
  ])('refuse every message of %s', async (_sender, event) => {
    const sent = theWindow().webContents.sent.length;
    ipcMain.emit(channels.ready, event());
    expect(theWindow().webContents.sent).toHaveLength(sent);
    await expect(ipcMain.invoke(channels.saveFile, event(), '公约.txt', new Uint8Array(1))).rejects.toThrow('refused');
    await expect(ipcMain.invoke(channels.openPdf, event(), '公约.pdf', new Uint8Array(1))).rejects.toThrow('refused');
    await expect(ipcMain.invoke(channels.chooseFile, event(), ['.docx'])).rejects.toThrow('refused');
  });

  it('show a page only a few named functions, and a page that is not ours none', async () => {
    expect(Object.keys(openPage().native ?? {}).sort()).toEqual(['chooseFile', 'host', 'onOpenPackage', 'openPdf', 'saveFile', 'setBusySaving']);
    const { webContents } = theWindow();
    await webContents.load('xiangyue-app://start/loading');
    expect(openPage().native).toBeUndefined();
    await webContents.load(appAddress);
  });

  it('do not take a message that another window posts for a wish of the page', () => {
    const page = openPage();
    const sent = theWindow().webContents.sent.length;
    page.post({ type: channels.ready }, {});
    expect(theWindow().webContents.sent).toHaveLength(sent);
  });

  it('save a file where the person chooses, whole, and tell a place that cannot be written', async () => {
    const { native } = openPage();
    const target = join(work, '保存的.txt');
    answers.savePaths = [join(work, '没有的文件夹', '保存的.txt'), target];
    answers.buttons = ['换个地方保存'];
    expect(await native?.saveFile('保存的.txt', new TextEncoder().encode('内容'))).toBe(true);
    expect(readFileSync(target, 'utf8')).toBe('内容');
    answers.savePaths = [''];
    expect(await native?.saveFile('保存的.txt', new Uint8Array(1))).toBe(false);
  });

  it('show a PDF in the reader from a copy, and nothing else', async () => {
    const { native } = openPage();
    await native?.openPdf('公约/打印稿', new TextEncoder().encode('%PDF-1.7'));
    const path = shown.openedPaths.at(-1) ?? '';
    expect(path.startsWith(join(work, '数据', 'window', 'opened-pdf'))).toBe(true);
    expect(path.endsWith('公约 打印稿.pdf')).toBe(true);
    await expect(native?.openPdf('公约.exe', new TextEncoder().encode('MZ'))).rejects.toThrow('no PDF');
  });

  it('give the page the file that the person chose, and undefined when he chose none', async () => {
    const { native } = openPage();
    answers.openPaths = [packageFile, ''];
    expect(await native?.chooseFile(['.xiangyue'])).toMatchObject({ name: '新玉峰 送审.xiangyue' });
    expect(await native?.chooseFile(['.xiangyue'])).toBeUndefined();
    await expect(native?.chooseFile(['../etc'])).rejects.toThrow(/invalid/iu);
  });

  it('hand over the package the application was started with, and one that a second start names', async () => {
    const { webContents } = theWindow();
    const names = () =>
      webContents.sent.filter(({ channel }) => channel === channels.openPackage).map(({ values }) => values[0]);
    expect(names()).toMatchObject([{ name: '新玉峰 送审.xiangyue' }]);
    const page = openPage();
    const second = new Promise((resolve) => page.native?.onOpenPackage(resolve));
    theWindow().isFocused = false;
    app.emit('second-instance', {}, ['xiangyue', '新玉峰 送审.xiangyue'], work);
    expect(await second).toMatchObject({ name: '新玉峰 送审.xiangyue' });
    expect(theWindow().isFocused).toBe(true);
  });

  it('have a Chinese menu through which copying and pasting work', () => {
    expect(shown.menu.map(({ label }) => label?.slice(0, 2))).toEqual(expect.arrayContaining(['文件', '编辑', '查看', '帮助']));
    const roles = shown.menu.flatMap(({ submenu = [] }) => submenu.map(({ role }) => role));
    expect(roles).toEqual(expect.arrayContaining(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll']));
    answers.buttons = ['知道了'];
    menuEntry('关于乡约')?.click?.();
    expect(shown.boxes.at(-1)?.detail).toContain(join(work, '数据'));
  });

  it('stay open until words being saved are on disk, then close the database and end', async () => {
    const { native } = openPage();
    const window = theWindow();
    native?.setBusySaving(true);
    window.close();
    app.quit();
    expect(window.isDestroyed()).toBe(false);
    native?.setBusySaving(false);
    expect(await app.exited).toBe(0);
    expect(window.isDestroyed()).toBe(true);
    expect(existsSync(join(work, '数据', 'lock'))).toBe(false);
    expect(readdirSync(join(work, '数据', 'window', 'opened-pdf'))).toEqual([]);
  });
});
