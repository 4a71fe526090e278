import { colors, families, fixedSizes, lineHeights, ownColors, relativeSizes, rootSizes, shadows } from './tokens.ts';

function customProperty(name: string): string {
  return `--xy-${name.replace(/([a-z0-9])([A-Z]+)/gu, '$1-$2').toLowerCase()}`;
}

/** The style sheet of custom properties and root sizes; the build puts it before every other style. */
export function tokensCss(): string {
  const lines: string[] = [];
  const declare = (values: Record<string, string | number>, unit: string) => {
    for (const [name, value] of Object.entries(values)) lines.push(`${customProperty(name)}:${value}${unit};`);
  };
  declare(colors, '');
  declare(ownColors, '');
  declare(families, '');
  declare(relativeSizes, 'rem');
  declare(lineHeights, '');
  declare(fixedSizes, 'px');
  declare(shadows, '');
  declare({ fontWeightStrong: 700 }, '');
  return [
    `:root{${lines.join('')}}`,
    `html{font-size:${rootSizes.s}px}`,
    `html[data-size="l"]{font-size:${rootSizes.l}px}`,
    `html[data-size="xl"]{font-size:${rootSizes.xl}px}`,
  ].join('\n');
}
