/**
 * Text brought to one form for matching, with the way back.
 * `offsets[i]` is the UTF-16 offset in the original of the character at `i`.
 */
export type NormalisedText = { text: string; offsets: readonly number[] };

/** Traditional and simplified in pairs: the characters that rules can turn on, not a general conversion. */
const traditional =
  '亂乱來来係系個个們们備备傭佣傳传傷伤僱雇價价儀仪償偿優优兒儿兩两則则創创動动務务勞劳勵励區区參参員员問问喪丧國国圍围園园圓元團团執执報报場场塊块' +
  '墳坟墾垦壓压壞坏婦妇嬰婴孫孙實实寧宁審审寶宝將将專专對对導导屆届屍尸層层屬属岡冈島岛師师帳帐帶带幣币幹干庫库廟庙廠厂廢废廣广廳厅張张強强彈弹從从' +
  '復复恆恒惡恶愛爱態态憲宪應应懲惩懷怀戰战戲戏戶户掃扫損损搶抢撥拨擇择擊击擋挡擔担據据擬拟擱搁擴扩擺摆擾扰攔拦敗败敘叙數数斂敛斷断時时暫暂書书會会' +
  '東东條条棄弃業业極极樂乐樑梁樓楼標标樣样樹树橋桥橫横檔档檢检欄栏權权歐欧歲岁歷历歸归殘残殺杀毆殴氣气決决沒没況况淚泪淨净減减測测準准溝沟溫温滅灭' +
  '滯滞滿满潔洁濕湿濟济濫滥災灾為为無无煙烟煩烦熱热燈灯燒烧營营爐炉爭争牆墙狀状獄狱獎奖獨独獵猎現现瑪玛環环產产畝亩畫画異异當当療疗癮瘾皺皱盜盗監监' +
  '盤盘眾众確确礙碍祿禄禍祸禮礼禿秃種种積积穩稳窮穷競竞筆笔節节範范築筑簡简簽签籃篮籤签粵粤糧粮糾纠紀纪約约紅红納纳純纯紙纸級级細细終终組组結结絕绝' +
  '絡络給给統统綁绑經经綠绿維维網网緊紧線线編编緩缓縣县總总織织繫系繳缴續续罰罚罵骂罷罢義义聞闻聯联聲声聽听腦脑臺台與与舉举舊旧萬万蓋盖藝艺藥药處处' +
  '衆众術术衛卫衝冲補补製制複复規规視视親亲訂订計计訊讯討讨託托訟讼訪访設设許许訴诉詐诈評评詢询試试話话該该詳详誅诛認认誠诚誤误說说調调請请諒谅論论' +
  '謠谣謹谨證证識识議议護护譽誉讀读變变讓让豬猪貧贫貨货貪贪責责買买貸贷費费貼贴資资賓宾賠赔賣卖質质賬账賭赌趕赶車车軍军軟软較较載载輕轻輛辆輪轮輸输' +
  '轉转辦办辭辞農农這这連连進进遊游運运過过違违遲迟遷迁選选遺遗還还鄉乡鄰邻醫医釋释銀银錢钱錯错鎖锁鐘钟鑼锣長长門门閉闭開开閒闲間间關关陣阵陰阴陳陈' +
  '陽阳隊队際际隨随險险隻只雙双雞鸡離离難难電电靜静響响頂顶項项順顺須须預预領领頭头題题額额願愿類类飯饭飲饮飼饲養养館馆駐驻駕驾騙骗騷骚驅驱驗验髒脏' +
  '體体髮发鬥斗鬧闹魚鱼鳥鸟鴨鸭鵝鹅點点黨党齊齐齡龄龍龙';

const simplified = new Map<string, string>();
for (let index = 0; index + 1 < traditional.length; index += 2) {
  simplified.set(traditional.charAt(index), traditional.charAt(index + 1));
}
/** 伍佰元 is an amount, 入伍 is not: formal numerals count only beside another numeral or a unit. */
const formalNumerals: Record<string, string> = {
  壹: '一', 贰: '二', 貳: '二', 叁: '三', 叄: '三', 肆: '四', 伍: '五', 陆: '六', 陸: '六', 柒: '七', 捌: '八', 玖: '九',
  拾: '十', 佰: '百', 仟: '千',
};
const besideNumeral = /[壹贰貳叁叄肆伍陆陸柒捌玖拾佰仟百千万萬元圆块]/u;
const variants: Record<string, string> = {
  欵: '款', 歀: '款', 圆: '元', '￥': '¥', ',': '，', ';': '；', ':': '：', '(': '（', ')': '）', '!': '！',
  '?': '？', '﹐': '，', '､': '、', '｡': '。', '[': '（', ']': '）', '【': '（', '】': '）', '〔': '（', '〕': '）',
};
const dropped = /[\u200B-\u200D\u2060\uFEFF\u00AD“”‘’"'「」『』]/u;
const han = /[\u3400-\u9FFF]/u;
const closesLine = /[，。；：！？、（）]/u;
const startsItem =
  /^\s*(?:第[一二三四五六七八九十百零\d]{1,6}[条章节款项]|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,3}[、.．)）]|[\u2460-\u2473●•\-—*·])/u;

/** Words that are worth putting together again when a line end, a space or a mark stands inside them. */
const wholeWords = new Set(
  ('罚款 罚金 没收 收缴 扣留 扣押 押金 断水 断电 停水 停电 低保 分红 取消 停发 扣发 保证金 违约金 滞纳金 黑榜 曝光 上访 信访 起诉 报警 外嫁 出嫁 离婚 丧偶 改嫁 ' +
    '收回 承包 宅基 强拆 拆除 捐款 集资 摊派 游街 游村 示众 检讨 关押 火化 平坟 打死 彩礼 村民 村委 处以 缴纳 补贴 养老 选举 隔离').split(' '),
);

function joinsWord(before: string, after: string): boolean {
  for (let left = 1; left <= 2; left += 1) {
    for (let right = 1; right <= 2; right += 1) {
      if (before.length >= left && wholeWords.has(before.slice(-left) + after.slice(0, right))) return true;
    }
  }
  return false;
}

/** Spellings that dodge a word search. A look-behind keeps 依法款待 and the like out. */
const evasions: readonly (readonly [RegExp, string])[] = [
  [/(?<![依执合守立司宪])[法伐阀](?=款)/gu, '罚'],
  [/(?<![依执合守立司宪])罚(?:kuan|k(?![a-z]))/gu, '罚款'],
  [/(?<![a-z])(?:fakuan|fa款)/gu, '罚款'],
  [/罚[宽筷]/gu, '罚款'],
  [/莫收|mo收|没shou/gu, '没收'],
  [/保正金/gu, '保证金'],
  [/ya金|押jin/gu, '押金'],
  [/低宝/gu, '低保'],
  [/断shui/gu, '断水'],
  [/断dian/gu, '断电'],
];

/**
 * Brings a text to the form that rules are written in: half-width digits, Chinese punctuation, simplified characters,
 * plain numerals, no quotation marks, words in one piece, known dodges undone. Line ends that end something stay as \n.
 */
export function normaliseText(source: string): NormalisedText {
  const characters: string[] = [];
  const offsets: number[] = [];
  let lineLength = 0;
  for (let index = 0; index < source.length; index += 1) {
    const raw = source.charAt(index);
    if (dropped.test(raw)) continue;
    const code = raw.charCodeAt(0);
    let character = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : raw;
    if (character === '\u3000' || character === '\u00A0' || character === '\t') character = ' ';
    const previous = characters.at(-1) ?? '\n';
    const next = source.charAt(index + 1);
    if (character === ',' && /\d/u.test(previous) && /[\d０-９]/u.test(next)) continue;
    if (character === '.' && !(/\d/u.test(previous) && /[\d０-９]/u.test(next))) character = han.test(previous) ? '。' : '.';
    character = simplified.get(character) ?? character;
    const formal = formalNumerals[raw];
    if (formal !== undefined && (besideNumeral.test(next) || besideNumeral.test(source.charAt(index - 1)))) character = formal;
    character = variants[character] ?? character.toLowerCase();
    if (character === '\r') continue;
    if (character === '\n' || character === ' ' || /[*·•_-]/u.test(character)) {
      const rest = source.slice(index + 1, index + 16);
      const after = Array.from(rest.trimStart().slice(0, 2), (one) => simplified.get(one) ?? one).join('');
      const before = characters.slice(-2).join('');
      const joint = han.test(before.slice(-1)) && han.test(after.slice(0, 1));
      if (character === '\n') {
        const item = startsItem.test(rest.replace(/^\s*\n/u, ''));
        if (!item && joint && (joinsWord(before, after) || lineLength >= 18)) continue;
        lineLength = 0;
        if (previous === '\n') continue;
      } else if (character === ' ') {
        if (previous === '\n' || previous === ' ' || closesLine.test(previous)) continue;
        if (!joint) continue;
        // 不准打架 不准偷盗: a space between two runs of some length parts them, 罚 款 is one word.
        const runBefore = /[\u3400-\u9FFF]*$/u.exec(characters.slice(-12).join(''))?.[0].length ?? 0;
        const runAfter = /^\s*[\u3400-\u9FFF]*/u.exec(rest)?.[0].trim().length ?? 0;
        if (runBefore < 4 || runAfter < 4 || joinsWord(before, after)) continue;
      } else if (joint && joinsWord(before, after)) continue;
    }
    characters.push(character);
    offsets.push(index);
    lineLength += 1;
  }
  let text = characters.join('');
  let map = offsets;
  for (const [pattern, replacement] of evasions) {
    if (!pattern.test(text)) continue;
    pattern.lastIndex = 0;
    const moved: number[] = [];
    let rebuilt = '';
    let last = 0;
    for (const hit of text.matchAll(pattern)) {
      moved.push(...map.slice(last, hit.index));
      rebuilt += text.slice(last, hit.index) + replacement;
      for (let step = 0; step < replacement.length; step += 1) {
        const from = step === replacement.length - 1 ? hit.index + hit[0].length - 1 : hit.index + Math.min(step, hit[0].length - 1);
        moved.push(map[from] ?? 0);
      }
      last = hit.index + hit[0].length;
    }
    for (const offset of map.slice(last)) moved.push(offset);
    text = rebuilt + text.slice(last);
    map = moved;
  }
  return { text, offsets: map };
}

/** The range in the original text that a range of the normalised text came from. */
export function originalRange(normalised: NormalisedText, start: number, end: number): { start: number; end: number } {
  const from = normalised.offsets[start] ?? normalised.offsets.at(-1) ?? 0;
  const last = normalised.offsets[Math.max(start, end - 1)] ?? from;
  return { start: from, end: last + 1 };
}
