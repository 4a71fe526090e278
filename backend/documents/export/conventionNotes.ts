import { contentHash } from '#core/document/contentHash.ts';
import { verificationCode } from '#core/document/verificationCode.ts';
import type { ConventionPrint, PrintedPriorAdoption } from '#backend/documents/export/printDocument.ts';

/** What a printed convention says about itself below its text. None of it is part of the content hash. */
export type ConventionNotes = {
  /** how it was adopted and filed, one paragraph each */
  adoption: string[];
  signature?: { name: string; date: string };
  /** legality review: label and value, one line each; or the one statement that it is not cleared */
  clearance: { label: string; value: string }[];
  statement?: string;
  /** only of a cleared text: the twelve characters and the whole hash */
  verification?: { code: string; sha256: string };
  identity?: string;
};

export function conventionNotes(input: ConventionPrint): ConventionNotes {
  const notes: ConventionNotes = { adoption: [], clearance: [] };
  const { adoption, priorAdoption, clearance } = input;
  if (adoption !== undefined) {
    const effect = adoption.effectiveOn === undefined ? '' : `，自${adoption.effectiveOn}起施行`;
    notes.adoption.push(`本文本经${adoption.adoptingBody}于${adoption.adoptedOn}表决通过${effect}。`);
    if (adoption.filing !== undefined) {
      const { office, number, date } = adoption.filing;
      notes.adoption.push(`已于${date}报${office}备案，备案号：${number}。`);
    }
    if (adoption.publishedOn !== undefined) {
      const place = adoption.publicationPlace === undefined ? '' : `，公布地点：${adoption.publicationPlace}`;
      notes.adoption.push(`于${adoption.publishedOn}公布${place}。`);
    }
  }
  if (priorAdoption !== undefined) {
    const lines = priorAdoptionLines(priorAdoption);
    if (adoption === undefined) notes.adoption.push(lines.adopted);
    if (adoption?.filing === undefined && lines.filed !== undefined) notes.adoption.push(lines.filed);
    if (adoption?.publishedOn === undefined && lines.published !== undefined) notes.adoption.push(lines.published);
  }
  if (input.signature !== undefined) notes.signature = input.signature;
  if (clearance?.state === 'cleared') {
    notes.clearance.push({ label: '合法性审查结论', value: clearance.conclusion });
    notes.clearance.push({ label: '审查单位', value: clearance.office });
    notes.clearance.push({ label: '审查日期', value: clearance.date });
    if (clearance.opinionNumber !== undefined && clearance.opinionNumber !== '') {
      const kind = clearance.onPaper === true ? '（纸质）' : '';
      notes.clearance.push({ label: '意见书文号', value: `${clearance.opinionNumber}${kind}` });
    }
    const { sha256 } = contentHash(input.document);
    notes.verification = { code: verificationCode(sha256), sha256 };
  }
  if (clearance?.state === 'notCleared') notes.statement = clearance.statement;
  if (input.identity !== undefined) notes.identity = `本机登记身份：${input.identity}`;
  return notes;
}

/** The facts as they were registered; what nobody knows is 不详, what has not happened is undefined. */
function priorAdoptionLines({ adoptedOn, adoptingBody, filing, publication }: PrintedPriorAdoption) {
  const known = (value: string | undefined) => value ?? '不详';
  const isFiled = filing.date !== undefined || filing.office !== undefined || filing.number !== undefined;
  return {
    adopted: `本文本在使用本系统以前已经表决通过，照实登记。表决日期：${known(adoptedOn)}；表决的会议：${known(adoptingBody)}。`,
    filed:
      isFiled || publication !== undefined
        ? `备案日期：${known(filing.date)}；备案单位：${known(filing.office)}；备案号：${known(filing.number)}。`
        : undefined,
    published: publication === undefined ? undefined : `公布日期：${known(publication.date)}；公布地点：${known(publication.place)}。`,
  };
}
