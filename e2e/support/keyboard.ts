import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';

/** What is wrong with where the keyboard stands: nowhere, out of sight, or without a ring around it. */
function focusFault(): string | undefined {
  const element = document.activeElement;
  if (element === null || element === document.body) return 'the focus is lost';
  const box = element.getBoundingClientRect();
  const name = `${element.tagName.toLowerCase()} ${element.getAttribute('type') ?? ""} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 20)}”`;
  if (box.width === 0 || box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) return `out of sight: ${name}`;
  // In the text the cursor shows where one is.
  if (element.matches('[contenteditable="true"]')) return undefined;
  const ringed = [element, element.closest('label')].some((candidate) => {
    if (candidate === null) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(candidate);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  });
  return ringed ? undefined : `no ring: ${name}`;
}

/** Fails unless the keyboard stands somewhere that one can see. */
export async function expectVisibleFocus(page: Page): Promise<void> {
  expect(await page.evaluate(focusFault)).toBeUndefined();
}

/** Presses Tab until the element has the focus; every stop on the way must be visible. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; !(await isThere()); presses += 1) {
    if (presses > 150) throw new Error(`Tab does not lead to ${String(target)}`);
    await page.keyboard.press(key);
    await expectVisibleFocus(page);
  }
}

/** Goes to the element by Tab and presses Enter on it. */
export async function pressOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}
