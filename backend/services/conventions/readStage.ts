import { z } from 'zod';
import { stages, type Stage } from '#core/workflow/workflow.ts';

const storedStage = z.enum(stages);

/** The stage in a stored row. Throws for one that core/workflow does not know: the file was changed by somebody else. */
export function readStage(text: string): Stage {
  return storedStage.parse(text);
}
