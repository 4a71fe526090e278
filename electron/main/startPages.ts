import { startAddress } from '#electron/applicationAddress.ts';

/** What a person can do when the application cannot start; each is a link that the main process answers itself. */
const failureActions = {
  retry: '再试一次',
  restore: '从备份恢复…',
  folder: '打开数据文件夹',
  copy: '复制详细信息',
  quit: '退出',
} as const;

export type FailureAction = keyof typeof failureActions;

export type StartFailure = {
  /** what happened, what is safe and what to do: one or two Chinese sentences */
  sentence: string;
  dataFolder: string;
  /** what a maintainer needs */
  details: string;
  canRestore: boolean;
  /** what the last action did, shown above the buttons */
  outcome?: string;
};

/** Shown from the first moment, before the database is opened. */
export function loadingPage(): string {
  return page('正在打开', '<p role="status">正在打开数据，一般只要几秒……</p>');
}

/** Neither this page nor the loading page has a script, so that nothing on them can fail. */
export function failurePage({ sentence, dataFolder, details, canRestore, outcome }: StartFailure): string {
  const links = Object.entries(failureActions)
    .filter(([action]) => action !== 'restore' || canRestore)
    .map(([action, label]) => `<a href="${startAddress}${action}">${label}</a>`)
    .join('\n');
  return page(
    '没有打开',
    `<h2>乡约没有打开</h2>
<p>${escaped(sentence)}</p>
<p>数据文件夹：<code>${escaped(dataFolder)}</code></p>
${outcome === undefined ? '' : `<p role="status"><strong>${escaped(outcome)}</strong></p>`}
<nav aria-label="可以做的事">${links}</nav>
<details><summary>详细信息，供维护人员查看</summary><pre>${escaped(details)}</pre></details>`,
  );
}

/** The action that a link of the failure page stands for. */
export function failureActionOf(address: string): FailureAction | undefined {
  const action = address.startsWith(startAddress) ? address.slice(startAddress.length) : '';
  return isFailureAction(action) ? action : undefined;
}

function isFailureAction(action: string): action is FailureAction {
  return Object.hasOwn(failureActions, action);
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>乡约 — ${title}</title>
<style>
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #fffdf8; color: #2b2724;
  font: 18px/1.8 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
main { max-width: 42em; padding: 2em; }
h1 { margin: 0 0 1em; width: 3em; padding: .4em 0; border-radius: 6px; text-align: center; background: #ad2f1e; color: #fffdf8; }
nav { display: flex; flex-wrap: wrap; gap: .8em; margin: 1.5em 0; }
a { padding: .4em 1em; border: 1px solid #ad2f1e; border-radius: 6px; color: #8c2113; text-decoration: none; }
a:first-child { background: #ad2f1e; color: #fffdf8; }
a:focus-visible, summary:focus-visible { outline: 3px solid #1a5fb4; outline-offset: 2px; }
code, pre { font-size: 16px; overflow-wrap: anywhere; white-space: pre-wrap; }
</style>
</head>
<body>
<main>
<h1>乡约</h1>
${body}
</main>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => `&#${character.codePointAt(0)};`);
}
