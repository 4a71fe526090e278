/** A matter that a convention may speak of; it does when one of the words stands in it. */
export type ConventionTopic = { name: string; words: readonly string[] };

/**
 * The matters that conventions usually rule, in the order in which they usually come. A text that leaves one out need not be
 * wrong: the list says where a village may look again. Words are simplified characters, and rather too many than too few: a
 * matter that is called missing though it is there costs the trust in all others.
 */
export const conventionTopics: readonly ConventionTopic[] = [
  { name: '爱党爱国', words: ['爱国', '爱党', '拥护党', '党的领导', '祖国', '核心价值观', '共产党', '国旗', '国歌', '国防', '参军', '入伍', '兵役'] },
  { name: '民族团结', words: ['共同体意识', '民族团结', '各民族', '各族'] },
  {
    name: '守法和治安',
    words: ['守法', '遵纪', '法律', '法治', '法规', '普法', '治安', '平安', '打架', '斗殴', '骂街', '闹事', '赌', '偷', '盗', '窃', '毒品', '吸毒', '禁毒', '黑恶', '诈骗', '反诈', '邪教', '管制刀具', '酗酒', '酒驾', '联防', '巡逻'],
  },
  { name: '防火和防溺水', words: ['防火', '消防', '火灾', '火情', '用火', '火源', '火种', '火烛', '烧荒', '野火', '烟花', '爆竹', '鞭炮', '用电', '电线', '充电', '溺水', '游泳', '下水玩', '戏水'] },
  { name: '邻里关系', words: ['邻', '隔壁', '街坊', '乡亲', '左右舍', '纠纷', '调解', '劝和', '矛盾', '争执', '说和'] },
  { name: '婚姻家庭', words: ['婚', '夫妻', '家庭', '家风', '家教', '家规', '婆媳', '妯娌', '家暴', '打骂', '虐待'] },
  { name: '赡养老人', words: ['赡养', '孝', '敬老', '尊老', '养老', '老人', '父母', '爹娘', '长辈', '高龄', '独居'] },
  { name: '未成年人', words: ['未成年', '儿童', '小孩', '孩子', '娃', '义务教育', '辍学', '上学', '读书', '子女', '青少年', '学生', '留守'] },
  { name: '妇女权益', words: ['妇女', '男女平等', '女性', '女儿', '出嫁', '儿媳', '女孩'] },
  {
    name: '移风易俗',
    words: ['移风易俗', '红白', '婚事', '丧事', '白事', '喜事', '彩礼', '聘礼', '礼金', '随礼', '份子', '酒席', '宴', '办酒', '摆酒', '桌', '厚葬', '薄葬', '丧葬', '祭扫', '祭祀', '坟', '攀比', '大操大办', '铺张', '迷信', '从简', '简办'],
  },
  { name: '环境卫生', words: ['卫生', '垃圾', '门前三包', '保洁', '人居环境', '污水', '乱倒', '乱扔', '乱堆', '打扫', '清扫', '整洁', '干净', '厕', '粪', '秸秆', '庭院'] },
  { name: '禽畜和犬只', words: ['禽', '畜', '犬', '狗', '鸡', '鸭', '鹅', '猪', '牛', '羊', '圈养', '散养', '放养', '放牧', '养殖'] },
  { name: '土地和建房', words: ['建房', '盖房', '修房', '宅基', '房屋', '违建', '违章', '搭建', '搭棚', '耕地', '田', '土地', '占地', '乱占', '撂荒', '抛荒', '地界'] },
  { name: '山林和水源', words: ['生态', '山林', '森林', '林木', '林地', '树', '砍伐', '采伐', '封山', '护林', '竹', '野生动物', '捕鱼', '电鱼', '毒鱼', '河', '溪', '湖', '塘', '水库', '水源', '水井', '古井'] },
  { name: '道路和水利', words: ['道路', '村道', '公路', '路面', '占道', '修路', '停车', '通行', '水利', '水渠', '沟渠', '渠道', '灌溉', '堤', '放水', '用水', '自来水', '水费', '水表', '管网'] },
  { name: '公共设施', words: ['公共', '公物', '集体财产', '集体资产', '路灯', '健身', '广场', '文化室', '书屋', '礼堂', '祠堂', '活动室'] },
  { name: '网络文明', words: ['网络', '网上', '上网', '微信', '短视频', '直播', '谣', '朋友圈', '村群'] },
  { name: '志愿和互助', words: ['志愿', '互助', '互帮', '帮扶', '帮忙', '帮助', '帮工', '见义勇为', '关爱', '照看', '照应', '搭把手', '扶贫', '捐'] },
  { name: '村务公开和议事', words: ['村务', '财务', '账', '公开', '监督', '民主', '议事', '村民会议', '村民代表', '开会', '大会', '一事一议', '集资', '选举'] },
  { name: '评先和积分', words: ['积分', '记分', '评选', '评比', '评先', '评优', '文明户', '表彰', '表扬', '红黑榜', '红榜', '黑榜', '模范', '奖', '先进', '最美', '好人'] },
];

/** The names of the topics of a list that a text does not touch. @param matching a matching text (matchingText) */
export function missingTopics(matching: string, topics: readonly ConventionTopic[]): string[] {
  return topics.filter(({ words }) => !words.some((word) => matching.includes(word))).map(({ name }) => name);
}
