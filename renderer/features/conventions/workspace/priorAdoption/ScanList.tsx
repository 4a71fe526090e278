import { useRef } from 'react';
import { limits } from '#contract/limits.ts';
import { scanKindNames } from '#contract/names.ts';
import type { NativeFile } from '#contract/native.ts';
import { scanKinds, type ScanKind } from '#core/workflow/priorAdoption.ts';
import { Button } from '#renderer/components/Button.tsx';
import { showNotice } from '#renderer/components/notices.ts';
import { native } from '#renderer/transport/native.ts';
import { guessScanKind } from './guessScanKind.ts';

type NewScan = { key: string; name: string; kind: ScanKind; file: NativeFile };
/** A scan in the form: chosen on this computer, or kept already under its hash. */
export type FormScan = NewScan | (Omit<NewScan, 'file'> & { sha256: string });

const endings = ['.pdf', '.jpg', '.jpeg', '.png', '.webp', '.heic', '.heif', '.bmp', '.tif', '.tiff'];

async function chooseScans(): Promise<Omit<NewScan, 'key'>[]> {
  const scans: Omit<NewScan, 'key'>[] = [];
  const chosen = (await native.chooseFiles('files', endings)) ?? [];
  for (const { key, name } of chosen) {
    const file = await native.readChosenFile(key);
    if (file === undefined) showNotice(`“${name}”读不出来，没有附上。`);
    else scans.push({ name, kind: guessScanKind(name), file });
  }
  return scans;
}

/** Scans of stamped papers, each with what it shows; any number may be chosen at once. */
export function ScanList({ scans, onChange }: { scans: readonly FormScan[]; onChange: (scans: readonly FormScan[]) => void }) {
  const add = useRef<HTMLButtonElement>(null);
  const added = useRef(0);
  const room = limits.scans - scans.length;

  async function choose(): Promise<void> {
    if (room === 0) {
      showNotice(`最多附 ${limits.scans} 份。`);
      return;
    }
    const chosen = await chooseScans();
    if (chosen.length > room) showNotice(`最多附 ${limits.scans} 份，多出的没有附上。`);
    const fresh = chosen.slice(0, room).map((scan) => {
      added.current += 1;
      return { ...scan, key: `added-${added.current}` };
    });
    if (fresh.length > 0) onChange([...scans, ...fresh]);
  }

  return (
    <fieldset className="field scans">
      <legend>扫描件和照片（可以不附）</legend>
      {scans.length > 0 && (
        <ul>
          {scans.map((scan) => (
            <li key={scan.key}>
              <select
                className="input"
                aria-label={`“${scan.name}”是什么`}
                value={scan.kind}
                onChange={(event) => {
                  const kind = scanKinds.find((candidate) => candidate === event.target.value) ?? scan.kind;
                  onChange(scans.map((candidate) => (candidate.key === scan.key ? { ...candidate, kind } : candidate)));
                }}
              >
                {scanKinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {scanKindNames[kind]}
                  </option>
                ))}
              </select>
              <span className="breakable">{scan.name}</span>
              <Button
                kind="flat"
                aria-label={`去掉“${scan.name}”`}
                onClick={() => {
                  // The pressed button goes away with its row.
                  add.current?.focus();
                  onChange(scans.filter((candidate) => candidate.key !== scan.key));
                }}
              >
                去掉
              </Button>
            </li>
          ))}
        </ul>
      )}
      <button
        ref={add}
        type="button"
        className="btn"
        aria-disabled={room === 0}
        onClick={() => void choose()}
      >
        添上扫描件或照片
      </button>
      <span className="hint">会议记录、备案回执、贴出来的照片、纸质审查意见，PDF 或图片都行，一次可以选几份。</span>
    </fieldset>
  );
}
