import type { ImportFacts } from '#contract/imports.ts';
import type { Cut } from '#core/document/parsing/applyCuts.ts';

export const cutNames: Record<Cut, string> = { article: '另起一条', heading: '是标题', join: '接上一条', leaveOut: '不是正文' };

type Revision = ImportFacts['revisions'][number];

const revisionWords: Record<Revision['kind'], string> = { insertion: '添了', deletion: '删了', move: '移了' };

function by(author: string): string {
  return author === '' ? '' : `${author}：`;
}

/** 0-based line of the source → what the person decided about it, and what others changed or remarked there. */
export function lineRemarks(cuts: ReadonlyMap<number, Cut>, facts: ImportFacts): ReadonlyMap<number, readonly string[]> {
  const remarks = new Map<number, string[]>();
  const put = (line: number, remark: string) => {
    remarks.set(line, [...(remarks.get(line) ?? []), remark]);
  };
  for (const [line, cut] of cuts) put(line, `已改：${cutNames[cut]}`);
  for (const { kind, author, text, line } of facts.revisions) if (text !== '' && line !== null) put(line, `修订　${by(author)}${revisionWords[kind]}“${text}”`);
  for (const { author, text, line } of facts.comments) if (line !== null) put(line, `批注　${by(author)}${text}`);
  return remarks;
}
