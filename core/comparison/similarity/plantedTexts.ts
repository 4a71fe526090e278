import type { ComparableText } from '#core/comparison/similarity/similarity.ts';
import type { ConventionDocument } from '#core/document/document.ts';

/** Numbers below 1 that are the same in every run (mulberry32). */
export function seededNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const subjects = '全体村民 各家各户 党员干部 外出务工人员 种植大户 养殖户 沿河住户 临街商户 屋场长 村民小组长 红白理事会 道德评议会 护林员 保洁员 村辅警 租住人员 老年协会 妇女小组 青年志愿者 用水户 果园承包人 茶农 渔民 民宿经营者 合作社社员 学生家长 低保户 驾驶员 放牧人 建房户'.split(' ');
const places = '房前屋后 村口广场 晒谷场 文化礼堂 水源上游 东山林场 老祠堂 主干道两侧 河堤 水库坝上 古樟树下 幸福院 篮球场 公墓区 田间机耕路 垃圾收集点 村卫生室 小学门口 农贸摊点 停车坪 篱笆边 排水沟 蓄水池 桥头 茶园步道 仓库 屋顶 渡口 竹林 山塘'.split(' ');
const acts = '堆放柴草农具要整齐 停放车辆要在划线以内 不倾倒泔水和废渣 不私拉电线给电动车充电 办酒席不超过规定桌数 祭扫不烧纸钱改用鲜花 不燃放烟花爆竹 养狗要拴绳并打疫苗 鸡鸭实行圈养 不电鱼毒鱼炸鱼 不砍伐护坡林木 建房先批后建 不占用耕地栽树 调解纠纷先找屋场长 赡养老人不推诿 孩子按时入学不辍学 不聚众赌博打牌 发现可疑电话及时报告 按时缴纳保洁费 轮流打扫公共区域 参加义务巡逻 不传播未经证实的消息 借用公物登记归还 节约用水错峰灌溉 秸秆集中回收利用 不在水边放孩子玩耍 夫妻互敬不动手 彩礼量力而行 丧事三天内办完 评选文明家庭 保护古树名木 修缮沟渠投工投劳 腾退危旧空房 栽种本地花木 登记外来租客 清理枯枝落叶 防火期不带火种上山 集体收益张榜公开 代表会议按时到会 举报毁坏设施行为'.split(' ');
const ends = '做得好的在季度会上表扬 违反的由评议会上门劝导 造成损失的照价赔偿 屡劝不改的在广播里提醒 由村委会记入家庭档案 由值班干部当天处理 有困难的可以申请帮扶 由理事会提供桌椅碗筷 每半年检查一次并公布 邻里之间互相提醒 年终评优优先考虑 涉嫌违法的移交有关机关 由小组长带头落实 先说服教育再限期改正 需要经费的由一事一议商定 相关费用从集体收益列支'.split(' ');
const boilerplate = [
  '本公约经村民会议表决通过后，自公布之日起施行。',
  '本公约由村民委员会负责解释。',
  '本公约如与国家法律法规相抵触，以国家法律法规为准。',
  '全体村民应当遵守宪法和法律，爱党爱国，维护民族团结。',
  '村民应当自觉遵守本公约，互相监督。',
  '本公约报乡镇人民政府备案。',
];
const surnames = '清望石枫云松白桃柳竹梅莲荷泉塘岭坪湾坝桥'.split('');
const seconds = '溪口塘岭坳冲湾坪桥峰泉畔洲源头田港陂垅墩'.split('');

type Random = () => number;

function pick<Item>(random: Random, list: readonly Item[]): Item {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new Error('Nothing to pick from');
  return item;
}

export function villageName(index: number): string {
  const first = surnames[index % surnames.length] ?? '';
  const second = seconds[Math.floor(index / surnames.length) % seconds.length] ?? '';
  const third = Math.floor(index / surnames.length / seconds.length);
  return `${first}${second}${third === 0 ? '' : (surnames[third % surnames.length] ?? '')}村`;
}

/** An article of three sentences, in which `village` stands by its name. */
export function plantedArticle(random: Random, village: string): string {
  const sentence = () => `${pick(random, subjects)}在${pick(random, places)}${pick(random, acts)}，${pick(random, ends)}`;
  return `${village}${sentence()}；${sentence()}；一次补交${Math.floor(random() * 90) + 10}元，${sentence()}。`;
}

/** Changes about so much of the characters of a text, a word of two to four characters at a time. */
export function reworded(random: Random, text: string, share: number): string {
  const characters = [...text];
  for (let changed = 0; changed < text.length * share; ) {
    const at = Math.floor(random() * characters.length);
    const words = pick(random, [places, subjects]);
    const word = pick(random, words).slice(0, 3);
    characters.splice(at, word.length, ...word);
    changed += word.length;
  }
  return characters.join('');
}

export function plantedDocument(village: string, articles: readonly string[]): ConventionDocument {
  return {
    type: 'document',
    attrs: { numberingStyle: 'article', numberingScope: 'document' },
    content: [
      { type: 'title', content: [{ type: 'text', text: `${village}村规民约` }] },
      ...articles.map((text, index) => ({
        type: 'article' as const,
        attrs: { id: `article-${index}` },
        content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
      })),
    ],
  };
}

export type Planted = {
  texts: number;
  articles: number;
  /** sizes of the groups of copies; everybody else writes his own text */
  groups: readonly number[];
  /** the share of a copy's articles that are reworded by a tenth, 0–1 */
  edited: number;
  seed: number;
};

/** Made-up conventions one after the other: the planted groups first, each a model with its copies, then unrelated texts. All share boilerplate. */
export function* plantedTexts({ texts, articles, groups, edited, seed }: Planted): Generator<ComparableText> {
  const random = seededNumbers(seed);
  const own = Math.max(1, articles - boilerplate.length);
  let index = 0;
  const next = (write: (village: string) => string[]): ComparableText => {
    const village = villageName(index);
    index += 1;
    return { document: plantedDocument(village, [...write(village), ...boilerplate]), names: [village] };
  };
  const fresh = (village: string) => Array.from({ length: own }, () => plantedArticle(random, village));
  for (const size of groups) {
    const model = fresh('甲乙村');
    for (let member = 0; member < size; member += 1) {
      yield next((village) =>
        model.map((article) => {
          const named = article.replaceAll('甲乙村', village).replace(/\d+元/u, `${Math.floor(random() * 90) + 10}元`);
          return random() < edited ? reworded(random, named, 0.1) : named;
        }),
      );
    }
  }
  const planted = groups.reduce((sum, size) => sum + size, 0);
  for (let rest = planted; rest < texts; rest += 1) yield next(fresh);
}
