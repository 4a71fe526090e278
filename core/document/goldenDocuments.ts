import type { ConventionDocument } from '#core/document/document.ts';
import { article, chapter, conventionDocument, items, paragraph } from '#core/document/documentBuilders.ts';

/** A document with every kind of part; its text and hash are fixed by tests. */
export const fullDocument: ConventionDocument = conventionDocument('云台村村规民约', [
  { type: 'subtitle', content: [paragraph('（2026年修订稿）')] },
  { type: 'preamble', content: [paragraph('为推进村民自治，根据《村民委员会组织法》，结合本村实际，制定本公约。')] },
  chapter(
    'c1',
    '总则',
    paragraph('本章适用于全体村民。'),
    article('a1', '村民应当爱国爱村。', '村民之间平等相待。'),
    article('a2', { type: 'caption', content: [{ type: 'text', text: '用水' }] }, '村民应当节约用水。'),
  ),
  chapter('c2', '公共秩序', {
    type: 'section',
    attrs: { id: 's1' },
    content: [
      { type: 'heading', content: [{ type: 'text', text: '环境卫生' }] },
      article('a3', '村民不得有下列行为：', {
        type: 'itemList',
        attrs: { marker: 'parenthesizedChinese' },
        content: [
          { type: 'item', attrs: { id: 'i1' }, content: [paragraph('乱倒垃圾；')] },
          {
            type: 'item',
            attrs: { id: 'i2' },
            content: [
              paragraph('占用道路：'),
              {
                type: 'subitemList',
                attrs: { marker: 'circled' },
                content: [
                  { type: 'subitem', attrs: { id: 'u1' }, content: [paragraph('堆放杂物；')] },
                  { type: 'subitem', attrs: { id: 'u2' }, content: [paragraph('长期停车。')] },
                ],
              },
            ],
          },
        ],
      }),
    ],
  }),
  article(
    'a4',
    paragraph('违反本公约', { to: 'a3' }, '的，由村民委员会', '批评教育', '。'),
    items('l', 'bullet', '口头提醒', '上门劝导'),
  ),
  { type: 'closing', content: [paragraph('云台村村民委员会')] },
  {
    type: 'annex',
    attrs: { id: 'x1' },
    content: [
      { type: 'heading', content: [{ type: 'text', text: '附件：积分表' }] },
      paragraph('积分按季度核对。'),
      {
        type: 'table',
        content: [
          { type: 'row', content: [{ type: 'cell', content: [{ type: 'text', text: '事项' }] }, { type: 'cell', content: [{ type: 'text', text: '分值' }] }] },
          { type: 'row', content: [{ type: 'cell', content: [{ type: 'text', text: '志愿服务' }] }, { type: 'cell' }] },
        ],
      },
    ],
  },
]);

export const fullText = `云台村村规民约
（2026年修订稿）
为推进村民自治，根据《村民委员会组织法》，结合本村实际，制定本公约。

第一章　总则
本章适用于全体村民。
第一条　村民应当爱国爱村。
村民之间平等相待。
第二条　用水
村民应当节约用水。

第二章　公共秩序
第一节　环境卫生
第三条　村民不得有下列行为：
（一）乱倒垃圾；
（二）占用道路：
①堆放杂物；
②长期停车。
第四条　违反本公约第三条的，由村民委员会批评教育。
●口头提醒
●上门劝导
云台村村民委员会

附件：积分表
积分按季度核对。
事项\t分值
志愿服务\t
`;

/** A convention in rhyme: no article, no number. */
export const verseDocument: ConventionDocument = conventionDocument(
  '寿安三字经',
  [{ type: 'verse', content: [paragraph('爱家乡，讲文明'), paragraph('敬老人，睦邻里')] }],
  'none',
);

export const verseText = `寿安三字经
爱家乡，讲文明
敬老人，睦邻里
`;
