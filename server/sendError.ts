import type { ServerResponse } from 'node:http';
import { errorText, errorTexts } from '#contract/errorTexts.ts';
import type { ErrorCode } from '#core/errors.ts';

/**
 * Answers a call with an expected failure in the form in which the router itself would. The connection stays open: a client
 * that is still sending would otherwise see a broken connection instead of the answer. What it sends is thrown away.
 */
export function sendError(response: ServerResponse, code: ErrorCode, detail?: string): void {
  const { status } = errorTexts[code];
  const data = detail === undefined ? {} : { detail };
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ json: { defined: true, code, status, message: errorText(code, detail), data } }));
}
