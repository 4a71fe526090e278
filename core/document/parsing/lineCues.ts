import { simplifiedCues } from '#core/document/parsing/simplifiedCues.ts';
import { displayWidth } from '#core/document/parsing/sourceLines.ts';

/** Words that a rule is made of; a topic heading has none of them. */
const ruleWords = /下列|以下|如下|之一|应当|应该|必须|不得|不准|不许|严禁|禁止|要求(?!$)|负责|自觉|不要|都要|均|凡|违者|由本|日起|施行(?!$)|生效(?!$)|解释权/u;

export const sentenceEnd = /[。！？；!?;…][”』」）)】"]?$/u;
const unfinishedEnd = /[，、,（(《“]$/u;

/** Whether a line ends where a sentence may end: with a full stop, or with a colon that introduces what follows. */
export function endsSentence(text: string): boolean {
  return sentenceEnd.test(text) || /[：:][”』」]?$/u.test(text);
}

export function endsOpen(text: string): boolean {
  return unfinishedEnd.test(text);
}

/** 十不准, “八要”, 村民五提倡: a list that is named by how many rules it holds. */
const countedName = /^.{0,6}[“"「]?[三四五六七八九十]{1,2}(?:不准|不许|不得|不要|不|严禁|禁止|禁|要|必须|应|提倡|倡导|做到|带头)[”"」]?$/u;

/** How much a text looks like a topic heading (社会治安) and not like a rule: 0 to 1. */
export function headingLikeness(text: string): number {
  // Most texts are sentences: they are told apart before anything dearer.
  if (/[。；！？!?;]/u.test(text)) return 0;
  const plain = simplifiedCues(text).replace(/[：:]$/u, '').replace(/[\s　]/gu, '');
  if (plain === '') return 0;
  if (countedName.test(plain)) return 1;
  if (endsOpen(plain)) return 0;
  if (/[：:]/u.test(plain)) return 0.1;
  const width = displayWidth(plain);
  if (width > 32) return 0.05;
  let likeness = width <= 14 ? 1 : width <= 20 ? 0.75 : 0.35;
  if (ruleWords.test(plain) || /(?:的|时|后|者)[：:]$/u.test(text.trim())) likeness = Math.min(likeness, 0.2);
  if (/[，,]/u.test(plain)) likeness = Math.min(likeness, width <= 12 ? 0.7 : 0.35);
  return likeness;
}

const dateText = /^[（(]?[\s　]*(?:[0-9０-９]{2,4}|[〇○零一二三四五六七八九ＯO0×xX_＿*Ｘ\s　]{2,8}|[\s　]*)[\s　]*年[\s　0-9０-９一二三四五六七八九十×xX_＿*Ｘ]{0,6}月(?:[\s　0-9０-９一二三四五六七八九十×xX_＿*Ｘ]{0,6}[日号])?[\s　]*[）)]?$|^[0-9]{4}[-./][0-9]{1,2}(?:[-./][0-9]{1,2})?$/u;

export function isDate(text: string): boolean {
  return dateText.test(text);
}

const bodyWords = /(?:村民委员会|村委会|居民委员会|居委会|[村居支管党治]委|党支部|党总支|党委|支部委员会|村民代表会议|村民代表大会|居民代表会议|居民会议|村民会议|村民大会|村两委|社区|理事会|全体村民|全体居民|人民政府|委员会|监委会|管委会|业委会|议事会|协会|妇联|大队|生产队|领导小组|办公室|合作社|村民小组|村公所|乡政府|镇政府|治保会|治保小组|调解委员会|调委会|调解小组|工作组|工作队|管理组|小组|公司|联合社|经联社|同乡会|商会|教会|寺管会|团支部|宗亲会|村|屯|寨|嘎查)$/u;
/** What stands behind the body that signs: 村委会 制. */
const signingWord = /^(?:制|订|立|印|宣|启|示|章|订立|制订|制定|监制|印制|制发|编印|公布|宣传)$/u;

/** A line that signs: a body, perhaps with its date and a seal. */
export function isSignature(text: string): boolean {
  const plain = simplifiedCues(text)
    .replace(/[（(](?:(?:共同)?盖章|公章|章|签章|代章|印)[）)]/gu, '')
    .replace(/[\s　]+/gu, ' ')
    .replace(/^[（(]([^（()）]{4,40})[）)]$/u, '$1')
    .trim();
  if (displayWidth(plain) > 45 || /[。；！？]/u.test(plain)) return false;
  if (isDate(plain)) return true;
  if (/^(?:村民代表|户主|承诺人|发起人|倡议人|立约人|公约人|见证人|监督人|发起单位|倡议单位|村主任|村支书|负责人|公章|联系电话|监督电话|举报电话|电话|.{0,8}(?:签名|签字|签章|盖章))[^。]{0,30}[：:]/u.test(plain)) return true;
  const pieces = plain.split(/[ ，,、]/u).filter((piece) => piece !== '');
  if (isSpacedOut(pieces)) return isSignature(pieces.join(''));
  const isBody = (piece: string) => bodyWords.test(piece.replace(/(?<=[会部村区所组])(?:监制|印制|制发|编印|制订|订立|公布|宣|制|立|印|启)$/u, ''));
  const others = pieces.filter((piece) => !isBody(piece));
  const isRest = (piece: string) => isDate(piece) || signingWord.test(piece) || /^[0-9]{4}年$/u.test(piece);
  if (others.length < pieces.length && others.every(isRest) && !/[：:]/u.test(plain)) return true;
  const glued = /^(.{2,30}?)((?:[0-9]{4}|二[〇○零O0][一二三四五六七八九〇○零]{2})年.{1,5}月.{0,4})$/u.exec(plain);
  return glued?.[1] !== undefined && glued[2] !== undefined && bodyWords.test(glued[1].trim()) && isDate(glued[2]);
}

/** 溪 口 村 村 委 会: scanned or spaced for looks. */
function isSpacedOut(pieces: readonly string[]): boolean {
  return pieces.length >= 4 && pieces.every((piece) => piece.length === 1);
}

const titleNames = '村规民约|乡规民约|居规民约|居民公约|村民公约|社区公约|文明公约|公约|规约|民约|村约|乡约|民规|守则|三字经|章程|约定|村规';
const titleText = new RegExp(`(?:${titleNames})(?:实施细则|细则)?[》”]?(?:全文|范本|范文)?(?:[（(〔【][^）)〕】]{1,30}[）)〕】])?$`, 'u');

/** A line that names a convention and nothing else. */
export function isTitle(text: string): boolean {
  const plain = simplifiedCues(text).replace(/[\s　]/gu, '').replace(/[。：:]$/u, '');
  if (/制定|制订|订立|遵守|如下|通过(?![）)])/u.test(plain)) return false;
  if (displayWidth(plain) > 40 || /[。；！？：:，]/u.test(plain.replace(/[（(〔【][^）)〕】]*[）)〕】]$/u, ''))) return false;
  if (/^(?:本|按照|根据|违反|此|以上|制定|附)/u.test(plain)) return false;
  return titleText.test(plain);
}

/** (草案), （2020年5月1日村民会议通过), a date or a body below the title. */
export function isSubtitle(text: string): boolean {
  if (/^[（(〔[［][^（(]{1,120}[）)〕\]］]$/u.test(text)) return true;
  if (isDate(text)) return true;
  const plain = simplifiedCues(text).replace(/[\s　]/gu, '');
  if (displayWidth(plain) > 60 || /[；！？]/u.test(plain)) return false;
  if (/(?:通过|修订|修正|印发|公布|实施|试行|施行|制定|制订|订立|稿|版)[）)]?$/u.test(plain) && /[0-9０-９〇一二三四五六七八九]年/u.test(plain)) return true;
  if (/^[—–-]{1,3}[^。]{2,40}$/u.test(plain)) return true;
  return isSignature(text);
}

const closingCue = /^(?:(?:乡亲|父老乡亲|村民朋友|居民朋友|朋友|同志|社员|老乡|邻居)们[，,：:！!]|本(?:村规民约|村民公约|居民公约|公约|规约|村规|民约|约)|以上|此(?:村规民约|公约|约)|上述|希望|望(?:全体|广大|各)|欢迎|敬请|特此|请(?:全体|广大)|让我们|未尽事宜|解释权)/u;

/** An unnumbered paragraph behind the last article that speaks of the whole: 以上公约自公布之日起施行。 */
export function isClosingParagraph(text: string): boolean {
  const plain = simplifiedCues(text);
  return isClosingNote(text) || closingCue.test(plain) || /^[^。]{0,20}(?:自|从)[^。]{0,30}(?:起)?(?:施行|执行|生效|实施)[。]?$/u.test(plain);
}

/** （2020年3月5日村民会议表决通过） below the last article. */
export function isClosingNote(text: string): boolean {
  return /^[（(【〔][^（(【〔]{2,80}(?:通过|修订|公布|施行|实施|执行|生效|印发)[）)】〕]$/u.test(simplifiedCues(text));
}

/** 为了…，制定本村规民约。 */
export function isPreamble(text: string): boolean {
  const plain = simplifiedCues(text);
  return /^(?:前言|序言|引言|为|根据|依据|按照|全体村民|各位|村民朋友|我村|我社区|本村|在)/u.test(plain) && /制定|特制|订立|制订|如下|约定|共同遵守|拟定/u.test(plain);
}

/** ……作出以下承诺：, 约定如下： — words that introduce the whole list below. */
export function isLeadIn(text: string): boolean {
  return /(?:承诺|约定|倡议|保证|公约|规定|共识|如下|以下|做到)[^，。；]{0,8}[：:]$/u.test(simplifiedCues(text)) && displayWidth(text) >= 5;
}

const annexHeading = /^[【[（(]?(?:附[\s　]?件|附[\s　]?表|附[\s　]?录|附[\s　]?[0-9０-９一二三四五六七八九十：:])[\s　]*[0-9０-９一二三四五六七八九十]{0,3}[\s　]*[：:、.．)）】\]]?/u;

export function isAnnexHeading(text: string): boolean {
  return annexHeading.test(text) && displayWidth(text) <= 45 && !sentenceEnd.test(text);
}
