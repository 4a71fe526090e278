import { assertNever } from '#core/assertNever.ts';
import type { ParseWarningReason } from '#core/document/parseConvention.ts';

/** Why the parser lists a piece of text, in plain Chinese; the piece itself is shown beside it. */
export function parseWarningText(reason: ParseWarningReason): string {
  switch (reason) {
    case 'pageFurniture':
      return '像是页眉、页脚或页码，没有放进正文';
    case 'webResidue':
      return '像是网页残留，没有放进正文';
    case 'aboveTitle':
      return '在标题前面，没有放进正文';
    case 'doubtfulReference':
      return '说不准引用的是哪一条，按原文保留';
    case 'numberRepeated':
      return '编号重复';
    case 'numberSkipped':
      return '编号前面有缺号';
    case 'numberMissing':
      return '没有编号，照前后的编号单列一条';
    case 'withoutTitle':
      return '没有找到标题';
    case 'notConvention':
      return '不像村规民约或居民公约';
    default:
      return assertNever(reason);
  }
}
