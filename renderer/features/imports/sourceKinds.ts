import type { NativeFile } from '#contract/native.ts';
import { packageEnding } from '#renderer/features/packages/receivePackage.ts';

const textEndings = ['.docx', '.docm', '.doc', '.wps', '.wpt', '.rtf', '.pdf', '.txt', '.text', '.md', '.html', '.htm', '.mht', '.mhtml', '.json'] as const;
const pictureEndings = ['.png', '.jpg', '.jpeg', '.bmp', '.webp'] as const;

/** What can be chosen as a single file. */
export const fileEndings = [...textEndings, ...pictureEndings, packageEnding] as const;
/** What is looked for in a folder. */
export const folderEndings = [...textEndings, ...pictureEndings] as const;

function hasEnding(name: string, endings: readonly string[]): boolean {
  return endings.some((ending) => name.toLowerCase().endsWith(ending));
}

export function isPictureName(name: string): boolean {
  return hasEnding(name, pictureEndings);
}

/** Whether a file is a PDF by its first bytes, whatever it is called; scanners put a few of their own before them. */
export function isPdf({ bytes }: NativeFile): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1_024)).includes('%PDF-');
}
