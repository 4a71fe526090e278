import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { lockDataFolder } from '#backend/storage/lockDataFolder.ts';
import { newTestFolder, removeTestFolder } from '#backend/testing/createTestBackend.ts';

const folders: string[] = [];
function folder(): string {
  const path = newTestFolder();
  folders.push(path);
  return path;
}
afterEach(() => folders.splice(0).forEach(removeTestFolder));

describe('lockDataFolder', () => {
  it('lets one process in at a time and gives the folder back', () => {
    const path = folder();
    const unlock = lockDataFolder(path);
    expect(() => lockDataFolder(path)).toThrow(expect.objectContaining({ code: 'DATA_FOLDER_IN_USE' }));
    unlock();
    lockDataFolder(path)();
  });

  it('refuses a folder that another living process holds', async () => {
    const path = folder();
    mkdirSync(path, { recursive: true });
    const script = join(path, 'owner.ts');
    writeFileSync(
      script,
      `import { lockDataFolder } from ${JSON.stringify(join(import.meta.dirname, 'lockDataFolder.ts'))};
       lockDataFolder(${JSON.stringify(path)}); process.stdout.write('locked'); process.stdin.resume();`,
    );
    const owner = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
    await once(owner.stdout, 'data');
    expect(() => lockDataFolder(path)).toThrow(expect.objectContaining({ code: 'DATA_FOLDER_IN_USE' }));
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    lockDataFolder(path)();
  });

  it('takes over the lock of a process that is gone', () => {
    const path = folder();
    mkdirSync(path, { recursive: true });
    const gone = spawnSync(process.execPath, ['-e', 'process.stdout.write(String(process.pid))'], { encoding: 'utf8' });
    writeFileSync(join(path, 'lock'), `${gone.stdout} 1`);
    const unlock = lockDataFolder(path);
    unlock();
    expect(existsSync(join(path, 'lock'))).toBe(false);
  });

  it.each([
    ['empty', ''],
    ['full of zeros', '\0'.repeat(12)],
    ['cut off', '-'],
  ])('takes over a lock that a power failure left %s', (_how, content) => {
    const path = folder();
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'lock'), content);
    const unlock = lockDataFolder(path);
    expect(readFileSync(join(path, 'lock'), 'utf8')).toMatch(new RegExp(`^${process.pid} `, 'u'));
    unlock();
  });

  it('says so when the folder cannot be written', () => {
    const path = folder();
    mkdirSync(path, { recursive: true });
    chmodSync(path, 0o555);
    const script = `const { lockDataFolder } = await import(${JSON.stringify(join(import.meta.dirname, 'lockDataFolder.ts'))});
      try { lockDataFolder(${JSON.stringify(path)}); } catch (error) { process.stdout.write(error.code); }`;
    // Root may write anywhere, so the attempt is made by nobody.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) chmodSync(join(path, '..'), 0o755);
    const result = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      cwd: join(import.meta.dirname, '..', '..'),
      ...(isRoot ? { uid: 65_534, gid: 65_534 } : {}),
    });
    expect(result.stdout).toBe('DATA_FOLDER_READ_ONLY');
  });
});
