import { Document, Packer, Paragraph } from 'docx';

/** The media type of a Word file. */
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A Word file with one paragraph a line. */
export async function docxOf(text: string): Promise<Buffer<ArrayBuffer>> {
  const children = text.split('\n').map((line) => new Paragraph(line));
  return Buffer.from(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}
