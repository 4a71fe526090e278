import { cellLines, type CellLine } from '#core/comparison/amendment/cellLines.ts';
import { placesOfArticles, placesOfPart } from '#core/comparison/amendment/changePlaces.ts';
import { inReadingOrder } from '#core/comparison/amendment/inReadingOrder.ts';
import type { ComparedArticle, DocumentComparison, PartComparison } from '#core/comparison/comparison.ts';
import { chineseNumeral } from '#core/text/chineseNumeral.ts';

type ArticleRow = DocumentComparison['rows'][number];

/** A row of the 条文对照表: a chapter's heading over all columns, or the wording before and after. */
export type AmendmentRow =
  | { type: 'band'; text: string }
  | { type: 'change'; op: ArticleRow['op']; places: string[]; old: CellLine[]; new: CellLine[] };

export type AmendmentTable = {
  rows: AmendmentRow[];
  /** articles whose wording did not change, and whether the number of one of them did */
  unchanged: number;
  isRenumbered: boolean;
};

type TableOptions = {
  showUnchanged: boolean;
  /** what a part without a number is called, 序言 */
  partNames: Readonly<Record<PartComparison['part'], string>>;
};

/** 第十二条 always, whatever style the numbers are printed in. */
export function articleName({ label, index }: Pick<ComparedArticle, 'label' | 'index'>): string {
  return label.startsWith('第') ? label : `第${chineseNumeral(index + 1)}条`;
}

/** The comparison as a table for officials: every change once, in the order of the new text, what happened said in words. */
export function amendmentTable(comparison: DocumentComparison, { showUnchanged, partNames }: TableOptions): AmendmentTable {
  const rows: AmendmentRow[] = [];
  const newHeadings = new Map(
    comparison.rows.toReversed().flatMap(({ oldArticles, newArticles }) => {
      const [old, fresh] = [oldArticles[0], newArticles[0]];
      return old === undefined || fresh === undefined ? [] : [[old.heading, fresh.heading] as const];
    }),
  );
  let chapter = '';
  let headingJustTold = '';
  for (const entry of inReadingOrder(comparison)) {
    if (entry.type === 'part') {
      const { part } = entry;
      const isShown = part.op !== 'same' || (showUnchanged && part.part !== 'heading' && part.part !== 'title');
      if (!isShown) continue;
      rows.push(partRow(part, partNames));
      if (part.part === 'heading') headingJustTold = `${part.newPlace?.label ?? ''} ${part.new}`.trim();
      continue;
    }
    const { row } = entry;
    if (row.op === 'same' && !showUnchanged) continue;
    const [old, fresh] = [row.oldArticles[0], row.newArticles[0]];
    const heading = fresh === undefined ? newHeadings.get(old?.heading ?? '') : fresh.heading;
    if (heading !== undefined && heading !== chapter) {
      chapter = heading;
      if (heading !== '' && heading !== headingJustTold) rows.push({ type: 'band', text: heading });
    }
    rows.push(articleRow(row));
  }
  const same = comparison.rows.filter(({ op }) => op === 'same');
  return {
    rows,
    unchanged: same.length,
    isRenumbered: same.some((row) => row.oldArticles[0]?.label !== row.newArticles[0]?.label),
  };
}

function note(text: string): CellLine {
  return { label: '', runs: [{ text, mark: 'note' }] };
}

function partRow(part: PartComparison, names: TableOptions['partNames']): AmendmentRow {
  const side = (sideName: 'old' | 'new'): CellLine[] => {
    const place = sideName === 'old' ? part.oldPlace : part.newPlace;
    const isThere = part.op === 'same' || part.op === 'edit' || part.op === (sideName === 'old' ? 'delete' : 'insert');
    if (!isThere) return [note(part.op === 'insert' ? '〔新增〕' : '〔删去〕')];
    const name = names[part.part];
    // An annex names itself in its heading.
    const ownName = part[sideName].startsWith(name) ? '' : name;
    const label = place === undefined || place.label === '' ? ownName : place.label;
    const whole = part.op === 'insert' ? 'inserted' : part.op === 'delete' ? 'deleted' : undefined;
    return cellLines([{ label, text: part[sideName] }], part.changes, sideName, whole);
  };
  return { type: 'change', op: part.op, places: placesOfPart(part), old: side('old'), new: side('new') };
}

function articleRow(row: ArticleRow): AmendmentRow {
  const whole = row.op === 'insert' ? 'inserted' : row.op === 'delete' ? 'deleted' : undefined;
  const words = notesOf(row);
  const side = (name: 'old' | 'new'): CellLine[] => {
    const articles = name === 'old' ? row.oldArticles : row.newArticles;
    return [...cellLines(articles, row.changes, name, whole), ...(words[name] === '' ? [] : [note(words[name])])];
  };
  return { type: 'change', op: row.op, places: placesOfArticles(row), old: side('old'), new: side('new') };
}

function names(articles: readonly ComparedArticle[]): string {
  return articles.map(articleName).join('、');
}

/** 第三章 邻里关系 第十二条 where the chapter is another one as well. */
function placedName(article: ComparedArticle | undefined, other: ComparedArticle | undefined): string {
  if (article === undefined) return '';
  return article.heading === '' || article.heading === other?.heading ? articleName(article) : `${article.heading}${articleName(article)}`;
}

function notesOf(row: ArticleRow): { old: string; new: string } {
  const { oldArticles, newArticles } = row;
  switch (row.op) {
    case 'same':
    case 'edit':
      return { old: '', new: '' };
    case 'insert':
      return { old: '〔新增〕', new: '' };
    case 'delete':
      return { old: '', new: '〔删去〕' };
    case 'move':
      return {
        old: `（移至${placedName(newArticles[0], oldArticles[0])}）`,
        new: `（由原${placedName(oldArticles[0], newArticles[0])}移来）`,
      };
    case 'split':
      return { old: `（拆分为${names(newArticles)}）`, new: `（由原${names(oldArticles)}拆分）` };
    case 'merge':
      return { old: `（合并为${names(newArticles)}）`, new: `（由原${names(oldArticles)}合并）` };
  }
}
