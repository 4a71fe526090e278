/** What a command may do with the outside; tests hand in their own. */
export type CommandIo = {
  stdin(): Promise<Uint8Array>;
  write(text: string): void;
  writeError(text: string): void;
};

/**
 * Resolves to the exit status: 0 done, 1 unlawful findings or a package that does not verify, 2 bad input with one Chinese
 * sentence on standard error. A bug is thrown and becomes 3.
 */
export type Command = (args: string[], io: CommandIo) => Promise<number>;

/** What the person at the prompt can put right; the message is the whole sentence to print. */
export class CommandRefusal extends Error {}
