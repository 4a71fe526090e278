import type { ThemeConfig } from 'antd';
import { colors, families, fixedSizes, lineHeights, relativeSizes, rootSizes, shadows, type TypeSize } from './tokens.ts';

/** Ant Design's theme for a type size. Ant Design counts in px, so sizes in rem are multiplied out here. */
export function antTheme(typeSize: TypeSize): ThemeConfig {
  const root = rootSizes[typeSize];
  const px = (rem: number) => Math.round(rem * root * 10) / 10;
  return {
    token: {
      ...colors,
      colorTextPlaceholder: colors.colorTextTertiary,
      colorTextDisabled: colors.colorTextTertiary,
      colorIcon: colors.colorTextSecondary,
      colorLinkHover: colors.colorPrimaryHover,
      fontFamily: families.fontFamily,
      fontSize: px(relativeSizes.fontSize),
      fontSizeSM: px(relativeSizes.fontSizeSM),
      fontSizeLG: px(relativeSizes.fontSizeLG),
      fontSizeXL: px(relativeSizes.fontSizeXL),
      fontWeightStrong: 700,
      lineHeight: lineHeights.lineHeight,
      lineHeightSM: lineHeights.lineHeightSM,
      controlHeight: px(relativeSizes.controlHeight),
      controlHeightLG: px(relativeSizes.controlHeightLG),
      controlInteractiveSize: px(1.125),
      borderRadius: fixedSizes.borderRadius,
      borderRadiusSM: fixedSizes.borderRadiusSM,
      borderRadiusLG: fixedSizes.borderRadiusLG,
      boxShadow: shadows.boxShadowSecondary,
      boxShadowSecondary: shadows.boxShadowSecondary,
      motion: false,
      wireframe: false,
    },
  };
}
