import { homedir } from 'node:os';
import { parseArgs } from 'node:util';
import { errorText } from '#contract/errorTexts.ts';
import { DomainError } from '#core/errors.ts';
import { buildRenderer } from '#scripts/buildRenderer.ts';
import { defaultDataFolder } from '#scripts/defaultDataFolder.ts';
import { hostApplication } from '#scripts/hostApplication.ts';

const { values } = parseArgs({
  options: { data: { type: 'string' }, port: { type: 'string', default: '0' } },
});

try {
  await buildRenderer();
  const host = await hostApplication({ dataFolder: values.data ?? defaultDataFolder(process.platform, process.env, homedir()), port: Number(values.port) });
  await host.ready;
  const stop = () => void host.close().then(() => process.exit(0));
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Whoever waits for the address may end the host at once.
  process.stdout.write(`乡约已启动：${host.url}\n`);
} catch (error) {
  if (!(error instanceof DomainError)) throw error;
  process.stderr.write(`${errorText(error.code, error.detail)}\n`);
  process.exit(2);
}
