import { readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { app, dialog, type BrowserWindow, type FileFilter } from 'electron';
import { limits } from '#contract/limits.ts';
import type { NativeFile } from '#contract/native.ts';
import { safeFileName } from '#electron/main/safeFileName.ts';
import { writeFileAtomically } from '#electron/main/writeFileAtomically.ts';

const endingNames: Readonly<Record<string, string>> = {
  '.pdf': 'PDF 文件',
  '.docx': 'Word 文档',
  '.doc': 'Word 97—2003 文档',
  '.xlsx': 'Excel 表格',
  '.csv': '表格文本',
  '.txt': '文本文件',
  '.md': 'Markdown 文本',
  '.rtf': 'RTF 文档',
  '.wps': 'WPS 文档',
  '.html': '网页',
  '.htm': '网页',
  '.png': '图片',
  '.jpg': '图片',
  '.jpeg': '图片',
  '.bmp': '图片',
  '.webp': '图片',
  '.json': 'JSON 文件',
  '.zip': '压缩文件',
  '.xiangyue': '送审包',
};

/** Saves bytes where the person chooses; false when he changed his mind. A place that cannot be written is told, and another one asked for. */
export async function saveFile(window: BrowserWindow, name: string, bytes: Uint8Array): Promise<boolean> {
  const safeName = safeFileName(name);
  for (;;) {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: '保存',
      buttonLabel: '保存',
      defaultPath: join(app.getPath('documents'), safeName),
      filters: filtersOf([extname(safeName)]),
    });
    if (canceled || filePath === '') return false;
    try {
      await writeFileAtomically(filePath, bytes);
      return true;
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error)) throw error;
      const { response } = await dialog.showMessageBox(window, {
        type: 'error',
        title: '乡约',
        message: '文件没有保存',
        detail: `${writingTrouble(String(error.code))}原来的文件没有改动，可以换个地方保存。`,
        buttons: ['换个地方保存', '不保存了'],
        defaultId: 0,
        cancelId: 1,
        noLink: true,
      });
      if (response === 1) return false;
    }
  }
}

/** Asks for one file; undefined when the person changed his mind or the file is beyond what the application takes. */
export async function chooseFile(window: BrowserWindow, accept: readonly string[]): Promise<NativeFile | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: '选择文件',
    buttonLabel: '打开',
    defaultPath: app.getPath('documents'),
    filters: filtersOf(accept),
    properties: ['openFile'],
  });
  const path = filePaths[0];
  return canceled || path === undefined ? undefined : readChosenFile(window, path);
}

/** Reads a file that the person named; one that is missing, unreadable or too large is told in a box, and undefined. */
export async function readChosenFile(window: BrowserWindow, path: string): Promise<NativeFile | undefined> {
  const tell = async (detail: string) => {
    await dialog.showMessageBox(window, {
      type: 'error',
      title: '乡约',
      message: `没有打开“${basename(path)}”`,
      detail,
      buttons: ['知道了'],
      noLink: true,
    });
    return undefined;
  };
  try {
    const { size } = await stat(path);
    if (size > limits.packageBytes) return await tell(`文件超过 ${limits.packageBytes / 1024 / 1024} 兆。删去图片另存后再试。`);
    return { name: basename(path), bytes: new Uint8Array(await readFile(path)) };
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return tell('文件不在原处，或者没有读取权限。重新拷贝一份到电脑里再试。');
  }
}

/** The kinds that a file dialog offers, by their names. */
export function filtersOf(endings: readonly string[]): FileFilter[] {
  const known = endings.filter((ending) => ending.length > 1);
  const all = { name: '所有文件', extensions: ['*'] };
  if (known.length === 0) return [all];
  const single = known.map((ending) => ({ name: endingNames[ending] ?? `${ending.slice(1)} 文件`, extensions: [ending.slice(1)] }));
  if (known.length === 1) return [...single, all];
  return [{ name: '可以打开的文件', extensions: known.map((ending) => ending.slice(1)) }, ...single];
}

function writingTrouble(code: string): string {
  switch (code) {
    case 'ENOSPC':
      return '磁盘满了。';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EBUSY':
      return '这个位置不能写入，或者同名文件正在别的软件里打开。';
    default:
      return '这个位置写不进去，移动盘可能已经拔出。';
  }
}
