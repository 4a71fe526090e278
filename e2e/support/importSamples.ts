import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommentRangeEnd, CommentRangeStart, CommentReference, DeletedTextRun, Document, InsertedTextRun, Packer, Paragraph, TextRun } from 'docx';
import iconv from 'iconv-lite';

const when = '2026-03-02T08:00:00Z';

/** A Word file in which somebody changed one number and left a comment. */
export async function revisedDocx(folder: string): Promise<string> {
  const document = new Document({
    comments: { children: [{ id: 0, author: '刘国平', date: new Date(when), children: [new Paragraph('罚款没有依据。')] }] },
    sections: [
      {
        children: [
          new Paragraph('溪口村村规民约'),
          new Paragraph('第一条 爱护公物。'),
          new Paragraph({
            children: [
              new TextRun('第二条 养狗要拴好，伤人的'),
              new DeletedTextRun({ text: '罚款五百元', id: 1, author: '周明远', date: when }),
              new InsertedTextRun({ text: '依法赔偿', id: 2, author: '周明远', date: when }),
              new CommentRangeStart(0),
              new TextRun('。'),
              new CommentRangeEnd(0),
              new TextRun({ children: [new CommentReference(0)] }),
            ],
          }),
        ],
      },
    ],
  });
  const path = join(folder, '溪口村（改）.docx');
  writeFileSync(path, await Packer.toBuffer(document));
  return path;
}

/** A PDF of one empty page, as a scanner makes it when its picture is left out. */
export function scannedPdf(folder: string): string {
  const path = join(folder, '扫描的公约.pdf');
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>'];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((body, index) => {
    const offset = pdf.length;
    pdf += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 4\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n${pdf.length}\n%%EOF\n`;
  writeFileSync(path, pdf + table);
  return path;
}

/** A text whose bytes are words in two encodings. */
export function doubtfulText(folder: string): string {
  const path = join(folder, '红白喜事.txt');
  writeFileSync(path, iconv.encode('A\n红白喜事从简', 'gb18030'));
  return path;
}

/** A folder as a township keeps it: texts of villages, one in a folder named after its village, a broken file, a contract. */
export function villageFolder(folder: string): string {
  const root = join(folder, '各村文本');
  mkdirSync(join(root, '清溪村'), { recursive: true });
  writeFileSync(join(root, '溪口村村规民约.txt'), '溪口村村规民约\n第一条 爱护公物。\n第二条 尊老爱幼。\n第三条 邻里和睦。');
  writeFileSync(join(root, '清溪村', '村规民约.txt'), '村规民约\n第一条 村民要爱护公物。\n第三条 村民要尊老爱幼。');
  writeFileSync(join(root, '坏文件.docx'), 'PK\u0003\u0004不是文档');
  writeFileSync(join(root, '购销合同.txt'), '购销合同\n甲方：张三\n乙方：李四\n一、甲方供货。\n二、乙方付款。');
  writeFileSync(join(root, '~$溪口村.docx'), '');
  return root;
}
