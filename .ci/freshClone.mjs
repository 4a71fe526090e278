// Clones the project into a path with a space and Chinese characters, starts it there as a new user would, without a display,
// enters with the address it prints, asks for one page and one answer, and stops it. Fails when any of it fails.
// Plain JavaScript without dependencies: it runs on the machine's own Node, before anything is installed.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'xiangyue-'));
const clone = join(folder, '乡约 新装');

function address(application) {
  return new Promise((resolve, reject) => {
    let output = '';
    application.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      const found = /http:\/\/127\.0\.0\.1:\d+\/enter\?key=[\w-]+/.exec(output);
      if (found !== null) resolve(new URL(found[0]));
    });
    application.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${output}`)));
  });
}

try {
  execFileSync('git', ['clone', '--quiet', source, clone]);
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...environment } = process.env;
  const application = spawn('npm', ['start', '--', '--data', join(clone, '数据')], {
    cwd: clone,
    env: { ...environment, XIANGYUE_NO_DOWNLOAD: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await address(application);

  const entered = await fetch(url, { redirect: 'manual' });
  assert.equal(entered.status, 303);
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = await fetch(url.origin, { headers: { cookie } });
  assert.match(await page.text(), /<div id="root">/);
  const answer = await fetch(`${url.origin}/rpc/installation/status`, {
    method: 'POST',
    headers: { cookie, origin: url.origin, 'content-type': 'application/json' },
    body: '{}',
  });
  assert.equal((await answer.json()).json.installation, null);

  // npm itself ends by the signal that it was sent; what counts is that the host under it stops and leaves no lock behind.
  application.kill('SIGTERM');
  await once(application, 'close');
  assert.equal(existsSync(join(clone, '数据', 'lock')), false);
  await assert.rejects(fetch(url.origin));
  process.stdout.write('a fresh clone starts, answers and stops\n');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
