import { partNames } from '#contract/names.ts';
import { assertNever } from '#core/assertNever.ts';
import type { StructureFault } from '#core/document/checkStructure.ts';

/** Where a fault of the structure stands and what to do about it; `labels`: article id → its printed number. */
export function structureText(fault: StructureFault, labels: ReadonlyMap<string, string>): { place: string; text: string } {
  const articleName = (id: string) => labels.get(id) || '这一条';
  const place = 'part' in fault ? partNames[fault.part] : articleName(fault.articleId);
  switch (fault.kind) {
    case 'emptyArticle':
      return { place, text: '还没有文字，写上或者删去。' };
    case 'duplicateArticle':
      return { place, text: `和${labels.get(fault.sameAs) || '前面一条'}一样，留一条。` };
    case 'danglingReference':
      return { place, text: '引用的条款已经不在，重新选一条或者改写。' };
    case 'blankLeft':
      return { place, text: `还有空没有填：“${fault.quote.trim() === '' ? '　' : fault.quote}”。` };
    case 'oldAdoption':
      return { place, text: `“${fault.quote}”是以前的日期，删去。这一次表决和备案的日期，登记以后自动印在文末。` };
    default:
      return assertNever(fault);
  }
}
