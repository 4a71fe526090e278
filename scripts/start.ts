import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DomainError } from '#core/errors.ts';
import { buildHost, hostProgram } from '#scripts/buildHost.ts';
import { buildRenderer } from '#scripts/buildRenderer.ts';
import { defaultDataFolder } from '#scripts/defaultDataFolder.ts';
import { downloadElectronRuntime, electronRuntime } from '#scripts/electronRuntime.ts';
import { hostApplication } from '#scripts/hostApplication.ts';
import { hasDisplay, openWindow } from '#scripts/openWindow.ts';
import { projectRoot } from '#scripts/projectRoot.ts';
import { rememberedPort, rememberPort } from '#scripts/rememberedPort.ts';
import { runDesktop } from '#scripts/runDesktop.ts';

type StartOptions = { dataFolder: string; port: number; wantsWindow: boolean; packages: string[] };

/** A window that was closed ran longer than this; a browser that hands over to a running one ends at once. */
const shortestWindowMilliseconds = 5000;

function readOptions(): StartOptions | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { data: { type: 'string' }, port: { type: 'string' }, 'no-window': { type: 'boolean' } },
    });
    const port = Number(values.port ?? '0');
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return undefined;
    return {
      dataFolder: resolve(values.data ?? defaultDataFolder()),
      port,
      wantsWindow: values['no-window'] !== true && hasDisplay(),
      packages: positionals.map((path) => resolve(path)),
    };
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) return undefined;
    throw error;
  }
}

/** The exit status of the desktop application; undefined where it cannot run, so that the browser has to do. */
async function openDesktop({ dataFolder, packages }: StartOptions): Promise<number | undefined> {
  if (electronRuntime(projectRoot) === undefined) {
    await downloadElectronRuntime(projectRoot, process.env, (line) => process.stdout.write(`${line}\n`));
  }
  const runtime = electronRuntime(projectRoot);
  if (runtime === undefined) {
    process.stdout.write('没有装上桌面窗口所需的组件（Electron），改在浏览器窗口里打开，功能相同。\n');
    return undefined;
  }
  const { buildElectron } = await import('#scripts/buildElectron.ts');
  await buildElectron(projectRoot);
  const status = await runDesktop(runtime, dataFolder, packages);
  if (status === undefined) process.stdout.write('桌面窗口在这台电脑上打不开，改在浏览器窗口里打开，功能相同。\n');
  return status;
}

/** Serves the application on the loopback address until it is told to stop or its window is closed. */
async function openInBrowser({ dataFolder, port, wantsWindow }: StartOptions): Promise<void> {
  await buildHost();
  const host = await hostApplication({ dataFolder, port: port === 0 ? await rememberedPort(dataFolder) : port, program: hostProgram });
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    void host.close().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  const sayAddress = () => process.stdout.write(`乡约已启动，在浏览器里打开这个地址（只能用一次）：${host.url}\n按 Ctrl+C 结束。\n`);
  const window = wantsWindow ? await openWindow(host.url, join(dataFolder, 'browser-window')) : undefined;
  if (window === undefined) {
    await host.ready;
    rememberPort(dataFolder, host.origin);
    sayAddress();
    return;
  }
  try {
    await host.ready;
    rememberPort(dataFolder, host.origin);
  } catch (error) {
    // The window tells why; it is left open so that it can be read.
    if (window.kind !== 'browser') await window.ended;
    throw error;
  }
  process.stdout.write('乡约已打开。按 Ctrl+C 结束。\n');
  if (window.kind === 'browser') return;
  const { milliseconds, isFailure } = await window.ended;
  if (milliseconds >= shortestWindowMilliseconds) stop();
  else if (isFailure) sayAddress();
}

async function sentenceOf({ code, detail }: DomainError): Promise<string> {
  const { errorText } = await import('#contract/errorTexts.ts');
  return errorText(code, detail);
}

function portSentence(error: unknown): string | undefined {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error && error.syscall === 'listen')) return undefined;
  return '这个端口不能用，可能已被别的程序占用。换一个 --port，或者不写 --port，由系统选一个。';
}

async function start(): Promise<void> {
  const options = readOptions();
  if (options === undefined) {
    process.stderr.write('看不懂启动参数。可用的有：--data 数据文件夹，--port 端口号，--no-window 不打开窗口。\n');
    process.exit(2);
  }
  await buildRenderer();
  const status = options.wantsWindow ? await openDesktop(options) : undefined;
  if (status !== undefined) process.exit(status);
  await openInBrowser(options);
}

try {
  await start();
} catch (error) {
  const sentence = error instanceof DomainError ? await sentenceOf(error) : portSentence(error);
  if (sentence === undefined) throw error;
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}
