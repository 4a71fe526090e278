import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach } from 'vitest';
import { projectRoot } from '#scripts/projectRoot.ts';

/** Leaves a picture of every page in test-results when a test has failed. */
export function pictureOfFailure(pages: () => Record<string, Page | undefined>): void {
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    for (const [name, page] of Object.entries(pages())) {
      const file = `${task.name.slice(0, 30).replaceAll(/[^\p{L}\p{N}]+/gu, '-')}-${name}.png`;
      await page?.screenshot({ path: join(projectRoot, 'test-results', file) });
    }
  });
}
