import { kindInTitle, townshipIn, villageIn, villageInTitle } from '#renderer/features/conventions/guessPlace.ts';
import type { Place } from '#renderer/features/conventions/PlaceFields.tsx';

/** Where a text was found and what it calls itself. */
export type Evidence = {
  title: string;
  /** of the text, as parseConvention tells */
  kind: Place['kind'] | 'other';
  fileName: string;
  /** the folders above the file, parted by slashes */
  folder: string;
  /** the office that imports */
  office: string;
};

/** The village that a file or folder is named after: 03清溪村.docx, 枫林镇清溪村 → 清溪村. Empty when the name names none. */
function villageInName(name: string): string {
  const words = name.replace(/\.[A-Za-z]{2,5}$/u, '').replaceAll(/[\s\d.、_()（）【】-]/gu, '');
  return /^(?:.*?(?:镇|乡|街道))?([^村]{1,15}?(?:村|社区))(?!规|民)/u.exec(words)?.[1] ?? '';
}

/**
 * Village, township and kind of a text that nobody looks at before it is imported: its title, its file's name, the folders
 * above it, and at last the importing office itself say so. The village is empty where none of them names one.
 */
export function placeOfText({ title, kind, fileName, folder, office }: Evidence): Place {
  const folders = folder.split('/').reverse();
  const named = [villageInTitle(title), villageInTitle(fileName), villageInName(fileName), ...folders.map(villageInName), villageIn(office)];
  const townships = [townshipIn(title), townshipIn(fileName), ...folders.map(townshipIn), townshipIn(office)];
  return {
    village: named.find((village) => village !== '') ?? '',
    township: townships.find((township) => township !== '') ?? '',
    kind: kind === 'other' ? (kindInTitle(title) ?? 'village') : kind,
  };
}
