import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { textEncodingNames } from '#contract/imports.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import type { ConventionDocument } from '#core/document/document.ts';
import { client } from '#renderer/transport/client.ts';
import { fileOf, native } from '#renderer/transport/native.ts';

export type SideName = 'old' | 'new';
/** A file that stands on a side to be compared; no convention is made of it. */
export type FileText = { key: number; name: string; document: ConventionDocument; remark: string };

const endings = ['.docx', '.docm', '.doc', '.wps', '.rtf', '.pdf', '.txt', '.md', '.html', '.htm'] as const;

/** Asks for a file and reads it; undefined when the person changed his mind. Tracked changes are taken as accepted. */
async function readChosen(key: number): Promise<FileText | undefined> {
  const chosen = await native.chooseFile(endings);
  if (chosen === undefined) return undefined;
  const { document, facts } = await client.imports.preview({ file: fileOf(chosen), revisions: 'accept' });
  const encoding = facts.encodings.find((candidate) => candidate.chosen);
  const remark = [
    `${articlesOf(document).length} 条`,
    ...(facts.revisions.length > 0 ? ['修订按接受读'] : []),
    ...(encoding === undefined ? [] : [`文字按 ${textEncodingNames[encoding.name]} 读`]),
  ].join('，');
  return { key, name: chosen.name, document, remark };
}

/** Files that a person puts on either side instead of a version or the draft. */
export function useFileSides() {
  const [files, setFiles] = useState<Partial<Record<SideName, FileText>>>({});
  const [count, setCount] = useState(1);
  const reading = useMutation({
    mutationFn: async (side: SideName) => ({ side, file: await readChosen(count) }),
    onSuccess({ side, file }) {
      if (file === undefined) return;
      setCount(count + 1);
      setFiles((before) => ({ ...before, [side]: file }));
    },
  });
  return {
    files,
    choose: (side: SideName) => reading.mutate(side),
    /** Back to a version or the draft on this side. */
    leave(side: SideName) {
      setFiles(({ [side]: _left, ...others }) => others);
    },
    isReading: reading.isPending,
    error: reading.error,
    reset: reading.reset,
  };
}
