/** How many near-same articles any two texts share, from an index of which texts each class of articles stands in. */
export type SharedClasses = {
  /** distinct classes of a text */
  sizeOf(text: number): number;
  /** Other texts that share at least one class and fulfil the condition, from the most shared for their length to the least. */
  where(text: number, isWanted: (other: number, common: number) => boolean): number[];
  countWhere(text: number, isWanted: (other: number, common: number) => boolean): number;
  /** The other texts that share most classes, at most `most`, the most first. */
  best(text: number, most: number, isWanted: (other: number) => boolean): number[];
  /** The member that shares most with all others, for its length. */
  mostTypical(members: readonly number[]): number;
  /** Texts a class stands in. */
  textsWith(articleClass: number): number;
};

/**
 * One row of counts at a time, so that memory does not grow with the square of the texts. Texts with the same classes share a
 * row: where everybody copied one model, there is little to count.
 * @param texts the distinct classes of each text, ascending
 */
export function sharedClasses(texts: readonly Int32Array[]): SharedClasses {
  const profiles: Int32Array[] = [];
  const textsOf: number[][] = [];
  const profileOf = new Int32Array(texts.length);
  const known = new Map<string, number>();
  texts.forEach((classes, text) => {
    const key = classes.join(' ');
    const profile = known.get(key) ?? profiles.length;
    if (profile === profiles.length) {
      known.set(key, profile);
      profiles.push(classes);
      textsOf.push([]);
    }
    textsOf[profile]?.push(text);
    profileOf[text] = profile;
  });
  const standing = new Map<number, { profiles: number[]; texts: number }>();
  profiles.forEach((classes, profile) => {
    for (const articleClass of classes) {
      const entry = standing.get(articleClass) ?? { profiles: [], texts: 0 };
      entry.profiles.push(profile);
      entry.texts += textsOf[profile]?.length ?? 0;
      standing.set(articleClass, entry);
    }
  });

  const counts = new Int32Array(profiles.length);
  let touched: number[] = [];
  let counted = -1;
  const count = (profile: number): void => {
    if (counted === profile) return;
    for (const other of touched) counts[other] = 0;
    touched = [];
    counted = profile;
    for (const articleClass of profiles[profile] ?? []) {
      for (const other of standing.get(articleClass)?.profiles ?? []) {
        if (counts[other] === 0) touched.push(other);
        counts[other] = (counts[other] ?? 0) + 1;
      }
    }
  };
  const sizeOf = (text: number) => texts[text]?.length ?? 0;
  const each = (text: number, use: (other: number, common: number) => void): void => {
    count(profileOf[text] ?? -1);
    for (const profile of touched) for (const other of textsOf[profile] ?? []) if (other !== text) use(other, counts[profile] ?? 0);
  };

  return {
    sizeOf,
    where(text, isWanted) {
      const found: { other: number; share: number }[] = [];
      each(text, (other, common) => {
        if (isWanted(other, common)) found.push({ other, share: common / (sizeOf(text) + sizeOf(other)) });
      });
      return found.sort((one, second) => second.share - one.share || one.other - second.other).map(({ other }) => other);
    },
    countWhere(text, isWanted) {
      let found = 0;
      each(text, (other, common) => {
        if (isWanted(other, common)) found += 1;
      });
      return found;
    },
    best(text, most, isWanted) {
      const found: { other: number; common: number }[] = [];
      const isBefore = (one: { other: number; common: number }, second: { other: number; common: number }) =>
        one.common !== second.common
          ? one.common > second.common
          : sizeOf(one.other) !== sizeOf(second.other)
            ? sizeOf(one.other) < sizeOf(second.other)
            : one.other < second.other;
      each(text, (other, common) => {
        if (!isWanted(other)) return;
        const entry = { other, common };
        let place = found.length;
        for (let before = found[place - 1]; before !== undefined && isBefore(entry, before); before = found[place - 1]) place -= 1;
        if (place >= most) return;
        found.splice(place, 0, entry);
        if (found.length > most) found.pop();
      });
      return found.map(({ other }) => other);
    },
    mostTypical(members) {
      const inGroup = new Map<number, number>();
      let total = 0;
      for (const member of members) {
        total += sizeOf(member);
        for (const articleClass of texts[member] ?? []) inGroup.set(articleClass, (inGroup.get(articleClass) ?? 0) + 1);
      }
      const mean = total / members.length;
      let best = members[0] ?? 0;
      let highest = -1;
      for (const member of members) {
        let shared = 0;
        for (const articleClass of texts[member] ?? []) shared += inGroup.get(articleClass) ?? 0;
        const typical = shared / (sizeOf(member) + mean);
        if (typical > highest) {
          highest = typical;
          best = member;
        }
      }
      return best;
    },
    textsWith: (articleClass) => standing.get(articleClass)?.texts ?? 0,
  };
}
