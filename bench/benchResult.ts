/** One comparison with a named peer, both measured in the same run on the same texts. */
export type BenchResult = {
  /** what is measured: 60 articles to PDF, warm */
  name: string;
  peer: string;
  /** of `ours` and `theirs`: ms */
  unit: string;
  ours: number;
  theirs: number;
  /** how many times better ours is */
  ratio: number;
  /** the ratio to reach; undefined where the ratio only informs */
  goal?: number;
};
