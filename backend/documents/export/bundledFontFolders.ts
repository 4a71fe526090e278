import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The weights that the templates use; a weight is 10 to 15 MB, so no other one is opened. */
const weights = [
  ['@expo-google-fonts/noto-serif-sc', '400Regular'],
  ['@expo-google-fonts/noto-serif-sc', '700Bold'],
  ['@expo-google-fonts/noto-sans-sc', '500Medium'],
] as const;

/**
 * The folders of the fonts that ship with the application.
 * The typesetter is native code and cannot read inside an asar archive, so a packed application keeps them unpacked.
 */
export function bundledFontFolders(): string[] {
  const require = createRequire(import.meta.url);
  return weights.map(([name, weight]) =>
    join(dirname(require.resolve(`${name}/package.json`)), weight).replace(/app\.asar(?=[\\/])/u, 'app.asar.unpacked'),
  );
}
