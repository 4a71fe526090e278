import iconv from 'iconv-lite';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { buildFormattedWord } from '#backend/documents/import/doc/formattedWordFile.ts';
import { buildDocx, run, wordNamespace } from '#backend/documents/import/docx/wordXml.ts';
import { mutate, type Random } from '#backend/documents/import/fuzzing/mutate.ts';
import { buildLegacyWord } from '#backend/documents/import/legacyWordFile.ts';
import { buildPdf } from '#backend/documents/import/pdf/buildPdf.ts';

/** Small sound files of one kind, and how they are spoilt. */
export type ImporterSeeds = { name: string; fileName: string; files: readonly Uint8Array[]; spoil: (file: Uint8Array, other: Uint8Array, random: Random) => Uint8Array };

const words = '青山村村规民约\n第一章 总则\n第一条 爱护公物，不得损坏。\n第二条 讲究卫生，垃圾入桶：\n（一）不乱倒；\n（二）不焚烧。\n项目\t标准\n酒席\t十桌\n青山村村民委员会\n2026年1月1日\n';
const lines = words.trim().split('\n');

const author = 'w:id="1" w:author="张所长"';
const numbered = (text: string, level: number) => `<w:p><w:pPr><w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(text)}</w:p>`;
const wordParts = {
  'word/numbering.xml': strToU8(
    `<w:numbering ${wordNamespace}><w:abstractNum w:abstractNumId="0">${[0, 1, 2].map((level) => `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlRestart w:val="${level}"/><w:lvlText w:val="第%1条%${level + 1}"/></w:lvl>`).join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride></w:num></w:numbering>`,
  ),
  'word/styles.xml': strToU8(`<w:styles ${wordNamespace}><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="正文"/><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="toc 1"/><w:basedOn w:val="a"/></w:style></w:styles>`),
  'word/comments.xml': strToU8(`<w:comments ${wordNamespace}><w:comment w:id="0" w:author="李律师"><w:p>${run('没有依据')}</w:p></w:comment></w:comments>`),
  'word/header1.xml': strToU8(`<w:hdr ${wordNamespace}><w:p>${run('青山村文件')}</w:p></w:hdr>`),
};
const wordBody = [
  ...lines.map((line, index) => (index % 3 === 0 ? `<w:p>${run(line)}</w:p>` : numbered(line, index % 3))),
  `<w:p><w:commentRangeStart w:id="0"/>${run('罚款')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:del ${author}><w:r><w:delText>五百元</w:delText></w:r></w:del><w:ins ${author}>${run('批评')}</w:ins></w:p>`,
  `<w:tbl><w:tr><w:tc><w:p>${run('项目')}</w:p></w:tc><w:tc><w:p>${run('标准')}</w:p></w:tc></w:tr></w:tbl>`,
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('7')}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:pict><w:txbxContent><w:p>${run('框')}</w:p></w:txbxContent></w:pict></w:r></w:p>`,
].join('');

const rtf = `{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f1\\fcharset0 Times;}}{\\*\\revtbl{Unknown;}{a;}}{\\header\\pard x\\par}${lines
  .map((line) => `\\pard{\\listtext 1.\\tab}${[...line].map((character) => `\\u${character.charCodeAt(0)}?`).join('')}{\\deleted\\'b5\\'da}{\\v x}\\par\n`)
  .join('')}\\trowd\\intbl a\\cell b\\cell\\row{\\*\\annotation c}{\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}{\\*\\shpinst{\\shptxt d\\par}}}`;
const page = `<html><head><meta charset="utf-8"><style>p{}</style></head><body><nav><a href="/">首页</a></nav>${lines.map((line) => `<p class=MsoNormal style='mso-list:l0'><![if !supportLists]><span style='mso-list:Ignore'>1.&nbsp;</span><![endif]>${line}</p>`).join('\n')}<ol start=3><li>甲<ul><li>乙</ul><li>丙</ol><table><tr><td>项目<td>标准<tr><td><p>酒席</p><td>十桌</table><pre>a\nb</pre><!-- c --></body></html>`;
const markdown = `# 青山村村规民约\n\n## 第一章\n\n${lines.map((line) => `- **${line}**`).join('\n')}\n\n| 项目 | 标准 |\n| --- | --- |\n| 酒席 | 十\\|桌 |\n`;

const formattedWord = buildFormattedWord({
  lists: [[{ format: 0x27, text: '第%1条' }, { format: 0x25, text: '（%2）' }]],
  styles: [{}, { builtIn: 19, base: 0, properties: [[0x460b, 1, 0]] }],
  authors: ['Unknown', '张所长'],
  comments: [{ position: 4, author: 1, text: '没有依据' }],
  paragraphs: lines.map((text, index) => ({
    runs: [{ text, properties: index % 4 === 0 ? [[index % 8 === 0 ? 0x0800 : 0x0801, 1]] : [] }],
    mark: index % 5 === 4 ? '\u0007' : '\r',
    properties: [[0x260a, index % 2], [0x460b, 1, 0], ...(index % 5 === 4 ? [[0x2416, 1], [0x2417, index % 2]] : [])],
  })),
});

/** The structures of a document take a small part of its file, so half of the time a few bytes of theirs are spoilt. */
function spoilCompound(file: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  if (random(2) === 0) return mutate(file, other, random);
  const bytes = Uint8Array.from(file);
  const used = [...bytes.keys()].filter((at) => at >= 1024 && bytes[at] !== 0);
  for (let count = 1 + random(6); count > 0; count -= 1) bytes[used[random(used.length)] ?? 0] = random(3) === 0 ? 0xff : random(256);
  return bytes;
}

/** A zip spoilt from outside is nearly always refused at its checksums, so most of the time one of its parts is. */
function spoilZip(file: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  if (random(4) === 0) return mutate(file, other, random);
  const parts = unzipSync(file);
  const names = Object.keys(parts);
  const name = random(2) === 0 ? 'word/document.xml' : (names[random(names.length)] ?? 'word/document.xml');
  const part = parts[name] ?? new Uint8Array();
  const spoilt = random(3) === 0 ? strToU8(spoilMarkup(strFromU8(part), random)) : mutate(part, parts['word/document.xml'] ?? part, random);
  return zipSync({ ...parts, [name]: spoilt }, { level: random(2) === 0 ? 0 : 6 });
}

/** Keeps the markup well formed and moves its elements about. */
function spoilMarkup(xml: string, random: Random): string {
  const values = [...xml.matchAll(/w:val="[^"]*"/gu)];
  const value = values[random(Math.max(1, values.length))];
  const number = ['0', '-1', '9', '99999', '', 'x'][random(6)] ?? '';
  if (random(2) === 0 && value !== undefined) return `${xml.slice(0, value.index)}w:val="${number}"${xml.slice(value.index + value[0].length)}`;
  const elements = [...xml.matchAll(/<w:(p|tbl|r|num|lvl)(?: [^>]*)?>.*?<\/w:\1>/gu)];
  const from = elements[random(Math.max(1, elements.length))];
  const to = elements[random(Math.max(1, elements.length))];
  if (from === undefined || to === undefined) return xml;
  const copies = from[0].repeat(1 + random(random(5) === 0 ? 300 : 3));
  return `${xml.slice(0, to.index)}${copies}${xml.slice(to.index)}`;
}

/** Every importer with the files that its fuzzing starts from. */
export const importerSeeds: readonly ImporterSeeds[] = [
  { name: 'docx', fileName: '约.docx', files: [buildDocx(wordBody, wordParts)], spoil: spoilZip },
  { name: 'doc', fileName: '约.doc', files: [buildLegacyWord(words.repeat(12)), formattedWord, formattedWord], spoil: spoilCompound },
  { name: 'rtf', fileName: '约.rtf', files: [strToU8(rtf)], spoil: mutate },
  {
    name: 'pdf',
    fileName: '约.pdf',
    files: [buildPdf([lines.map((text, index) => ({ x: 80, y: 80 + index * 28, text })), [{ x: 80, y: 80, text: '附件' }, { x: 280, y: 800, text: '— 2 —' }]], '', 'mapped')],
    spoil: mutate,
  },
  { name: 'html', fileName: '约.html', files: [strToU8(page)], spoil: mutate },
  { name: 'txt', fileName: '约.txt', files: [strToU8(words), new Uint8Array(iconv.encode(words, 'gb18030')), new Uint8Array(iconv.encode(words, 'utf-16le'))], spoil: mutate },
  { name: 'md', fileName: '约.md', files: [strToU8(markdown)], spoil: mutate },
];
