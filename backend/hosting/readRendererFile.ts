import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, sep } from 'node:path';

export type RendererFile = { bytes: Uint8Array<ArrayBuffer>; contentType: string };

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/**
 * The built file that a path of the address bar names. A path without an ending is a screen of the application, which
 * index.html draws; undefined when the file does not exist, has a kind that is not served or would lie outside the folder.
 */
export async function readRendererFile(folder: string, pathname: string): Promise<RendererFile | undefined> {
  const path = decodedPath(pathname);
  if (path === undefined) return undefined;
  const name = extname(path) === '' ? 'index.html' : path;
  const contentType = contentTypes[extname(name).toLowerCase()];
  if (contentType === undefined) return undefined;
  const file = join(folder, name);
  const inside = relative(folder, file);
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return undefined;
  try {
    return { bytes: new Uint8Array(await readFile(file)), contentType };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** A backslash is a separator on Windows and a colon names a stream or a drive there; no built file has either in its name. */
function decodedPath(pathname: string): string | undefined {
  try {
    const path = decodeURIComponent(pathname);
    return /[\\:\0]/u.test(path) || path.split('/').includes('..') ? undefined : path;
  } catch {
    // A broken percent sign: no file has such a name.
    return undefined;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG'].includes(String(error.code));
}
