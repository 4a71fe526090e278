import { CommandRefusal, type CommandIo } from '#cli/command.ts';

/** Prints what the person at the prompt can put right and answers with the exit status 2; anything else is thrown on. */
export function refuse(error: unknown, io: CommandIo): 2 {
  if (!(error instanceof CommandRefusal)) throw error;
  io.writeError(`${error.message}\n`);
  return 2;
}
