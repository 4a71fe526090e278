import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { DomainError } from '#core/errors.ts';
import { bundledFontFolders } from '#backend/documents/export/bundledFontFolders.ts';
import type { PrintDocument } from '#backend/documents/export/printDocument.ts';
import { invisible, templateData } from '#backend/documents/export/templateData.ts';
import { printTitle } from '#backend/documents/export/printTitle.ts';

export type Typesetter = {
  /**
   * Sets a document as PDF/A-2b. The same input gives the same bytes on the same machine.
   * A character that no font of the machine has is printed as 〓, with a note that names it.
   * @throws DomainError TYPESETTING_FAILED
   */
  setDocument(input: PrintDocument): Uint8Array;
};

type TypesetterOptions = {
  /** the folder that holds typst/*.typ */
  resourceFolder: string;
  /** folders with the bundled fonts; where they are not given, those of the installed packages */
  fontFolders?: readonly string[];
};

/** Each round can only name characters that the round before did not print. */
const maximalRounds = 8;
/** Results that ten later documents did not use again are forgotten (Typst's own advice for a tool that stays open). */
const cacheAge = 10;

/** Opens the fonts and templates once; setting a document afterwards takes milliseconds. Not to be shared between threads. */
export function createTypesetter({ resourceFolder, fontFolders }: TypesetterOptions): Typesetter {
  const workspace = resolve(resourceFolder, 'typst');
  const read = (name: string) => readFileSync(join(workspace, `${name}.typ`), 'utf8');
  const templates = {
    convention: read('convention'),
    commentTable: read('commentTable'),
    opinion: read('opinion'),
    amendmentTable: read('amendmentTable'),
    amendmentStatement: read('amendmentStatement'),
  } satisfies Record<PrintDocument['type'], string>;
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [...(fontFolders ?? bundledFontFolders())] }] });
  // Read here and not by the compiler: native code cannot read inside an asar archive.
  compiler.mapShadow(join(workspace, 'page.typ'), Buffer.from(read('page')));

  const compile = (template: string, data: string): Uint8Array | string => {
    const outcome = compiler.compile({ mainFileContent: template, inputs: { data } });
    if (outcome.result === null || outcome.hasError()) {
      const diagnostics: unknown = outcome.takeDiagnostics()?.shortDiagnostics;
      throw new Error(`Typst: ${JSON.stringify(diagnostics)}`);
    }
    try {
      return new Uint8Array(compiler.pdf(outcome.result, { pdfStandard: 'a-2b' }));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const missing = missingCharacters(message);
      if (missing === '') throw error;
      return missing;
    }
  };

  return {
    setDocument(input) {
      const template = templates[input.type];
      let missing = '';
      try {
        for (let round = 0; round < maximalRounds; round += 1) {
          const result = compile(template, templateData(input, missing));
          if (typeof result !== 'string') return result;
          missing += result;
        }
      } catch (error) {
        if (error instanceof DomainError) throw error;
        throw new DomainError('TYPESETTING_FAILED', printTitle(input), { cause: error });
      } finally {
        compiler.evictCache(cacheAge);
      }
      throw new DomainError('TYPESETTING_FAILED', `字库缺字：${missing}`);
    },
  };
}

/** The characters that Typst says no font can show; PDF/A allows no empty boxes, so it refuses the whole file. */
function missingCharacters(message: string): string {
  const quoted = message.matchAll(/the text `\\*"(.*?)\\*"` could not be displayed/gu);
  const found = new Set<string>();
  for (const [, text = ''] of quoted) {
    const plain = text.replace(/\\+u\{([0-9a-f]+)\}/giu, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)));
    // A character that shows nothing (a soft hyphen, a variation selector) is given up before the visible one that it stands with.
    const unseen = [...plain].filter((character) => invisible.test(character));
    for (const character of unseen.length > 0 ? unseen : plain) found.add(character);
  }
  return [...found].join('');
}
