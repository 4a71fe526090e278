import { describe, expect, it } from 'vitest';
import { article, conventionDocument, paragraph } from '#core/document/documentBuilders.ts';
import { hasBody } from '#core/document/hasBody.ts';

describe('what could bind in a convention', () => {
  it('is an article or a verse, and not what stands around them', () => {
    expect(hasBody(conventionDocument('云台村村规民约', [article('a', '爱护公物。')]))).toBe(true);
    expect(hasBody(conventionDocument('云台村村规民约', [{ type: 'verse', content: [paragraph('爱公物，护山林。')] }]))).toBe(true);
    expect(hasBody(conventionDocument('云台村村规民约', [{ type: 'preamble', content: [paragraph('为了乡风文明。')] }]))).toBe(false);
  });
});
