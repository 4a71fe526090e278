const windowsNatives = [
  'node_modules/better-sqlite3/prebuilds/win32-x64.node',
  'node_modules/@myriaddreamin/typst-ts-node-compiler-win32-x64-msvc/package.json',
];

/** The packages of which the binary for Windows is not installed here: an installer without them would not start anywhere. */
export function missingWindowsNatives(exists: (path: string) => boolean): string[] {
  return windowsNatives.filter((path) => !exists(path)).map((path) => path.split('/').slice(1, path.includes('/@') ? 3 : 2).join('/'));
}
