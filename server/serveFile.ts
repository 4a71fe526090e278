import type { ServerResponse } from 'node:http';
import { readRendererFile } from '#backend/hosting/readRendererFile.ts';

/** Answers with a file of the built interface. Files under /assets carry their hash in the name and never change. */
export async function serveFile(rendererFolder: string, pathname: string, response: ServerResponse): Promise<void> {
  const file = await readRendererFile(rendererFolder, pathname);
  if (file === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain;charset=utf-8', 'cache-control': 'no-store' });
    response.end('没有这个文件');
    return;
  }
  response.writeHead(200, {
    'content-type': file.contentType,
    'content-length': file.bytes.length,
    'cache-control': pathname.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache',
  });
  response.end(file.bytes);
}
