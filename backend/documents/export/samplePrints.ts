import { contentHash } from '#core/document/contentHash.ts';
import type { ConventionDocument, Inline, Paragraph } from '#core/document/document.ts';
import type { CommentTablePrint, ConventionPrint, OpinionPrint } from '#backend/documents/export/printDocument.ts';

function text(value: string): Inline[] {
  return [{ type: 'text', text: value }];
}

function paragraph(value: string): Paragraph {
  return { type: 'paragraph', content: text(value) };
}

const sampleDocument = {
  type: 'document',
  attrs: { numberingStyle: 'article', numberingScope: 'document' },
  content: [
    { type: 'title', content: text('新玉峰村村规民约') },
    { type: 'subtitle', content: [paragraph('（征求意见后修改稿）')] },
    {
      type: 'preamble',
      content: [paragraph('为推进民主法治建设，维护社会稳定，树立良好民风、村风，建设“生态宜居、乡风文明”的新玉峰，经全体村民讨论，制定本村规民约。')],
    },
    {
      type: 'chapter',
      attrs: { id: 'chapter-1' },
      content: [
        { type: 'heading', content: text('总则') },
        {
          type: 'article',
          attrs: { id: 'article-1' },
          content: [paragraph('全体村民应当学法、知法、守法，自觉维护法律尊严；村民之间应当团结友爱、和睦相处，不打架斗殴，不酗酒滋事，严禁侮辱、诽谤他人。')],
        },
        {
          type: 'article',
          attrs: { id: 'article-2' },
          content: [
            { type: 'caption', content: text('邻里关系') },
            paragraph('邻里之间发生纠纷的，可以申请村人民调解委员会调解；调解不成的，可以依法申请仲裁或者向人民法院起诉——任何人不得阻拦。'),
            paragraph('调解不收取任何费用。'),
          ],
        },
      ],
    },
    {
      type: 'chapter',
      attrs: { id: 'chapter-2' },
      content: [
        { type: 'heading', content: text('村风民俗') },
        {
          type: 'article',
          attrs: { id: 'article-3' },
          content: [
            paragraph('提倡喜事新办、丧事俭办，村民遵守下列约定：'),
            {
              type: 'itemList',
              attrs: { marker: 'parenthesizedChinese' },
              content: [
                { type: 'item', attrs: { id: 'item-1' }, content: [paragraph('婚事倡导低彩礼、零彩礼，不铺张浪费，不相互攀比，每桌菜品以够吃为宜；')] },
                {
                  type: 'item',
                  attrs: { id: 'item-2' },
                  content: [
                    paragraph('红白理事会提供下列帮助：'),
                    {
                      type: 'subitemList',
                      attrs: { marker: 'arabic' },
                      content: [
                        { type: 'subitem', attrs: { id: 'subitem-1' }, content: [paragraph('提前3日上门商议办理方案；')] },
                        { type: 'subitem', attrs: { id: 'subitem-2' }, content: [paragraph('借用桌椅、餐具100套以内的，不收租金。')] },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
        {
          type: 'article',
          attrs: { id: 'article-4' },
          content: [
            {
              type: 'paragraph',
              content: [
                ...text('违反本公约'),
                { type: 'articleReference', attrs: { target: 'article-3' } },
                ...text('的，由村民委员会批评教育；'),
                { type: 'text', text: '涉嫌违法的，依法向有关机关报告', marks: [{ type: 'bold' }] },
                ...text('。'),
              ],
            },
          ],
        },
      ],
    },
    { type: 'closing', content: [paragraph('本村规民约与法律、法规相抵触的，以法律、法规为准。')] },
    {
      type: 'annex',
      attrs: { id: 'annex-1' },
      content: [
        { type: 'heading', content: text('附件　红白理事会服务事项') },
        {
          type: 'table',
          content: [
            { type: 'row', content: [{ type: 'cell', content: text('序号') }, { type: 'cell', content: text('事项') }, { type: 'cell', content: text('说明') }] },
            { type: 'row', content: [{ type: 'cell', content: text('1') }, { type: 'cell', content: text('婚事') }, { type: 'cell', content: text('提供场地和桌椅，协助安排车辆') }] },
            { type: 'row', content: [{ type: 'cell', content: text('2') }, { type: 'cell', content: text('丧事') }, { type: 'cell' }] },
          ],
        },
      ],
    },
  ],
} satisfies ConventionDocument;

const convention: ConventionPrint = {
  type: 'convention',
  document: sampleDocument,
  date: '2026年11月24日',
  adoption: {
    adoptingBody: '新玉峰村村民会议',
    adoptedOn: '2026年11月20日',
    effectiveOn: '2026年12月1日',
    filing: { office: '长湖乡人民政府', number: '长备〔2026〕7号', date: '2026年11月23日' },
    publishedOn: '2026年11月24日',
    publicationPlace: '村务公开栏',
  },
  signature: { name: '新玉峰村村民委员会', date: '2026年11月24日' },
  clearance: {
    state: 'cleared',
    conclusion: '合法',
    office: '长湖乡司法所',
    date: '2026年11月12日',
    opinionNumber: '长司审〔2026〕15号',
  },
  identity: '李秋生（新玉峰村村民委员会）',
};

const notCleared: ConventionPrint = {
  type: 'convention',
  document: sampleDocument,
  date: '2026年11月24日',
  clearance: { state: 'notCleared', statement: '表决文本与审定文本不一致' },
};

const commentTable: CommentTablePrint = {
  type: 'commentTable',
  conventionTitle: '新玉峰村村规民约',
  office: '长湖乡新玉峰村村民委员会',
  from: '2026年10月8日',
  to: '2026年10月23日',
  date: '2026年10月26日',
  comments: Array.from({ length: 14 }, (_, index) => ({
    channel: index % 2 === 0 ? '屋场会' : '入户走访',
    article: `第${['三', '八', '十二'][index % 3]}条`,
    text: '第三条写得太笼统，建议写清楚红白理事会由谁组成、怎么联系，办酒席提前几天告知，免得到时候互相推。',
    reply: ['采纳', '部分采纳', '不采纳'][index % 3] ?? '',
    reason: index % 3 === 2 ? '罚款须由法律、法规设定，村规民约不得设定。' : '已在第三条增加联系方式和告知时间。',
  })),
  summary: '共收到意见14条，采纳5条，部分采纳5条，不采纳4条。',
  identity: '李秋生（新玉峰村村民委员会）',
};

const opinion: OpinionPrint = {
  type: 'opinion',
  date: '2026年11月12日',
  number: '长司审〔2026〕15号',
  conventionTitle: '新玉峰村村规民约',
  submittingOffice: '新玉峰村村民委员会',
  receivedOn: '2026年11月2日',
  finishedOn: '2026年11月12日',
  versionName: '第3版',
  sha256: contentHash(sampleDocument).sha256,
  scope: [
    { name: '主体', result: '符合', remark: '由村民会议制定' },
    { name: '权限', result: '符合', remark: '' },
    { name: '程序', result: '符合', remark: '已公开征求意见15日' },
    { name: '内容', result: '建议修改', remark: '见审查意见' },
    { name: '文字', result: '符合', remark: '' },
  ],
  annotations: [
    {
      article: '第四条',
      problem: '“批评教育”的主体和方式没有写明，容易被理解为可以公开通报。',
      basis: '《中华人民共和国民法典》第一千零二十四条',
      severity: '建议修改',
      suggestion: '改为“由村民委员会当面劝导”。',
    },
  ],
  conclusion: '建议修改（不影响合法）',
  explanation: '除上列建议外，未发现与法律、法规相抵触的内容。',
  reviewer: '周文静',
  secondReviewer: '刘志远',
  office: '长湖乡司法所',
  identity: '周文静（长湖乡司法所）',
};

/** One complete example of each printed document, for tests and benchmarks. */
export const samplePrints = { convention, notCleared, commentTable, opinion };
