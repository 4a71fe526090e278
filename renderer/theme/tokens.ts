/**
 * The one place where colours, type and spacing stand. Ant Design's theme and the CSS custom properties are made from it:
 * a name here is Ant Design's token name, and `colorPrimary` becomes `--xy-color-primary`.
 */

/** Two colours speak: teal can be pressed, vermilion is unlawful or late. Contrasts are against colorBgLayout. */
export const colors = {
  colorBgLayout: '#f6f2e9',
  colorBgContainer: '#fffdf8',
  colorBgElevated: '#fffefb',
  colorFillSecondary: '#ece6d9',
  colorFillTertiary: '#f1ecdf',

  colorText: '#21221f',
  colorTextSecondary: '#4f4d45',
  colorTextTertiary: '#5f5b50',
  colorTextLightSolid: '#fffdf8',

  colorBorder: '#8d8573',
  colorBorderSecondary: '#d9d1c0',
  colorSplit: '#e6dfd0',

  colorPrimary: '#1d5961',
  colorPrimaryHover: '#17474e',
  colorPrimaryActive: '#10363b',
  colorPrimaryBg: '#e2ecea',
  colorPrimaryBgHover: '#d3e2df',
  colorPrimaryBorder: '#9dbbb8',
  colorLink: '#1d5961',

  colorError: '#ad2f1e',
  colorErrorBg: '#f8e8e1',
  colorErrorBorder: '#dba897',
  colorWarning: '#835300',
  colorWarningBg: '#f6ebd2',
  colorWarningBorder: '#d8b877',
  colorInfo: '#38587a',
  colorInfoBg: '#e6ecf1',
  colorInfoBorder: '#a9bacb',
  colorSuccess: '#3b6637',
  colorSuccessBg: '#e6eddd',
  colorSuccessBorder: '#a9c19c',
} as const;

/** Without a counterpart in Ant Design: heat of comment counts, changes in a text, focus. */
export const ownColors = {
  'heat-0': 'transparent',
  'heat-1': '#e3ecea',
  'heat-2': '#c6dbd8',
  'heat-3': '#9fc3bf',
  'heat-4': '#6fa39f',
  'ins-bg': '#dcebe7',
  ins: '#14504f',
  'del-bg': '#efe6da',
  del: '#6b5a48',
  'edit-bg': '#f6efde',
  'move-bg': '#e1e8f0',
  move: '#38587a',
  'current-bg': '#faf5e9',
  focus: '#b8720a',
} as const;

export const families = {
  // What the machine has comes first; a bundled face is fetched only where it is missing.
  fontFamily: '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
  fontFamilyDoc: '"Noto Serif CJK SC", "Noto Serif SC", "FangSong", "SimSun", serif',
} as const;

/** In rem: these follow the type size that the person chose. Nothing but the numbers in flags is smaller than fontSizeSM. */
export const relativeSizes = {
  fontSizeSM: 0.875,
  fontSize: 1,
  fontSizeLG: 1.125,
  fontSizeXL: 1.375,
  fontSizeFigure: 1.75,
  fontSizeDoc: 1.125,
  fontSizeDocTitle: 1.625,
  controlHeight: 2.25,
  controlHeightLG: 2.625,
  navWidth: 8,
  panelWidth: 22.75,
  outlineWidth: 15.25,
} as const;

export const lineHeights = { lineHeight: 1.6, lineHeightSM: 1.5, lineHeightDoc: 1.85 } as const;

/** In px, on a 4 px grid: spacing does not grow with the type. */
export const fixedSizes = {
  sizeXXS: 4,
  sizeXS: 8,
  sizeSM: 12,
  size: 16,
  sizeMD: 20,
  sizeLG: 24,
  sizeXL: 32,
  sizeXXL: 48,
  borderRadius: 3,
  borderRadiusSM: 2,
  borderRadiusLG: 4,
} as const;

export const shadows = {
  boxShadowSheet: '0 1px 0 #e0d8c7, 0 1px 6px rgba(70, 58, 34, .07)',
  boxShadowSecondary: '0 6px 20px rgba(60, 48, 26, .16)',
} as const;

/** 字号 标准, 大, 特大: the root size in px. */
export const rootSizes = { s: 16, l: 19, xl: 22 } as const;
export type TypeSize = keyof typeof rootSizes;
