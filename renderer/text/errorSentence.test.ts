import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { errorTexts } from '#contract/errorTexts.ts';
import { errorCodes } from '#core/errors.ts';
import { errorCodeOf, errorSentence, isUnreachable } from '#renderer/text/errorSentence.ts';

describe('a failure is told in one Chinese sentence', () => {
  it.each(errorCodes)('for the expected failure %s', (code) => {
    const error = new ORPCError(code, { status: errorTexts[code].status, data: { detail: '测试' } });
    expect(errorSentence(error)).toMatch(/^[^A-Za-z{}]*(?:Word|WPS|UTF-8)?[^A-Za-z{}]*(?:Word|WPS)?[^A-Za-z{}]*$/u);
    expect(errorCodeOf(error)).toBe(code);
  });

  it('with the detail that the host gave', () => {
    const error = new ORPCError('NOT_FOUND', { status: 404, data: { detail: '这个版本' } });
    expect(errorSentence(error)).toContain('没有找到这个版本');
  });

  it.each([
    ['a bug, with its reference number', new ORPCError('INTERNAL_SERVER_ERROR', { data: { reference: '9F3A01BC' } }), '编号 9F3A01BC'],
    ['a refused input', new ORPCError('BAD_REQUEST'), '填写的内容有问题'],
    ['a host that does not answer', new TypeError('Failed to fetch'), '连不上本机服务'],
    ['a session that is over', new ORPCError('UNAUTHORIZED'), '重新打开乡约'],
    ['work that was stopped', new DOMException('', 'AbortError'), '已经取消'],
    ['something else that broke', new Error('x is undefined'), '程序错误'],
  ])('for %s', (_what, error, words) => {
    expect(errorSentence(error)).toContain(words);
  });

  it('and only a host that does not answer is asked again', () => {
    expect(isUnreachable(new TypeError('Failed to fetch'))).toBe(true);
    expect(isUnreachable(new ORPCError('NOT_FOUND', { status: 404 }))).toBe(false);
  });
});
