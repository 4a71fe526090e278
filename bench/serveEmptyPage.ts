import { createServer } from 'node:http';

/** A host with nothing in it: one empty page, and the address on standard output. */
const server = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end('<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title></title></head><body></body></html>');
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  process.stdout.write(`http://127.0.0.1:${address.port}\n`);
});
// Ended like ours, so that Node keeps what it has compiled for the next start.
process.on('SIGTERM', () => process.exit(0));
