import type { Article, ConventionDocument } from '#core/document/document.ts';
import { sampleConvention } from '#bench/sampleConvention.ts';

/** What a revision does to a sentence: amounts, days, bodies and consequences. */
const replacements: readonly (readonly [RegExp, string])[] = [
  [/由村里安排修理/u, '由村民委员会在七日内安排修理'],
  [/堆放整齐/u, '在十五日内堆放整齐'],
  [/由各户量力而行/u, '控制在二十桌以内'],
  [/先由屋场长劝解/u, '先由人民调解员劝解'],
  [/饮用水源地周边/u, '饮用水源一级保护区内'],
  [/读书会/u, '农民读书会'],
];

/**
 * An old text of `count` articles of about `characters` characters and its revision: a tenth of the articles is
 * reworded, left out, new or moved. No ids are shared, as with two files.
 */
export function revisedConvention(count: number, characters: number): { old: ConventionDocument; new: ConventionDocument } {
  const old = lengthened(sampleConvention(count, 1), characters);
  let number = 0;
  const now: ConventionDocument = {
    ...old,
    content: old.content.map((part) => {
      if (part.type !== 'chapter') return part;
      const content = part.content.flatMap((child): typeof part.content => {
        if (child.type !== 'article') return [child];
        number += 1;
        const renamed = { ...child, attrs: { id: `new-${child.attrs.id}` } };
        if (number % 60 === 0) return [];
        if (number % 60 === 30) return [renamed, added(number)];
        return [number % 14 === 5 ? reworded(renamed) : renamed];
      });
      const moved = content.at(-1);
      // The last article of a chapter is its second one in the new text.
      return { ...part, attrs: { id: `new-${part.attrs.id}` }, content: moved === undefined || content.length < 4 ? content : [...content.slice(0, 2), moved, ...content.slice(2, -1)] };
    }),
  };
  return { old, new: now };
}

function mapWords(article: Article, change: (words: string) => string): Article {
  return {
    ...article,
    content: article.content.map((block) =>
      block.type === 'paragraph' ? { ...block, content: (block.content ?? []).map((inline) => (inline.type === 'text' ? { ...inline, text: change(inline.text) } : inline)) } : block,
    ),
  };
}

function lengthened(document: ConventionDocument, characters: number): ConventionDocument {
  return {
    ...document,
    content: document.content.map((part) =>
      part.type === 'chapter'
        ? {
            ...part,
            content: part.content.map((child) => (child.type === 'article' ? mapWords(child, (words) => `${words}${words}`.slice(0, characters - 1) + '。') : child)),
          }
        : part,
    ),
  };
}

function reworded(article: Article): Article {
  return mapWords(article, (words) => replacements.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), words));
}

function added(number: number): Article {
  return {
    type: 'article',
    attrs: { id: `added-${number}` },
    content: [{ type: 'paragraph', content: [{ type: 'text', text: `第${number}网格的村民可以向网格员反映急难愁盼的事情，网格员应当在三个工作日内答复，答复情况每季度张榜公布一次。` }] }],
  };
}
