/** 溪口村村民会议, 桥头社区居民代表会议: the body that adopted, as the print names it. */
export function adoptingBody({ kind, village }: { kind: string; village: string }, meeting: string): string {
  const people = kind === 'village' ? '村民' : '居民';
  return `${village}${people}${meeting === 'assembly' ? '会议' : '代表会议'}`;
}
