import { isAbsolute, join } from 'node:path';

/**
 * The packages named on a command line: what the system passes when somebody double-clicks one.
 * Switches are no paths; a relative path counts from the folder where the command was given.
 */
export function openedPackages(commandLine: readonly string[], workingFolder: string): string[] {
  return commandLine
    .slice(1)
    .filter((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith('.xiangyue'))
    .map((argument) => (isAbsolute(argument) ? argument : join(workingFolder, argument)));
}
