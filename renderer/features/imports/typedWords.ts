function keyOf(name: string): string {
  return `xiangyue.typed.${name}`;
}

/** Keeps what was typed from a picture while this window lives, also when its screen is left. `name`: of the picture's file. */
export function keepTypedWords(name: string, words: string): void {
  if (words === '') sessionStorage.removeItem(keyOf(name));
  else sessionStorage.setItem(keyOf(name), words);
}

export function keptTypedWords(name: string): string {
  return sessionStorage.getItem(keyOf(name)) ?? '';
}
