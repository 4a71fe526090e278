import type { Backend } from '#backend/createBackend.ts';

export type Forbidden = Backend;
