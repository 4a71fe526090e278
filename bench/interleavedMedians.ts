type Side = {
  /** brings the data into the state that `run` starts from; not counted */
  prepare?: (round: number) => unknown;
  run: (round: number) => unknown;
};

/**
 * The median times of several sides in milliseconds, in their order. The sides take turns, each round begins with another
 * one, and the first rounds warm all of them up: whatever else the machine does falls on all sides alike.
 */
export async function interleavedMedians(rounds: number, sides: readonly Side[], warmUp = 2): Promise<number[]> {
  const times: number[][] = sides.map(() => []);
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (let step = 0; step < sides.length; step += 1) {
      const index = (round + step) % sides.length;
      const side = sides[index];
      // Measured one after another: two at a time would share the processor.
      await side?.prepare?.(round);
      const start = performance.now();
      await side?.run(round);
      if (round >= warmUp) times[index]?.push(performance.now() - start);
    }
  }
  return times.map(median);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
