type Box = { message: string; detail?: string; buttons: string[] };

/** What the person and the system answer, set by a test before it is asked; asking without an answer is an error. */
export const answers = {
  /** labels of the buttons that the person presses; a function is something that happens while he reads */
  buttons: [] as (string | (() => string))[],
  /** files that the person chooses; an empty text is a change of mind */
  savePaths: [] as string[],
  openPaths: [] as string[],
};

/** What was shown to the person or given to the system. */
export const shown = { boxes: [] as Box[], errors: [] as string[], openedPaths: [] as string[], clipboard: '', menu: [] as MenuEntry[] };

type MenuEntry = { label?: string; role?: string; submenu?: MenuEntry[]; click?: () => void };

function next<Value>(queue: Value[], what: string): Value {
  const [first] = queue.splice(0, 1);
  if (first === undefined) throw new Error(`nobody answers ${what}`);
  return first;
}

export const dialog = {
  async showMessageBox(_window: unknown, box: Box): Promise<{ response: number }> {
    shown.boxes.push(box);
    const answer = next(answers.buttons, box.message);
    const response = box.buttons.indexOf(typeof answer === 'string' ? answer : answer());
    if (response === -1) throw new Error(`no such button among ${box.buttons.join('、')}`);
    return { response };
  },
  async showSaveDialog(): Promise<{ canceled: boolean; filePath: string }> {
    const filePath = next(answers.savePaths, 'the save dialog');
    return { canceled: filePath === '', filePath };
  },
  async showOpenDialog(): Promise<{ canceled: boolean; filePaths: string[] }> {
    const filePath = next(answers.openPaths, 'the open dialog');
    return { canceled: filePath === '', filePaths: filePath === '' ? [] : [filePath] };
  },
  showErrorBox(_title: string, text: string): void {
    shown.errors.push(text);
  },
};

export const shell = {
  async openPath(path: string): Promise<string> {
    shown.openedPaths.push(path);
    return '';
  },
};

export const clipboard = {
  writeText(text: string): void {
    shown.clipboard = text;
  },
};

export const Menu = {
  buildFromTemplate: (template: MenuEntry[]): MenuEntry[] => template,
  setApplicationMenu(menu: MenuEntry[]): void {
    shown.menu = menu;
  },
};
