import { buffer } from 'node:stream/consumers';
import type { Command } from '#cli/command.ts';

const usage = `用法：xiangyue 命令 …
  parse 文件                    读成章、条、项，输出 JSON
  check 文件… [--json]          合法性预审
  compare 旧文件 新文件 [--json]  逐条比较
  convert 输入文件 输出文件       转换成 .pdf .docx .txt .md .json
  verify 送审包                 核对签名和文本
文件写成减号时从标准输入读取。
`;

/** Each command is loaded only when it is asked for, so that none pays for the others' libraries. */
async function commandNamed(name: string | undefined): Promise<Command | undefined> {
  switch (name) {
    case 'parse':
      return (await import('#cli/parse.ts')).parseCommand;
    case 'check':
      return (await import('#cli/check.ts')).checkCommand;
    case 'compare':
      return (await import('#cli/compare.ts')).compareCommand;
    case 'convert':
      return (await import('#cli/convert.ts')).convertCommand;
    case 'verify':
      return (await import('#cli/verify.ts')).verifyCommand;
    default:
      return undefined;
  }
}

async function run(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  const command = await commandNamed(name);
  if (command === undefined) {
    const asked = name === undefined || name === '--help' || name === '-h';
    (asked ? process.stdout : process.stderr).write(asked ? usage : `没有“${name}”这个命令，用 --help 看有哪些命令。\n`);
    return asked ? 0 : 2;
  }
  try {
    return await command(rest, {
      stdin: () => buffer(process.stdin),
      write: (text) => process.stdout.write(text),
      writeError: (text) => process.stderr.write(text),
    });
  } catch (error) {
    process.stderr.write(`程序错误，没有完成。\n${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
    return 3;
  }
}

// A reader that goes away early (head, a closed pager) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 3));
process.exitCode = await run(process.argv.slice(2));
