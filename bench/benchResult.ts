/** One comparison with a named peer, both measured in the same run on the same texts. */
export type BenchResult = {
  /** what is measured: 60 articles to PDF, warm */
  name: string;
  peer: string;
  /** of `ours` and `theirs`: ms */
  unit: string;
  ours: number;
  theirs: number;
  /** how many times better ours is: theirs / ours */
  ratio: number;
  /** the ratio to reach; undefined where the ratio only informs or `limit` stands instead */
  goal?: number;
  /** how many times the peer's value ours may be at most */
  limit?: number;
  /** a number that helps to read the values: 12 findings, 85 a second */
  remark?: string;
};
