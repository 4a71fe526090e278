import type { ConventionKind } from '#core/document/document.ts';

/** The township in an office's full name: 枫林镇清溪村村民委员会 → 枫林镇. Empty when there is none. */
export function townshipIn(office: string): string {
  const withoutCounty = office.replace(/^.*?(?:省|自治区|市|自治州|盟)/u, '').replace(/^.{1,8}?(?:县|区|旗|市)/u, '');
  return /^.{1,10}?(?:镇|乡|街道)/u.exec(withoutCounty)?.[0] ?? '';
}

/** The village or community in an office's full name: 枫林镇清溪村村民委员会 → 清溪村. Empty when there is none. */
export function villageIn(office: string): string {
  const behind = office.slice(office.indexOf(townshipIn(office)) + townshipIn(office).length);
  return /^(.{1,15}?(?:村|社区))(?=村民委员会|村委会|居民委员会|居委会|党|$)/u.exec(behind)?.[1] ?? '';
}

/** The village in a title: 清溪村村规民约（2026年修订） → 清溪村. Empty when the title names none. */
export function villageInTitle(title: string): string {
  return /^(?:.*?(?:镇|乡|街道))?(.{1,15}?(?:村|社区|居委会|屯|寨|庄))(?:村规民约|居民公约|村民自治章程|民约|公约)/u.exec(title.replaceAll(/\s/gu, ''))?.[1] ?? '';
}

export function kindInTitle(title: string): ConventionKind | undefined {
  if (title.includes('居民公约')) return 'community';
  return title.includes('村规民约') ? 'village' : undefined;
}
