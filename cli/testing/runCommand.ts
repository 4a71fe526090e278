import type { Command } from '#cli/command.ts';

export type CommandRun = { status: number; out: string; errors: string };

/** Runs a command as the prompt would, and collects what it printed. */
export async function runCommand(command: Command, args: string[], stdin = ''): Promise<CommandRun> {
  let out = '';
  let errors = '';
  const status = await command(args, {
    stdin: async () => new TextEncoder().encode(stdin),
    write: (text) => {
      out += text;
    },
    writeError: (text) => {
      errors += text;
    },
  });
  return { status, out, errors };
}
