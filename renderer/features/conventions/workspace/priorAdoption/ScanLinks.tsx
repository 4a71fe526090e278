import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { scanKindNames } from '#contract/names.ts';
import type { PriorAdoption } from '#contract/priorAdoptions.ts';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { showNotice } from '#renderer/components/notices.ts';
import { client } from '#renderer/transport/client.ts';
import { bytesOf, native } from '#renderer/transport/native.ts';

type Scan = PriorAdoption['scans'][number];

/** The pictures that every browser draws; the others of a telephone or a scanner are saved and opened elsewhere. */
const drawn = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/bmp']);

type Shown = { name: string; bytes: Uint8Array; address: string };

/** The scans that are kept: a PDF opens in its reader, a picture stands below the list. */
export function ScanLinks({ conventionId, scans }: { conventionId: string; scans: readonly Scan[] }) {
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    if (shown === undefined) return undefined;
    return () => URL.revokeObjectURL(shown.address);
  }, [shown]);
  const open = useMutation({
    mutationFn: async ({ sha256, mediaType }: Scan) => {
      const file = await client.priorAdoptions.scan({ conventionId, sha256 });
      const bytes = await bytesOf(file);
      if (mediaType === 'application/pdf') await native.openPdf(file.name, bytes);
      else if (drawn.has(mediaType)) return { name: file.name, bytes, address: URL.createObjectURL(file) };
      else if (await native.saveFile(file.name, bytes)) showNotice('文件已经存好');
      return undefined;
    },
    onSuccess: setShown,
  });
  const save = useMutation({
    mutationFn: ({ name, bytes }: Shown) => native.saveFile(name, bytes),
    onSuccess: (isSaved) => {
      if (isSaved) showNotice('文件已经存好');
    },
  });
  const error = open.error ?? save.error;
  if (scans.length === 0) return <p className="dim">没有附扫描件。</p>;
  return (
    <>
      <ul className="scan-links" aria-label="扫描件和照片">
        {scans.map((scan, index) => (
          <li key={`${index} ${scan.sha256}`}>
            <span>{scanKindNames[scan.kind]}</span>
            <Button
              kind="link"
              onClick={() => {
                if (!open.isPending) open.mutate(scan);
              }}
            >
              <span className="breakable">{scan.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      {shown !== undefined && (
        <figure className="scan-picture">
          <img src={shown.address} alt={shown.name} onLoad={(event) => event.currentTarget.scrollIntoView({ block: 'nearest' })} />
          <figcaption>
            <Button onClick={() => save.mutate(shown)}>存一份</Button>
          </figcaption>
        </figure>
      )}
      {error !== null && <ErrorNote error={error} />}
    </>
  );
}
