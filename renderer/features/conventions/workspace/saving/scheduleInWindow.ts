/** Runs something once after so many milliseconds; the answer calls it off. */
export function scheduleInWindow(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}
