/** Tags that build a page; a text that holds several of them was copied out of one. */
const pageTag = /<\/?(?:p|br|div|span|h[1-6]|table|tbody|tr|td|th|li|ul|ol|section|article)(?:\s[^<>]{0,300})?\/?>/giu;
const anyTag = /<\/?(?:p|br|div|span|strong|b|em|i|u|font|h[1-6]|table|tbody|tr|td|th|li|ul|ol|a|section|article)(?:\s[^<>]{0,300})?\/?>/giu;
/** What a page runs or is painted with, words and all. */
const program = /<(?<name>script|style)\b[^>]{0,300}>[^<]{0,5000}<\/\k<name>>/giu;
/** 点击下载此文档 ↓↓↓ behind the last full stop of a line. */
const invitation = /(?<=[。；！？][ \t\u3000]*)(?:点击(?:下载|查看|阅读|此处)[^。\n]{0,20}|查看(?:更多|全文)[^。\n]{0,20}|阅读[ \t\u3000]*[0-9]{1,7}[^。\n]{0,40}|[【[](?:延伸|推荐|相关|拓展)(?:阅读|链接)[】\]][^\n]{0,60}|[【[](?:广告|推广)[】\]][^\n]{0,60})$/gmu;
/** 不得丢 www.….com 弃在田头: an address between the words of a sentence. */
const address = /(?<=[\p{Script=Han}，、；][ \t\u3000]*)(?<![为是见：:][ \t\u3000]*)(?:https?:\/\/|www\.)[A-Za-z0-9./?=&_%#-]{4,200}[ \t\u3000]*(?=\p{Script=Han})/giu;
const entity = /&(?:nbsp|emsp|ensp);/gu;
const headingSign = /^#{1,6}[ \t]+/gmu;
const emphasis = /\*\*/gu;

/** One <p> may be meant as it stands. */
const fewestMarks = 2;

/**
 * Takes off what was copied along with the words of a page or of Markdown: tags, space entities, heading signs, emphasis.
 * Marks stay words where the rest of the text shows no sign of such a copy. `removed`: each kind of mark once.
 */
export function withoutWebResidue(source: string): { text: string; removed: string[] } {
  const removed = new Set<string>();
  let text = source;
  const take = (pattern: RegExp, replacement: string) => {
    text = text.replace(pattern, (mark) => {
      removed.add(mark.trim());
      return replacement;
    });
  };
  take(program, '');
  take(invitation, '');
  take(address, '');
  if (isFrequent(source, pageTag)) take(anyTag, '');
  take(entity, ' ');
  if (isFrequent(source, /^[ \t　]*(?:\*\*[^*\n]{1,60}\*\*|#{1,6}[ \t])/gmu)) {
    take(headingSign, '');
    take(emphasis, '');
    take(/^[ \t　]*([*_])(?=[^*_\s][^*_\n]{0,60}\1[ \t　]*$)/gmu, '');
    take(/(?<=\S)[*_](?=[ \t　]*$)/gmu, '');
  }
  return { text, removed: [...removed] };
}

function isFrequent(text: string, pattern: RegExp): boolean {
  let count = 0;
  for (const _ of text.matchAll(pattern)) {
    count += 1;
    if (count >= fewestMarks) return true;
  }
  return false;
}
