import { describe, expect, it } from 'vitest';
import { htmlText } from '#backend/documents/import/html/htmlText.ts';

function lines(html: string): string[] {
  return htmlText(html).text.split('\n').map((line) => line.trimEnd()).filter((line) => line.trim() !== '');
}

const cases: [what: string, html: string, lines: string[]][] = [
  ['blocks as lines', '<h1>村规民约</h1><div>第一条 甲。<p>第二条 乙。</div>第三条 丙。', ['村规民约', '第一条 甲。', '第二条 乙。', '第三条 丙。']],
  ['soft line ends', '<p>第一条 甲。<br>第二条 乙。<br/>第三条 丙。</p>', ['第一条 甲。', '第二条 乙。', '第三条 丙。']],
  ['inline elements as one word', '<p><b>第一</b><span>条</span> <font color=red>甲</font>。</p>', ['第一条 甲。']],
  ['source lines that are broken between Chinese characters', '<p>第一条\n村民应\n   当爱护\n公物，\r\n不得损坏 ABC\ndef。</p>', ['第一条村民应当爱护公物，不得损坏 ABC def。']],
  ['character references', '<p>&ldquo;甲&rdquo;&#12289;&#x4e59;&nbsp;&lt;丙&gt;&mdash;&#150;&bogus;&amp;lt;</p>', ['“甲”、乙 <丙>—–&bogus;&lt;']],
  ['a table as lines with tabs', '<table><caption>标准</caption><thead><tr><th>项目<th>标准</thead><tr><td>酒席</td><td><p>十桌</p><p>以内</p></td></tr></table>', ['标准', '项目\t标准', '酒席\t十桌 以内']],
  ['a table that is layout', '<table><tr><td><table><tr><td>导语</td></tr></table></td><td><p>第一条 甲。</p><p>第二条 乙。</p></td></tr></table>', ['导语', '第一条 甲。', '第二条 乙。']],
  ['a list with numbers', '<ol><li>甲。</li><li>乙。<li>丙。</ol>', ['1. 甲。', '2. 乙。', '3. 丙。']],
  ['a list that starts late', '<ol start="5"><li>甲。</li><li value=8>乙。</li><li>丙。</li></ol>', ['5. 甲。', '8. 乙。', '9. 丙。']],
  ['a list that runs backwards', '<ol reversed><li>甲。</li><li>乙。</li></ol>', ['2. 甲。', '1. 乙。']],
  ['lists of letters, Roman and Chinese numbers', '<ol type="a"><li>甲</li></ol><ol type=I><li>乙</li></ol><ol style="list-style-type: cjk-ideographic"><li>丙</li><li>丁</li></ol>', ['a. 甲', 'I. 乙', '一、丙', '二、丁']],
  ['lists in lists', '<ol><li>甲：<ul><li>子</li><li>丑</li></ul></li><li>乙</li></ol>', ['1. 甲：', '● 子', '● 丑', '2. 乙']],
  ['lists without marks and with their own numbers', '<ul style="list-style:none"><li>甲</li></ul><ol><li>第一条 乙</li><li>第二条 丙</li></ol><ul><li>（一）丁</li></ul>', ['甲', '第一条 乙', '第二条 丙', '（一）丁']],
  ['items of paragraphs', '<ol><li><p>甲。</p><p>乙。</p></li><li><p>丙。</p></li></ol>', ['1. 甲。', '乙。', '2. 丙。']],
  [
    'automatic numbers of Word',
    "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>第一条<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span>甲。<o:p></o:p></span></p>",
    ['第一条 甲。'],
  ],
  [
    'only what Word shows',
    "<!--[if gte mso 9]><xml><w:WordDocument>x</w:WordDocument></xml><![endif]--><!--[if !supportLists]-->一、<!--[endif]-->甲<span style='mso-hide:all;display:none'>暗</span><del>旧</del><ins>新</ins><a class=msocomanchor href='#_msocom_1'>[张1]</a><div style='mso-element:comment-list'>批注</div>",
    ['一、甲新'],
  ],
  ['only the fragment of the clipboard', 'Version:0.9\r\nStartHTML:00\r\n<html><body>外<!--StartFragment--><p>第一条 甲。</p><!--EndFragment-->外</body></html>', ['第一条 甲。']],
  ['nothing that is hidden or executed', '<head><title>站</title><style>p{}</style></head><script>var a="<p>假</p>"</script><p hidden>暗</p><p style="color:red; display : none">暗</p><template><p>模</p></template><noscript>开脚本</noscript><p onclick="alert(1)">第一条 甲。</p><iframe src=x>框</iframe>', ['第一条 甲。']],
  ['an article that a script would show (WeChat)', '<div id="js_content" style="visibility: hidden; opacity: 0;"><section><span leaf="">第一条 甲。</span></section><section><p>第二条 乙。</p></section></div>', ['第一条 甲。', '第二条 乙。']],
  ['a page that hides everything', '<div style="display:none"><p>第一条 甲。</p></div>', ['第一条 甲。']],
  ['preformatted lines', '<pre>第一条 甲。\n第二条  乙。</pre>', ['第一条 甲。', '第二条  乙。']],
  ['signs that are no tags', '<p>面积 < 100 亩，a<1，>5</p>', ['面积 < 100 亩，a<1，>5']],
  ['readings above characters once', '<p><ruby>约<rp>(</rp><rt>yuē</rt><rp>)</rp></ruby>定</p>', ['约定']],
];

describe('the text of a page', () => {
  it.each(cases)('holds %s', (_what, html, expected) => {
    expect(lines(html)).toEqual(expected);
  });

  it('leaves menus and links out and says so', () => {
    const page = `<nav>导航</nav><div><a href="/">首页</a> | <a href="/n">新闻</a> | <a href="/b">办事</a></div><h1>青山村村规民约</h1>
      <p>第一条 爱护公物，见<a href="/law">民法典</a>。</p><p>第二条 讲究卫生，垃圾分类投放，不乱倒垃圾。</p>
      <ul><li><a href="1">某村举行运动会</a></li><li><a href="2">天气预报</a></li><li><a href="3">招聘启事</a></li></ul><footer>版权所有</footer>`;
    const { text, notes } = htmlText(page);
    expect(text.split('\n')).toEqual(['青山村村规民约', '第一条 爱护公物，见民法典。', '第二条 讲究卫生，垃圾分类投放，不乱倒垃圾。']);
    expect(notes.map((note) => note.text)).toEqual(['网页上的导航和链接没有放进正文：首页 | 新闻 | 办事；● 某村举行运动会；● 天气预报；● 招聘启事。']);
  });

  it('keeps a text in which everything is a link', () => {
    const page = '<a href="x"><p>第一条 甲。</p></a><a href="x"><p>第二条 乙。</p></a><a href="x"><p>第三条 丙。</p></a>';
    expect(lines(page)).toEqual(['第一条 甲。', '第二条 乙。', '第三条 丙。']);
  });

  it.each([
    ['deep nesting', '<div>'.repeat(200_000) + '甲'],
    ['tags that never end', '<a b="'.repeat(100_000)],
    ['many open lists', '<ul><li>甲'.repeat(50_000)],
    ['nested tables', '<table><tr><td>甲'.repeat(20_000)],
    ['many end tags', '<b>'.repeat(300) + '</i></p>'.repeat(200_000)],
    ['comments that never end', '<!-- <!'.repeat(200_000)],
    ['entities without end', '&#x'.repeat(300_000)],
  ])('is read in time from %s', (_what, html) => {
    expect(() => htmlText(html)).not.toThrow();
  }, 4_000);
});
