import type { DatedStep, DateFault } from '#core/workflow/dateFault.ts';

const dayNames: Record<DatedStep, string> = {
  vote: '表决日期',
  filing: '备案日期',
  publication: '公布日期',
  opinion: '意见书日期',
};

/** What is wrong with a date, the same on the screen and in a refusal; without a full stop. */
export function dateFaultText(fault: DateFault): string {
  switch (fault.fault) {
    case 'future':
      return `${dayNames[fault.step]}不能在今天以后`;
    case 'early':
      return `${dayNames[fault.step]}太早，看看年份有没有写错`;
    case 'order':
      return `${dayNames[fault.later]}不能早于${dayNames[fault.earlier]}`;
  }
}
