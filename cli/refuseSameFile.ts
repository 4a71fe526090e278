import { stat } from 'node:fs/promises';
import { CommandRefusal } from '#cli/command.ts';
import { systemCode } from '#cli/systemCode.ts';

/** Refuses an output that is the input: compared by device and inode, so that a link or another spelling of the path is recognised too. */
export async function refuseSameFile(input: string, output: string): Promise<void> {
  if (input === '-') return;
  const [from, to] = await Promise.all([input, output].map((path) => stat(path, { bigint: true }).catch(absent)));
  if (from !== undefined && to !== undefined && from.dev === to.dev && from.ino === to.ino) {
    throw new CommandRefusal(`${output}：输出文件就是输入文件，没有写入，换一个文件名再试。`);
  }
}

function absent(error: unknown): undefined {
  if (systemCode(error) === undefined) throw error;
  return undefined;
}
