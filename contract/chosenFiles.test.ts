import { expect, it } from 'vitest';
import { isMeantFile } from './chosenFiles.ts';

const endings = ['.docx', '.txt'];

it.each([
  ['溪口村/村规民约.docx', true],
  ['溪口村/旧文本/2016.TXT', true],
  ['溪口村/照片.jpg', false],
  ['溪口村/~$村规民约.docx', false],
  ['溪口村/.~村规民约.docx', false],
  ['.git/说明.txt', false],
  ['__MACOSX/村规民约.docx', false],
  ['docx', false],
])('of the files in a folder, %s is meant: %s', (path, isMeant) => {
  expect(isMeantFile(path, endings)).toBe(isMeant);
});
