import { scanMediaType } from '#backend/services/priorAdoptions/scanMediaType.ts';
import type { Inputs } from '#contract/contract.ts';
import { limits } from '#contract/limits.ts';
import { DomainError } from '#core/errors.ts';
import type { ScanKind } from '#core/workflow/priorAdoption.ts';

type GivenScans = Inputs['priorAdoptions']['register']['scans'];

/** A scan whose bytes were read, or one that is kept already under its hash. */
export type ReadScan = { kind: ScanKind } & ({ name: string; mediaType: string; bytes: Uint8Array } | { sha256: string });

/** Reads the scans that came with a registration. Throws BAD_INPUT, naming the file, for one that is empty, too large or no scan. */
export async function readScans(scans: GivenScans): Promise<ReadScan[]> {
  const read: ReadScan[] = [];
  let total = 0;
  for (const scan of scans) {
    if ('sha256' in scan) {
      read.push(scan);
      continue;
    }
    const { kind, file } = scan;
    if (file.size === 0) throw new DomainError('BAD_INPUT', `“${file.name}”是空的`);
    if (file.size > limits.scanBytes) throw new DomainError('BAD_INPUT', `“${file.name}”超过 20 兆，把扫描的清晰度调低`);
    total += file.size;
    if (total > limits.scansBytes) throw new DomainError('BAD_INPUT', '扫描件合起来超过 60 兆，把清晰度调低或少附几份');
    const bytes = new Uint8Array(await file.arrayBuffer());
    const mediaType = scanMediaType(bytes);
    if (mediaType === undefined) throw new DomainError('BAD_INPUT', `“${file.name}”不是 PDF 或图片`);
    read.push({ kind, name: file.name, mediaType, bytes });
  }
  return read;
}
