import { describe, expect, it } from 'vitest';
import { colors, ownColors } from '#renderer/theme/tokens.ts';
import { tokensCss } from '#renderer/theme/tokensCss.ts';

/** WCAG 2: relative luminance of #rrggbb. */
function luminance(color: string): number {
  const channel = (offset: number) => {
    const value = Number.parseInt(color.slice(offset, offset + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = [colors.colorBgLayout, colors.colorBgContainer, colors.colorFillSecondary, colors.colorFillTertiary];

describe('the colours', () => {
  it.each([
    ['text', colors.colorText],
    ['secondary text', colors.colorTextSecondary],
    ['tertiary text', colors.colorTextTertiary],
    ['links', colors.colorLink],
    ['what is unlawful or late', colors.colorError],
    ['warnings', colors.colorWarning],
    ['advice', colors.colorInfo],
    ['success', colors.colorSuccess],
  ])('keep %s readable on every ground', (_what, color) => {
    for (const ground of grounds) expect(contrast(color, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['a filled button', colors.colorTextLightSolid, colors.colorPrimary],
    ['a late task', colors.colorError, colors.colorErrorBg],
    ['a warning', colors.colorWarning, colors.colorWarningBg],
    ['advice', colors.colorInfo, colors.colorInfoBg],
    ['an insertion', ownColors.ins, ownColors['ins-bg']],
    ['a deletion', ownColors.del, ownColors['del-bg']],
    ['a moved article', ownColors.move, ownColors['move-bg']],
    ['the highest heat', colors.colorText, ownColors['heat-4']],
  ])('keep %s readable on its own ground', (_what, color, ground) => {
    expect(contrast(color, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('show borders of controls and the focus ring at 3 to 1', () => {
    for (const ground of grounds.slice(0, 2)) {
      expect(contrast(colors.colorBorder, ground)).toBeGreaterThanOrEqual(3);
      expect(contrast(ownColors.focus, ground)).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('the style sheet of tokens', () => {
  it('names every value as Ant Design does, in kebab case', () => {
    const css = tokensCss();
    for (const name of ['--xy-color-bg-layout', '--xy-font-size-sm', '--xy-size-xxs', '--xy-control-height-lg', '--xy-heat-4', '--xy-font-size-doc-title']) {
      expect(css).toContain(`${name}:`);
    }
  });
});
