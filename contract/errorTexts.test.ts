import { describe, expect, it } from 'vitest';
import { errorMap } from '#contract/errors.ts';
import { bugText, errorText, errorTexts } from '#contract/errorTexts.ts';
import { refusalTexts } from '#contract/refusals.ts';
import { DomainError, errorCodes } from '#core/errors.ts';
import { refusals } from '#core/workflow/workflow.ts';

const knownNames = /\b(?:Word|WPS|PDF|UTF-8|Node)\b/gu;
const withoutNames = (text: string) => text.replace(knownNames, '');

describe('the sentence for an expected failure', () => {
  it.each(errorCodes)('%s is plain Chinese, says more than one thing and ends in a full stop', (code) => {
    for (const text of [errorText(code), errorText(code, '第三行')]) {
      expect(withoutNames(text)).not.toMatch(/[A-Za-z]/u);
      expect(text).not.toMatch(/[{}|!！,;?]|请|违规/u);
      expect(text).toMatch(/^[^。]+(?:。|，)[^]*。$/u);
    }
  });

  it.each(errorCodes)('%s shows its detail at most once, and nothing of the placeholder', (code) => {
    const withDetail = errorText(code, '甲乙丙');
    expect(withDetail.split('甲乙丙').length - 1).toBe(errorTexts[code].text.includes('{detail') ? 1 : 0);
  });

  it('falls back where no detail is known, and puts a detail into brackets where the sentence is whole without it', () => {
    expect(errorText('NOT_FOUND')).toBe('没有找到这项内容，可能已经移走。返回上一页重新打开。');
    expect(errorText('NOT_FOUND', '第 3 版')).toBe('没有找到第 3 版，可能已经移走。返回上一页重新打开。');
    expect(errorText('FILE_DAMAGED')).toBe('文件损坏，读不完整，没有导入。重新拷贝或另存一份后再试。');
    expect(errorText('FILE_DAMAGED', '第二部分')).toContain('读不完整（第二部分），');
    expect(errorText('NOT_FOUND', '')).toBe(errorText('NOT_FOUND'));
  });

  it('takes a detail literally, whatever signs it holds', () => {
    expect(errorText('NOT_FOUND', '$&$1')).toContain('没有找到$&$1，');
  });

  it('is what both transports say when no other message is given', () => {
    for (const code of errorCodes) expect(errorMap[code].message).toBe(errorText(code));
  });

  it('has a status of failure', () => {
    for (const code of errorCodes) {
      expect(errorTexts[code].status).toBeGreaterThanOrEqual(400);
      expect(errorTexts[code].status).toBeLessThan(600);
    }
  });

  it('is the same for every code only by being different', () => {
    expect(new Set(errorCodes.map((code) => errorText(code))).size).toBe(errorCodes.length);
  });

  it('names a bug by its reference', () => {
    expect(bugText('20261124-7')).toContain('编号 20261124-7');
  });

  it('keeps code and detail in the error itself', () => {
    const error = new DomainError('NOT_FOUND', '第 3 版');
    expect([error.code, error.detail, error.name]).toEqual(['NOT_FOUND', '第 3 版', 'DomainError']);
    expect(new DomainError('CONFLICT').message).toBe('CONFLICT');
  });
});

describe('why a step cannot be taken', () => {
  it.each(refusals)('%s is a short Chinese clause', (refusal) => {
    expect(refusalTexts[refusal]).toMatch(/^[\u4E00-\u9FFF，]{4,40}$/u);
  });
});
