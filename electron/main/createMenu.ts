import { Menu, app, dialog, shell, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';

type MenuOptions = { window: BrowserWindow; dataFolder: string; choosePackage: () => void };

/** The menu in Chinese. Its editing entries also make the usual keys work on macOS. A packed application cannot be reloaded or inspected. */
export function createMenu({ window, dataFolder, choosePackage }: MenuOptions): Menu {
  const about = async () => {
    await dialog.showMessageBox(window, {
      type: 'info',
      title: '关于乡约',
      message: `乡约 ${app.getVersion()}`,
      detail: `村规民约的起草、征求意见、合法性审查、表决、备案与公布。\n数据文件夹：${dataFolder}`,
      buttons: ['知道了'],
      noLink: true,
    });
  };
  const development: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [
        { type: 'separator' },
        { role: 'reload', label: '重新载入' },
        { role: 'toggleDevTools', label: '开发者工具' },
      ];
  const macApplication: MenuItemConstructorOptions[] =
    process.platform === 'darwin'
      ? [
          {
            label: '乡约',
            submenu: [
              { label: '关于乡约', click: () => void about() },
              { type: 'separator' },
              { role: 'hide', label: '隐藏乡约' },
              { role: 'hideOthers', label: '隐藏其他' },
              { role: 'unhide', label: '全部显示' },
              { type: 'separator' },
              { role: 'quit', label: '退出乡约' },
            ],
          },
        ]
      : [];
  return Menu.buildFromTemplate([
    ...macApplication,
    {
      label: '文件(&F)',
      submenu: [
        { label: '打开送审包…', accelerator: 'CmdOrCtrl+O', click: choosePackage },
        { label: '打开数据文件夹', click: () => void shell.openPath(dataFolder) },
        { type: 'separator' },
        process.platform === 'darwin' ? { role: 'close', label: '关闭窗口' } : { role: 'quit', label: '退出' },
      ],
    },
    {
      label: '编辑(&E)',
      submenu: [
        { role: 'undo', label: '撤销' },
        { role: 'redo', label: '重做' },
        { type: 'separator' },
        { role: 'cut', label: '剪切' },
        { role: 'copy', label: '复制' },
        { role: 'paste', label: '粘贴' },
        { role: 'pasteAndMatchStyle', label: '只粘贴文字' },
        { role: 'delete', label: '删除' },
        { type: 'separator' },
        { role: 'selectAll', label: '全选' },
      ],
    },
    {
      label: '查看(&V)',
      submenu: [
        { role: 'zoomIn', label: '放大' },
        { role: 'zoomOut', label: '缩小' },
        { role: 'resetZoom', label: '恢复原来大小' },
        { type: 'separator' },
        { role: 'togglefullscreen', label: '全屏' },
        ...development,
      ],
    },
    { label: '帮助(&H)', submenu: [{ label: '关于乡约', click: () => void about() }] },
  ]);
}
