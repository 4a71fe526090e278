/** The traditional characters of the words that tell parts of a convention apart. */
const pairs =
  '員员會会黨党區区組组監监縣县鄉乡鎮镇議议過过訂订發发實实執执規规約约應应當当須须歸归責责違违負负釋释盡尽為为據据請请項项聯联協协團团屆届長长務务條条決决開开權权嚴严準准許许覺觉參参與与從从後后則则總总說说簽签蓋盖號号時时們们還还對对關关產产業业嶺岭灣湾橋桥莊庄';

const simplifiedOf = new Map<string, string>();
for (let at = 0; at + 1 < pairs.length; at += 2) simplifiedOf.set(pairs.charAt(at), pairs.charAt(at + 1));

const traditional = new RegExp(`[${[...simplifiedOf.keys()].join('')}]`, 'gu');

/** The text with the characters that matter to the parser in their simplified form, of the same length; for matching alone. */
export function simplifiedCues(text: string): string {
  return text.replace(traditional, (character) => simplifiedOf.get(character) ?? character);
}
