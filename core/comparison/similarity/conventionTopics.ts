/** A matter that a convention may speak of; it does when one of the words stands in it. */
export type ConventionTopic = { name: string; words: readonly string[] };

/**
 * The matters that conventions usually rule, in the order in which they are named. A text that leaves one out need not be
 * wrong: the list says where a village may look again. Words are simplified characters.
 */
export const conventionTopics: readonly ConventionTopic[] = [
  { name: '爱党爱国', words: ['爱国', '爱党', '拥护党', '党的领导', '热爱祖国', '社会主义核心价值观', '中国共产党'] },
  { name: '遵纪守法', words: ['守法', '遵纪', '法律法规', '法治', '普法'] },
  { name: '社会治安', words: ['治安', '打架', '斗殴', '赌博', '盗窃', '偷盗', '毒品', '禁毒', '黑恶', '诈骗', '寻衅'] },
  { name: '消防安全', words: ['防火', '消防', '火灾', '用火', '火源', '用电安全', '安全用电', '野外用火'] },
  { name: '防溺水', words: ['溺水', '游泳', '下水玩'] },
  { name: '邻里关系', words: ['邻里', '邻居', '睦邻', '四邻', '乡邻'] },
  { name: '纠纷调解', words: ['调解', '纠纷', '矛盾'] },
  { name: '婚姻家庭', words: ['婚姻', '夫妻', '家庭和睦', '家庭暴力', '家风', '家庭美德'] },
  { name: '赡养老人', words: ['赡养', '孝敬', '孝顺', '敬老', '尊老', '老人', '父母'] },
  { name: '未成年人', words: ['未成年', '儿童', '义务教育', '辍学', '子女', '青少年'] },
  { name: '移风易俗', words: ['移风易俗', '红白', '婚事', '丧事', '彩礼', '酒席', '宴席', '厚葬', '薄葬', '攀比', '大操大办', '封建迷信'] },
  { name: '环境卫生', words: ['卫生', '垃圾', '门前三包', '保洁', '人居环境', '污水', '乱倒', '乱扔'] },
  { name: '家禽家畜和犬只', words: ['家禽', '家畜', '畜禽', '禽畜', '养犬', '养狗', '犬', '圈养', '散养', '狗'] },
  { name: '土地和建房', words: ['建房', '宅基地', '违建', '违章建筑', '耕地', '土地', '占地', '乱占'] },
  { name: '道路和水利', words: ['道路', '村道', '公路', '水利', '水渠', '沟渠', '灌溉', '水库'] },
  { name: '公共设施', words: ['公共设施', '公共财物', '公物', '集体财产', '公共财产', '路灯'] },
  { name: '生态保护', words: ['生态', '山林', '森林', '林木', '树木', '砍伐', '野生动物', '电鱼', '捕鱼', '秸秆', '水源'] },
  { name: '网络文明', words: ['网络', '微信', '谣言', '造谣', '信谣', '传谣'] },
  { name: '志愿互助', words: ['志愿', '互助', '互帮', '帮扶', '见义勇为', '扶贫', '帮助'] },
  { name: '村务公开和监督', words: ['村务', '财务公开', '公开', '监督', '民主管理', '民主决策', '村民会议', '村民代表'] },
  { name: '评先和积分', words: ['积分', '评选', '评先', '文明户', '表彰', '红黑榜', '模范', '奖励'] },
];

/** The names of the topics of a list that a text does not touch. @param matching a matching text (matchingText) */
export function missingTopics(matching: string, topics: readonly ConventionTopic[]): string[] {
  return topics.filter(({ words }) => !words.some((word) => matching.includes(word))).map(({ name }) => name);
}
