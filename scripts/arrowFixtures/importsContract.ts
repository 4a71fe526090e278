import type { limits } from '#contract/limits.ts';

export type Forbidden = typeof limits;
