import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type ParagraphChild,
} from 'docx';

type WordTableOptions = {
  /** the share of each column, summing up to 1 */
  weights: readonly number[];
  /** twentieths of a point */
  width: number;
  /** whether the first row stands at the head of every page */
  head: boolean;
  /** columns (0-based) of sentences, set from the left edge instead of centred */
  sentences?: readonly number[];
};

/** A ruled table over the whole type area. A row with too few cells is filled up with empty ones. */
export function wordTable(rows: readonly (readonly ParagraphChild[][])[], options: WordTableOptions): Table {
  const widths = options.weights.map((weight) => Math.round(weight * options.width));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: rows.map((row, index) => {
      const isHead = options.head && index === 0;
      return new TableRow({
        cantSplit: true,
        tableHeader: isHead,
        children: widths.map((width, column) => {
          const isSentence = !isHead && options.sentences?.includes(column) === true;
          return new TableCell({
            width: { size: width, type: WidthType.DXA },
            verticalAlign: VerticalAlignTable.CENTER,
            margins: { top: 60, bottom: 60, left: 100, right: 100 },
            children: [
              new Paragraph({
                spacing: { line: 380, lineRule: LineRuleType.EXACT },
                alignment: isSentence ? AlignmentType.LEFT : AlignmentType.CENTER,
                children: row[column] ?? [],
              }),
            ],
          });
        }),
      });
    }),
  });
}
