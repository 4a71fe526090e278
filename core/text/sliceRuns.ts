/** What stands between two UTF-16 offsets in the text of all runs, every piece with what its run carries. */
export function sliceRuns<Run extends { text: string }>(runs: readonly Run[], start: number, end: number): Run[] {
  let offset = 0;
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, start - offset), Math.max(0, end - offset));
    offset += run.text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
}
