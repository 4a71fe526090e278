import { describe, expect, it } from 'vitest';
import { article, conventionDocument } from '#core/document/documentBuilders.ts';
import { titleOf } from '#core/document/titleOf.ts';

describe('the title of a convention', () => {
  it('is what the title says, and nothing where it says nothing', () => {
    expect(titleOf(conventionDocument('云台村村规民约', [article('a', '爱护公物。')]))).toBe('云台村村规民约');
    expect(titleOf(conventionDocument('', [article('a', '爱护公物。')]))).toBe('');
  });
});
