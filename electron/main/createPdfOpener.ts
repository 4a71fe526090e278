import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dialog, shell, type BrowserWindow } from 'electron';
import { saveFile } from '#electron/main/fileDialogs.ts';
import { safeFileName } from '#electron/main/safeFileName.ts';

export type PdfOpener = {
  /** Shows a PDF in the system's reader; where there is none, offers to save it. Throws when the bytes are no PDF. */
  open(window: BrowserWindow, name: string, bytes: Uint8Array): Promise<void>;
  /** Removes the copies that no reader holds open any more. */
  clean(): void;
};

/** Copies for the reader lie in a folder of our own, which is emptied at the start and at the end: they may hold names of villagers. */
export function createPdfOpener(folder: string): PdfOpener {
  const clean = () => {
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) removeUnlessHeld(join(folder, name));
  };
  clean();
  return {
    clean,
    async open(window, name, bytes) {
      if (!isPdf(bytes)) throw new Error('openPdf was given bytes that are no PDF');
      // The system chooses the program by the ending, so that it has to be this one.
      const path = join(mkdtempSync(join(folder, 'pdf-')), safeFileName(`${name.replace(/\.pdf$/iu, '')}.pdf`));
      await writeFile(path, bytes, { mode: 0o400 });
      const trouble = await shell.openPath(path);
      if (trouble === '') return;
      const { response } = await dialog.showMessageBox(window, {
        type: 'info',
        title: '乡约',
        message: '这台电脑没有打开 PDF 的软件',
        detail: '可以先把文件保存下来，装好 PDF 阅读软件或 WPS 后再打开，也可以拷到别的电脑打印。',
        buttons: ['保存文件', '取消'],
        defaultId: 0,
        cancelId: 1,
        noLink: true,
      });
      if (response === 0) await saveFile(window, `${name.replace(/\.pdf$/iu, '')}.pdf`, bytes);
    },
  };
}

function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-';
}

function removeUnlessHeld(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch (error) {
    // On Windows a reader that still shows the file holds it; the next start tries again.
    if (!(error instanceof Error && 'code' in error && ['EBUSY', 'EPERM', 'EACCES', 'ENOTEMPTY'].includes(String(error.code)))) throw error;
  }
}
