const ending = String.raw`(?:村|社区|屯|寨|庄)`;
const kind = '(?:村规民约|居民公约|村民自治章程|居民自治章程|自治章程|民约|公约)';
const titled = new RegExp(String.raw`^(?:.*?(?:镇|乡|街道))?([^村]{1,12}?${ending})(?=${kind})`, 'u');
const named = new RegExp(String.raw`^(?:.*?(?:镇|乡|街道))?([^村]{1,12}?(?:村|社区))(?!规|民)`, 'u');

/**
 * The village's names that a title or the name of a file gives away: 云溪镇溪口村村规民约 → 溪口村, 云溪镇.
 * @param name a title, or a file's name with its ending
 */
export function placeNames(name: string): string[] {
  const words = name.replace(/\.[A-Za-z]{2,5}$/u, '').replaceAll(/附件|[\s\d.、_:：()（）【】《》-]/gu, '');
  const village = titled.exec(words)?.[1] ?? named.exec(words)?.[1];
  const township = /^(?:.*?[省市县区旗])?([^省市县区旗]{1,8}?(?:镇|乡|街道))/u.exec(words)?.[1];
  return [village, township].flatMap((found) => found ?? []);
}
