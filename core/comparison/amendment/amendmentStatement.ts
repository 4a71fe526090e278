import { articleName } from '#core/comparison/amendment/amendmentTable.ts';
import { placesOfArticles, placesOfPart } from '#core/comparison/amendment/changePlaces.ts';
import type { ChangeReason } from '#core/comparison/amendment/changeReason.ts';
import { inReadingOrder } from '#core/comparison/amendment/inReadingOrder.ts';
import type { ComparedArticle, DocumentComparison, PartComparison } from '#core/comparison/comparison.ts';
import { chineseNumeral } from '#core/text/chineseNumeral.ts';

type ArticleRow = DocumentComparison['rows'][number];

/** What the records say of the time between the two texts. */
export type StatementFacts = {
  title: string;
  /** 第 1 版（2025年3月1日） */
  oldName: string;
  newName: string;
  /** why the new text was frozen; empty for a draft */
  occasion: string;
  reasons: readonly ChangeReason[];
  comments: { received: number; adopted: number; partlyAdopted: number; notAdopted: number };
  annotations: { office: string; total: number; accepted: number; partly: number; declined: number } | undefined;
  partNames: Readonly<Record<PartComparison['part'], string>>;
};

/** The first text of a 修订说明: one paragraph a line, to be gone over by the drafter. It says what the records say and nothing else. */
export function amendmentStatement(comparison: DocumentComparison, facts: StatementFacts): string {
  return [
    '一、修订的原因',
    occasionOf(facts),
    '二、修订的主要内容',
    totals(comparison, facts),
    ...chapters(comparison, facts),
    '三、群众意见的采纳情况',
    commentSentence(facts),
    '四、合法性审查意见的采纳情况',
    reviewSentence(facts),
  ].join('\n');
}

function occasionOf({ title, oldName, newName, occasion, reasons, annotations }: StatementFacts): string {
  const grounds = [
    annotations !== undefined || reasons.some(({ kind }) => kind === 'annotation') ? '合法性审查意见' : '',
    reasons.some(({ kind }) => kind === 'finding') ? '合法性预审情况' : '',
    reasons.some(({ kind }) => kind === 'comment') ? '群众意见' : '',
    reasons.some(({ kind }) => kind === 'meeting') ? '会议意见' : '',
  ].filter((ground) => ground !== '');
  const last = grounds.pop();
  const listed = last === undefined ? '' : `根据${grounds.length === 0 ? last : `${grounds.join('、')}和${last}`}，`;
  return `${listed}对《${title}》${oldName}作了修订，形成${newName}。${occasion === '' ? '' : `本次修订的缘由：${occasion.replace(/[。；，]+$/u, '')}。`}`;
}

function totals({ rows, parts }: DocumentComparison, { partNames }: StatementFacts): string {
  const count = (op: ArticleRow['op']) => rows.filter((row) => row.op === op).length;
  const articles = (side: 'old' | 'new') => rows.reduce((sum, row) => sum + row[side].length, 0);
  const kinds = [
    ['edit', '修改'],
    ['insert', '新增'],
    ['delete', '删去'],
    ['move', '移动'],
    ['split', '拆分'],
    ['merge', '合并'],
  ] as const;
  const counted = kinds.filter(([op]) => count(op) > 0).map(([op, word]) => `${word} ${count(op)} 处`);
  const names = [...new Set(parts.filter(({ op }) => op !== 'same').map(({ part }) => partNames[part]))];
  return [
    `修订前共 ${articles('old')} 条，修订后共 ${articles('new')} 条。`,
    counted.length === 0 ? '条文的文字没有改动。' : `条文${counted.join('，')}，未作改动 ${count('same')} 条。`,
    names.length === 0 ? '' : `${names.join('、')}也作了修改。`,
  ].join('');
}

function chapters(comparison: DocumentComparison, facts: StatementFacts): string[] {
  const groups: { heading: string; sentences: string[] }[] = [];
  let heading = '';
  for (const entry of inReadingOrder(comparison)) {
    if (entry.type === 'articles') heading = entry.row.newArticles[0]?.heading ?? heading;
    const isSame = entry.type === 'articles' ? entry.row.op === 'same' : entry.part.op === 'same';
    if (isSame) continue;
    const own = entry.type === 'articles' ? heading : partHeading(entry.part, heading, facts.partNames);
    const places = entry.type === 'articles' ? placesOfArticles(entry.row) : placesOfPart(entry.part);
    const words = entry.type === 'articles' ? articleWords(entry.row) : partWords(entry.part, facts.partNames);
    const reasons = facts.reasons.filter(({ place }) => places.includes(place));
    const sentence = `${words}${because(reasons)}。`;
    const group = groups.at(-1);
    if (group !== undefined && (group.heading === own || own.startsWith(`${group.heading} `))) group.sentences.push(sentence);
    else groups.push({ heading: own, sentences: [sentence] });
  }
  let count = 0;
  return groups.map(({ heading: name, sentences }) => {
    if (name === '') return sentences.join('');
    count += 1;
    return `（${chineseNumeral(count)}）${name}。${sentences.join('')}`;
  });
}

/** Where a part is told: a heading with its own chapter, a lead with the chapter that it stands in, the rest under their names. */
function partHeading({ part, newPlace, new: now }: PartComparison, current: string, partNames: StatementFacts['partNames']): string {
  if (part === 'lead' || (part === 'heading' && newPlace === undefined)) return current;
  return part === 'heading' ? `${newPlace?.label ?? ''} ${now}`.trim() : partNames[part];
}

function because(reasons: readonly ChangeReason[]): string {
  const words = reasons.flatMap(({ reason, basis }) => {
    const plain = reason.replace(/\s*\n\s*/gu, '').replace(/[。；]+$/u, '');
    if (plain === '' && basis === '') return [];
    return [`${plain}${basis === '' ? '' : `${plain === '' ? '' : '，'}依据是${basis.replace(/[。；]+$/u, '')}`}`];
  });
  if (words.length < 2) return words.length === 0 ? '' : `，理由是${words.join('')}`;
  return `，理由：${words.map((word, index) => `${chineseNumeral(index + 1)}是${word}`).join('；')}`;
}

function names(articles: readonly ComparedArticle[]): string {
  return articles.map(articleName).join('、');
}

function articleWords({ op, edited, oldArticles, newArticles }: ArticleRow): string {
  const [old, fresh] = [names(oldArticles), names(newArticles)];
  switch (op) {
    case 'same':
      return '';
    case 'edit':
      return `修改${fresh}${old === fresh ? '' : `（原${old}）`}`;
    case 'insert':
      return `新增${fresh}`;
    case 'delete':
      return `删去原${old}`;
    case 'move':
      return `原${old}移为${fresh}${edited === true ? '并作修改' : ''}`;
    case 'split':
      return `原${old}拆分为${fresh}`;
    case 'merge':
      return `原${old}合并为${fresh}`;
  }
}

function partWords({ part, op, old, new: now }: PartComparison, partNames: StatementFacts['partNames']): string {
  const name = partNames[part];
  if (part === 'heading' && op === 'edit') return `${name}由“${old}”改为“${now}”`;
  if (op === 'insert') return part === 'heading' ? `新增本章` : `新增${name}`;
  if (op === 'delete') return part === 'heading' ? `删去“${old}”一章的标题` : `删去${name}`;
  return `修改${name}`;
}

/** A sentence of counts; what did not happen is not mentioned. */
function counted(whole: string, parts: readonly (readonly [string, number])[]): string {
  return `${[whole, ...parts.filter(([, count]) => count > 0).map(([word, count]) => `${word} ${count} 条`)].join('，')}。`;
}

function commentSentence({ comments, reasons }: StatementFacts): string {
  const origins = reasons.filter(({ kind, origin }) => kind === 'comment' && origin !== '').map(({ origin }) => origin);
  if (comments.received === 0 && origins.length === 0) return '这次修订没有登记群众意见。';
  const open = comments.received - comments.adopted - comments.partlyAdopted - comments.notAdopted;
  const counts =
    comments.received === 0
      ? ''
      : counted(`共收到群众意见 ${comments.received} 条`, [['采纳', comments.adopted], ['部分采纳', comments.partlyAdopted], ['不采纳', comments.notAdopted], ['还没有答复', open]]);
  return `${counts}${origins.length === 0 ? '' : `条文中采纳的有：${[...new Set(origins)].join('；')}。`}`;
}

function reviewSentence({ annotations, reasons }: StatementFacts): string {
  const findings = reasons.filter(({ kind }) => kind === 'finding').length;
  const review =
    annotations === undefined
      ? '这次修订没有收到带批注的审查意见。'
      : counted(`${annotations.office}提出审查批注 ${annotations.total} 条`, [
          ['已修改', annotations.accepted],
          ['部分修改', annotations.partly],
          ['不修改', annotations.declined],
          ['还没有答复', annotations.total - annotations.accepted - annotations.partly - annotations.declined],
        ]);
  return `${review}${findings === 0 ? '' : `按合法性预审提示修改 ${findings} 处。`}`;
}
