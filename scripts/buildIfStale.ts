import { globSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#scripts/projectRoot.ts';

type BuildPlan = {
  /** where the build stands, absolute */
  folder: string;
  /** the file in it whose age is the age of the build */
  entry: string;
  /** globs from the project's root */
  sources: readonly string[];
  build: (folder: string) => Promise<unknown>;
};

function isStale({ folder, entry, sources }: BuildPlan): boolean {
  const built = statSync(join(folder, entry), { throwIfNoEntry: false });
  if (built === undefined) return true;
  return globSync([...sources, 'package-lock.json'], { cwd: projectRoot }).some((file) => statSync(join(projectRoot, file)).mtimeMs > built.mtimeMs);
}

/** Builds unless what is there is newer than every source. */
export async function buildIfStale(plan: BuildPlan): Promise<void> {
  if (!isStale(plan)) return;
  // Put in place as a whole, so that a host that runs the former build meanwhile never has half of each.
  const fresh = `${plan.folder}.${process.pid}`;
  await plan.build(fresh);
  rmSync(plan.folder, { recursive: true, force: true });
  renameSync(fresh, plan.folder);
}
