import writeExcelFile, { type Cell, type Row } from 'write-excel-file/node';
import type { SimilarityReport } from '#contract/similarity.ts';

/** What goes into the file beside the report. */
export type SimilaritySheets = {
  report: SimilarityReport;
  /** articles that stand in no other text, by the number of the text; left out where there are too many to list */
  own: readonly { text: number; label: string; words: string }[] | undefined;
  refused: readonly { name: string; reason: string }[];
};

/** So many own articles are listed one by one. */
export const mostOwnArticles = 20_000;

const headStyle = { fontWeight: 'bold', backgroundColor: '#eef1f5', wrap: true, alignVertical: 'top' } as const;

/** Excel refuses a workbook with a longer cell. */
const longestCell = 32_767;
const cutOff = '……（太长，没有写全）';

/** Spreadsheets run what begins with one of these signs when a sheet is saved as text and opened again; XML holds no control characters. */
function words(value: string): Cell {
  const clean = value.replaceAll(/(?![\n\t])\p{Cc}|[\uFFFE\uFFFF]/gu, '');
  const safe = /^[=+\-@\t\r]/u.test(clean) ? `'${clean}` : clean;
  const fitting = safe.length > longestCell ? `${safe.slice(0, longestCell - cutOff.length)}${cutOff}` : safe;
  return { value: fitting, type: String, wrap: true, alignVertical: 'top' };
}

function number(value: number): Cell {
  return { value, type: Number, alignVertical: 'top' };
}

function share(shared: { same: number; near: number } | null, articles: number): Cell {
  if (shared === null || articles === 0) return null;
  // Rounded down as on the screen: all is only what is all.
  return { value: Math.floor((100 * (shared.same + shared.near)) / articles) / 100, type: Number, format: '0%', alignVertical: 'top' };
}

function head(...names: string[]): Row {
  return names.map((value) => ({ value, type: String, ...headStyle }));
}

function counts(shared: { same: number; near: number } | null): Cell[] {
  return shared === null ? [null, null] : [number(shared.same), number(shared.near)];
}

function villageRows({ texts, template }: SimilarityReport): Row[] {
  const nameOf = (text: number) => texts[text]?.name ?? '';
  const rows = texts.flatMap((text, index): Row[] => {
    if (index === template) return [];
    const { closest } = text;
    const withTemplate = template === null ? [] : [share(text.template, text.articles), ...counts(text.template), number(text.template?.missing ?? 0)];
    return [
      [
        words(text.name),
        words(text.place),
        words(text.title),
        number(text.articles),
        ...withTemplate,
        closest === null ? null : words(nameOf(closest.text)),
        share(closest, text.articles),
        ...counts(closest),
        text.group === null ? null : words(`第 ${text.group + 1} 组`),
        number(text.own),
        number(text.missingTopics.length),
        words(text.missingTopics.join('、')),
      ],
    ];
  });
  const templateHead = template === null ? [] : ['和范本相同相近', '和范本相同（条）', '和范本相近（条）', '范本有、本村没有（条）'];
  return [
    head('村', '乡镇或文件夹', '名称或文件', '条数', ...templateHead, '最像的另一份', '和它相同相近', '相同（条）', '相近（条）', '雷同的组', '自己的条文（条）', '没有写到的主题（个）', '没有写到的主题'),
    ...rows,
  ];
}

function groupRows({ groups, texts }: SimilarityReport): Row[] {
  const rows = groups.flatMap((group, index) =>
    group.members.map((member, place): Row => {
      const text = texts[member.text];
      const articles = text?.articles ?? 0;
      return [words(`第 ${index + 1} 组`), number(group.members.length), words(place === 0 ? '是' : ''), words(text?.name ?? ''), words(text?.place ?? ''), share(member, articles), ...counts(member), number(articles)];
    }),
  );
  return [head('组', '本组份数', '代表文本', '村', '乡镇或文件夹', '和代表文本相同相近', '相同（条）', '相近（条）', '条数'), ...rows];
}

/** The report as a workbook: the villages, the groups with their members, the villages' own articles, and what was not compared. */
export async function similarityToExcel({ report, own, refused }: SimilaritySheets): Promise<Uint8Array> {
  const nameOf = (text: number) => report.texts[text]?.name ?? '';
  const hasTemplate = report.template !== null;
  const ownRows: Row[] =
    own === undefined
      ? [[words(`自己的条文超过 ${mostOwnArticles} 条，没有逐条列出。`)]]
      : [head('村', '条', '条文'), ...own.map(({ text, label, words: article }): Row => [words(nameOf(text)), words(label), words(article)])];
  const sheet = (name: string, data: Row[], widths: readonly number[]) => ({ sheet: name, data, columns: widths.map((width) => ({ width })), stickyRowsCount: 1 });
  const sheets = [
    sheet('各村情况', villageRows(report), [16, 18, 26, 7, ...(hasTemplate ? [11, 11, 11, 13] : []), 16, 11, 9, 9, 11, 11, 12, 50]),
    sheet('雷同分组', groupRows(report), [11, 9, 11, 16, 18, 13, 9, 9, 7]),
    sheet('自己的条文', ownRows, [16, 12, 90]),
    ...(refused.length === 0 ? [] : [sheet('没有比的', [head('文件或村', '原因'), ...refused.map(({ name, reason }): Row => [words(name), words(reason)])], [36, 60])]),
  ];
  return new Uint8Array(await writeExcelFile(sheets, { fontFamily: '宋体', fontSize: 11 }).toBuffer());
}
