import { describe, expect, it } from 'vitest';
import { stripArticleLabels } from '#core/document/stripArticleLabels.ts';

describe('printed numbers of articles', () => {
  it.each([
    { style: '第X条', texts: ['第一条 爱国', '第二条\u3000守法', '第三条：敬老'], plain: ['爱国', '守法', '敬老'] },
    { style: 'digits in 第X条', texts: ['第1条 爱国', '第２条 守法', '第 三 条 敬老'], plain: ['爱国', '守法', '敬老'] },
    { style: 'traditional', texts: ['第一條 愛國', '第二條 守法'], plain: ['愛國', '守法'] },
    { style: '一、', texts: ['一、爱国', '二、守法', '十二、敬老'], plain: ['爱国', '守法', '敬老'] },
    { style: '1.', texts: ['1.爱国', '2．守法', '3、敬老', '4) 互助'], plain: ['爱国', '守法', '敬老', '互助'] },
    { style: '（一）', texts: ['（一）爱国', '(二)守法', '（3）敬老', '④互助'], plain: ['爱国', '守法', '敬老', '互助'] },
    { style: 'a number and a blank', texts: ['1 爱国', '2 守法', '3 敬老'], plain: ['爱国', '守法', '敬老'] },
    { style: 'bullets', texts: ['● 爱国', '● 守法'], plain: ['爱国', '守法'] },
    { style: 'none', texts: ['爱国', '2026年起执行', '三人以上', '第三条路不通', '两委干部'], plain: ['爱国', '2026年起执行', '三人以上', '第三条路不通', '两委干部'] },
    { style: 'a reference at the start', texts: ['第一条 爱国', '第一条规定的事项公开', '第三条 守法'], plain: ['爱国', '第一条规定的事项公开', '守法'] },
    { style: 'groups counted at the start', texts: ['一、爱国', '二、三组村民轮流值守', '三、守法'], plain: ['爱国', '三组村民轮流值守', '守法'] },
    { style: 'one article alone', texts: ['第八条 爱国'], plain: ['爱国'] },
  ])('come off: $style', ({ texts, plain }) => {
    expect(stripArticleLabels(texts)).toEqual(plain);
  });
});
