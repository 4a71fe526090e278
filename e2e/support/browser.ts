import { chromium, type Browser } from 'playwright';
import { findBrowser } from '#scripts/findBrowser.ts';

/** Chromium without a network of its own; as root it needs --no-sandbox. */
export function launchBrowser(extraArguments: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    // Without a locale in UTF-8 Chromium opens no file with a Chinese name.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...extraArguments,
    ],
  });
}
