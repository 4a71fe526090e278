import { useState } from 'react';

/** Three ways of looking at a comparison. Stored. */
export const comparisonModes = ['columns', 'reading', 'changes'] as const;
export type ComparisonMode = (typeof comparisonModes)[number];

export const modeNames: Record<ComparisonMode, string> = { columns: '并排', reading: '通读', changes: '只看改动' };

const key = 'xiangyue.comparisonMode';

function stored(): ComparisonMode {
  const value = localStorage.getItem(key);
  return comparisonModes.find((mode) => mode === value) ?? 'columns';
}

/** The way that was chosen last on this computer. */
export function useComparisonMode(): [ComparisonMode, (mode: ComparisonMode) => void] {
  const [mode, setMode] = useState(stored);
  return [
    mode,
    (next) => {
      localStorage.setItem(key, next);
      setMode(next);
    },
  ];
}
