import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContractClient } from '#contract/contract.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import { channels } from '#electron/channels.ts';
import { launchBundles } from '#electron/standIn/launchBundles.ts';
import { buildElectron } from '#scripts/buildElectron.ts';

const root = join(import.meta.dirname, '..');
const appAddress = 'xiangyue-app://app/';
const firstPage = { offset: 0, limit: 10, discarded: false };

describe('the built desktop bundles', () => {
  let desktop: Awaited<ReturnType<typeof launchBundles>>;
  let packageFile = '';
  const connect = async (): Promise<ContractClient> => {
    const { ports } = await desktop.openPage().ask({ type: channels.ready }, channels.port);
    const [port] = ports;
    if (port === undefined) throw new Error('no port arrived');
    return createORPCClient(new RPCLink({ port }));
  };

  beforeAll(async () => {
    desktop = await launchBundles({
      root,
      build: (outDir) => buildElectron(root, outDir),
      prepare: ({ work }) => {
        packageFile = join(work, '新玉峰 送审.xiangyue');
        writeFileSync(packageFile, '送审包的字节');
        return [packageFile];
      },
    });
    await desktop.pageLoaded(appAddress);
  }, 120_000);

  afterAll(() => desktop.remove());

  it('open a window whose page is sandboxed, isolated and without Node', () => {
    expect(desktop.electron.app.isSandboxed).toBe(true);
    expect(desktop.window.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: false,
      preload: join(desktop.bundles, 'preload.cjs'),
    });
  });

  it('serve the pages from a scheme of their own under the content security policy', async () => {
    expect(desktop.electron.protocol.privileges.get('xiangyue-app')).toMatchObject({ standard: true, secure: true });
    const page = await desktop.electron.protocol.request(appAddress);
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
    expect((await desktop.electron.protocol.request(address)).status).toBe(404);
  });

  it('let no page leave the application, open a window or embed another page', () => {
    const { webContents } = desktop.window;
    for (const address of ['https://example.com/', 'file:///etc/passwd', 'xiangyue-app://app.evil/', 'xiangyue-app://start/failure', 'javascript:alert(1)']) {
      expect(webContents.navigates(address)).toBe(false);
      expect(webContents.redirects(address)).toBe(false);
      expect(webContents.opensWindow(address)).toBe(false);
      expect(webContents.navigates(address, false)).toBe(false);
    }
    expect(webContents.attachesWebview()).toBe(false);
  });

  it('grant no permission and reach no network', async () => {
    const { defaultSession } = desktop.electron.session;
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal']) {
      expect(await defaultSession.grants(permission)).toBe(false);
    }
    expect(defaultSession.checks()).toBe(false);
    expect(await defaultSession.lets('https://example.com/')).toBe(false);
    expect(await defaultSession.lets('file:///etc/passwd')).toBe(false);
    expect(await defaultSession.lets(`${appAddress}assets/main.js`)).toBe(true);
  });

  it('hand a page of ours a port on which the contract answers', async () => {
    const client = await connect();
    const status = await client.installation.status();
    expect(status).toMatchObject({ installation: null, version: '0.0.0-test', dataFolder: desktop.dataFolder });
    await expect(client.conventions.list(firstPage)).rejects.toMatchObject({ code: 'NOT_REGISTERED' });
  });

  it('read a foreign file and set a document in the bundled worker', async () => {
    const client = await connect();
    await client.installation.register({ person: '李秀兰', office: '青石镇人民政府', roles: ['drafter'], withSample: true });
    const file = new File(['清水村村规民约\n第一条 垃圾不落地。\n第二条 红白喜事从简。\n'], '清水村.txt');
    expect(articlesOf((await client.imports.preview({ file })).document)).toHaveLength(2);
    const { conventions } = await client.conventions.list(firstPage);
    const pdf = await client.documents.convention({ conventionId: conventions[0]?.id ?? '', format: 'pdf' });
    expect((await pdf.text()).slice(0, 5)).toBe('%PDF-');
  }, 30_000);

  it('give a page that asks again another port and close the one before', async () => {
    const page = desktop.openPage();
    const [before] = (await page.ask({ type: channels.ready }, channels.port)).ports;
    const closed = new Promise((resolve) => before?.once('close', resolve));
    before?.start();
    const [after] = (await page.ask({ type: channels.ready }, channels.port)).ports;
    await closed;
    expect(after).not.toBe(before);
  });

  it.each([
    ['another window', () => ({ sender: {}, senderFrame: { url: appAddress, parent: null } })],
    ['a frame inside the page', () => ({ sender: desktop.window.webContents, senderFrame: { url: appAddress, parent: {} } })],
    ['a foreign page', () => ({ sender: desktop.window.webContents, senderFrame: { url: 'https://example.com/', parent: null } })],
    ['a page before the application', () => ({ sender: desktop.window.webContents, senderFrame: { url: 'xiangyue-app://start/loading', parent: null } })],
    ['a frame that is gone', () => ({ sender: desktop.window.webContents, senderFrame: null })],
  ])('refuse every message of %s', async (_sender, event) => {
    const sent = desktop.window.webContents.sent.length;
    desktop.electron.ipcMain.emit(channels.ready, event());
    expect(desktop.window.webContents.sent).toHaveLength(sent);
    await expect(desktop.electron.ipcMain.invoke(channels.saveFile, event(), '公约.txt', new Uint8Array(1))).rejects.toThrow('refused');
    await expect(desktop.electron.ipcMain.invoke(channels.openPdf, event(), '公约.pdf', new Uint8Array(1))).rejects.toThrow('refused');
    await expect(desktop.electron.ipcMain.invoke(channels.chooseFile, event(), ['.docx'])).rejects.toThrow('refused');
    await expect(desktop.electron.ipcMain.invoke(channels.chooseFiles, event(), 'folder', ['.docx'])).rejects.toThrow('refused');
    await expect(desktop.electron.ipcMain.invoke(channels.readChosenFile, event(), '1')).rejects.toThrow('refused');
  });

  it('show a page only a few named functions, and a page that is not ours none', async () => {
    expect(Object.keys(desktop.openPage().native ?? {}).sort()).toEqual([
      'chooseFile',
      'chooseFiles',
      'host',
      'onOpenPackage',
      'openPdf',
      'readChosenFile',
      'saveFile',
      'setBusySaving',
    ]);
    const { webContents } = desktop.window;
    await webContents.load('xiangyue-app://start/loading');
    expect(desktop.openPage().native).toBeUndefined();
    await webContents.load(appAddress);
  });

  it('do not take a message that another window posts for a wish of the page', () => {
    const page = desktop.openPage();
    const sent = desktop.window.webContents.sent.length;
    page.post({ type: channels.ready }, {});
    expect(desktop.window.webContents.sent).toHaveLength(sent);
  });

  it('save a file where the person chooses, whole, and tell a place that cannot be written', async () => {
    const { native } = desktop.openPage();
    const target = join(desktop.work, '保存的.txt');
    desktop.electron.answers.savePaths = [join(desktop.work, '没有的文件夹', '保存的.txt'), target];
    desktop.electron.answers.buttons = ['换个地方保存'];
    expect(await native?.saveFile('保存的.txt', new TextEncoder().encode('内容'))).toBe(true);
    expect(readFileSync(target, 'utf8')).toBe('内容');
    desktop.electron.answers.savePaths = [''];
    expect(await native?.saveFile('保存的.txt', new Uint8Array(1))).toBe(false);
  });

  it('show a PDF in the reader from a copy, and nothing else', async () => {
    const { native } = desktop.openPage();
    await native?.openPdf('公约/打印稿', new TextEncoder().encode('%PDF-1.7'));
    const path = desktop.electron.shown.openedPaths.at(-1) ?? '';
    expect(path.startsWith(join(desktop.dataFolder, 'window', 'opened-pdf'))).toBe(true);
    expect(path.endsWith('公约 打印稿.pdf')).toBe(true);
    await expect(native?.openPdf('公约.exe', new TextEncoder().encode('MZ'))).rejects.toThrow('no PDF');
  });

  it('give the page the file that the person chose, and undefined when he chose none', async () => {
    const { native } = desktop.openPage();
    desktop.electron.answers.openPaths = [packageFile, ''];
    expect(await native?.chooseFile(['.xiangyue'])).toMatchObject({ name: '新玉峰 送审.xiangyue' });
    expect(await native?.chooseFile(['.xiangyue'])).toBeUndefined();
    await expect(native?.chooseFile(['../etc'])).rejects.toThrow(/invalid/iu);
  });

  it('list the documents below a chosen folder, read each only by its key, and forget them with the next choice', async () => {
    const { native } = desktop.openPage();
    const folder = join(desktop.work, '各村文本');
    mkdirSync(join(folder, '溪口村'), { recursive: true });
    writeFileSync(join(folder, '总表.txt'), '总表');
    writeFileSync(join(folder, '溪口村', '村规民约.txt'), '第一条');
    writeFileSync(join(folder, '溪口村', '~$村规民约.docx'), '');
    writeFileSync(join(folder, '溪口村', '照片.jpg'), '');
    desktop.electron.answers.openPaths = [folder, '', join(folder, '总表.txt')];
    const chosen = (await native?.chooseFiles('folder', ['.txt', '.docx'])) ?? [];
    expect(chosen.map(({ name, folder: place, size }) => [place, name, size])).toEqual(
      expect.arrayContaining([
        ['各村文本', '总表.txt', 6],
        ['各村文本/溪口村', '村规民约.txt', 9],
      ]),
    );
    expect(chosen).toHaveLength(2);
    const key = chosen.find(({ name }) => name === '村规民约.txt')?.key ?? '';
    expect(new TextDecoder().decode((await native?.readChosenFile(key))?.bytes)).toBe('第一条');
    expect(await native?.readChosenFile('../村规民约.txt')).toBeUndefined();
    expect(await native?.chooseFiles('files', ['.txt'])).toBeUndefined();
    expect(await native?.chooseFiles('files', ['.txt'])).toMatchObject([{ name: '总表.txt', folder: '' }]);
    expect(new TextDecoder().decode((await native?.readChosenFile('1'))?.bytes)).toBe('总表');
    expect(await native?.readChosenFile('2')).toBeUndefined();
  });

  it('hand over the package the application was started with, and one that a second start names', async () => {
    const { webContents } = desktop.window;
    const names = () =>
      webContents.sent.filter(({ channel }) => channel === channels.openPackage).map(({ values }) => values[0]);
    expect(names()).toMatchObject([{ name: '新玉峰 送审.xiangyue' }]);
    const page = desktop.openPage();
    const second = new Promise((resolve) => page.native?.onOpenPackage(resolve));
    desktop.window.isFocused = false;
    desktop.electron.app.emit('second-instance', {}, ['xiangyue', '新玉峰 送审.xiangyue'], desktop.work);
    expect(await second).toMatchObject({ name: '新玉峰 送审.xiangyue' });
    expect(desktop.window.isFocused).toBe(true);
  });

  it('have a Chinese menu through which copying and pasting work', () => {
    expect(desktop.electron.shown.menu.map(({ label }) => label?.slice(0, 2))).toEqual(expect.arrayContaining(['文件', '编辑', '查看', '帮助']));
    const roles = desktop.electron.shown.menu.flatMap(({ submenu = [] }) => submenu.map(({ role }) => role));
    expect(roles).toEqual(expect.arrayContaining(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll']));
    desktop.electron.answers.buttons = ['知道了'];
    const entries = desktop.electron.shown.menu.flatMap(({ submenu = [] }) => submenu);
    entries.find(({ label }) => label === '关于乡约')?.click?.();
    expect(desktop.electron.shown.boxes.at(-1)?.detail).toContain(desktop.dataFolder);
  });

  it('stay open until words being saved are on disk, then close the database and end', async () => {
    const { native } = desktop.openPage();
    const window = desktop.window;
    native?.setBusySaving(true);
    window.close();
    desktop.electron.app.quit();
    expect(window.isDestroyed()).toBe(false);
    native?.setBusySaving(false);
    expect(await desktop.electron.app.exited).toBe(0);
    expect(window.isDestroyed()).toBe(true);
    expect(existsSync(join(desktop.dataFolder, 'lock'))).toBe(false);
    expect(readdirSync(join(desktop.dataFolder, 'window', 'opened-pdf'))).toEqual([]);
  });
});
