/** As many files as are taken from one choice, more than a county has villages; a list that is longer was not read to its end. */
export const mostChosenFiles = 3_000;

/**
 * Whether a file that lies in a chosen folder is meant: it has one of the endings and is neither hidden nor the trace of a
 * document that is open in Word or WPS (~$…, .~…). `path`: below the chosen folder, parted by slashes.
 */
export function isMeantFile(path: string, endings: readonly string[]): boolean {
  const parts = path.split('/');
  const name = (parts.at(-1) ?? '').toLowerCase();
  if (parts.some((part) => part.startsWith('.') || part === '__MACOSX') || name.startsWith('~$')) return false;
  return endings.some((ending) => name.endsWith(ending));
}
