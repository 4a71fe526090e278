import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AlignmentType, Document, LevelFormat, Packer, Paragraph } from 'docx';
import { projectRoot } from '#scripts/projectRoot.ts';

const article = /^第[一二三四五六七八九十]+条\s*/u;

/** The sample village's old convention as a Word file whose article numbers are Word's own and stand in no text. */
export async function oldConventionDocx(folder: string): Promise<string> {
  const source = await readFile(join(projectRoot, 'resources', 'samples', 'old-convention.txt'), 'utf8');
  const lines = source.split('\n').filter((line) => line.trim() !== '');
  const document = new Document({
    numbering: {
      config: [
        {
          reference: 'articles',
          levels: [
            { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '第%1条', alignment: AlignmentType.START },
          ],
        },
      ],
    },
    sections: [
      {
        children: lines.map((line) =>
          article.test(line)
            ? new Paragraph({ text: line.replace(article, ''), numbering: { reference: 'articles', level: 0 } })
            : new Paragraph({ text: line }),
        ),
      },
    ],
  });
  const path = join(folder, '溪口村村规民约.docx');
  await writeFile(path, await Packer.toBuffer(document));
  return path;
}
