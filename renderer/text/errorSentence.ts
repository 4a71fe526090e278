import { ORPCError } from '@orpc/client';
import { bugText, errorText } from '#contract/errorTexts.ts';
import { errorCodes, type ErrorCode } from '#core/errors.ts';

const unreachable = '连不上本机服务，刚才的操作没有完成。写下的内容还在，检查乡约是否还开着，再试一次。';
const cancelled = '已经取消，内容没有改动。';
const expired = '这个窗口和本机服务的连接已经过期。关掉这个窗口，重新打开乡约。';

function isErrorCode(code: string): code is ErrorCode {
  const codes: readonly string[] = errorCodes;
  return codes.includes(code);
}

function textIn(data: unknown, key: string): string | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const value: unknown = Reflect.get(data, key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Whether the person, or a screen that was left, stopped the work. */
export function isCancelled(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** Whether the host did not answer at all, as opposed to answering with a refusal. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof ORPCError && [502, 504].includes(error.status));
}

/** The code of an expected failure, for screens that offer a way on; undefined for anything else. */
export function errorCodeOf(error: unknown): ErrorCode | undefined {
  return error instanceof ORPCError && isErrorCode(error.code) ? error.code : undefined;
}

/** One Chinese sentence for whatever a procedure failed with: what happened, what is safe, what to do. */
export function errorSentence(error: unknown): string {
  if (isCancelled(error)) return cancelled;
  if (isUnreachable(error)) return unreachable;
  if (!(error instanceof ORPCError)) return bugText('界面');
  const code = errorCodeOf(error);
  if (code !== undefined) return errorText(code, textIn(error.data, 'detail'));
  if (error.status === 401) return expired;
  if (error.status === 413) return errorText('FILE_TOO_LARGE');
  if (error.code === 'BAD_REQUEST') return errorText('BAD_INPUT');
  return bugText(textIn(error.data, 'reference') ?? '未登记');
}
