type Identity = { person: string; office: string };

/** Nobody reviews his own submission, on whichever computer: a person is known by the name and the office that he declared. */
export function isSamePerson(one: Identity, other: Identity): boolean {
  const plain = (words: string) => words.normalize('NFKC').replace(/\s/gu, '');
  return plain(one.person) === plain(other.person) && plain(one.office) === plain(other.office);
}
