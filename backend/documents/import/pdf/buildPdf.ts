/** A stretch of text on a page: points from the left and the top edge of the sheet. */
export type PdfText = { x: number; y: number; text: string; size?: number; angle?: number };

const width = 595;
const height = 842;

/**
 * A smallest PDF with a text layer: for tests. `pages` hold their stretches in the order in which they are drawn; `more` is put into
 * the trailer. The font is not embedded; `named` finds its characters in the tables that belong to its name, as old programs had it,
 * `mapped` in one of its own.
 */
export function buildPdf(pages: readonly (readonly PdfText[])[], more = '', font: 'named' | 'mapped' = 'named'): Uint8Array {
  const mapped = characterMap(pages.flat().map(({ text }) => text).join(''));
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${7 + index * 2} 0 R`).join(' ')}] >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light ${font === 'named' ? '/Encoding /UniGB-UTF16-H' : '/Encoding /Identity-H /ToUnicode 6 0 R'} /DescendantFonts [4 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (${font === 'named' ? 'GB1' : 'Identity'}) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 >>`,
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>',
    `<< /Length ${mapped.length} >>\nstream\n${mapped}\nendstream`,
    ...pages.flatMap((texts, index) => {
      const content = texts.map(draw).join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${8 + index * 2} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return new Uint8Array(
    Buffer.from(
      `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${more} >>\nstartxref\n${file.length}\n%%EOF\n`,
      'latin1',
    ),
  );
}

function draw({ x, y, text, size = 16, angle = 0 }: PdfText): string {
  const codes = [...Buffer.from(text, 'utf16le').swap16()].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const turn = (angle * Math.PI) / 180;
  const matrix = [Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn), x, height - y].map((value) => value.toFixed(3)).join(' ');
  return `BT /F1 ${size} Tf ${matrix} Tm <${codes}> Tj ET`;
}

/** A table in which every code is the character of that number. */
function characterMap(text: string): string {
  const codes = [...new Set(text)].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0'));
  return `/CIDInit /ProcSet findresource begin 1 begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange ${codes.length} beginbfchar ${codes.map((code) => `<${code}> <${code}>`).join(' ')} endbfchar endcmap end`;
}
