/** Sizes in bytes and lengths in characters that both transports enforce at the boundary. */
export const limits = {
  importBytes: 20 * 1024 * 1024,
  packageBytes: 50 * 1024 * 1024,
  pastedCharacters: 2_000_000,
  requestBytes: 64 * 1024 * 1024,
  scanBytes: 20 * 1024 * 1024,
  /** scans of stamped papers that are kept with one registration */
  scans: 12,
  scansBytes: 60 * 1024 * 1024,
  batch: 100,
  pageSize: 200,
} as const;
