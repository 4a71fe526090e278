declare module 'word-extractor' {
  type TextOptions = { filterUnicode?: boolean; includeFooters?: boolean; includeHeadersAndFooters?: boolean; includeBody?: boolean };
  type ExtractedDocument = {
    getBody(options?: TextOptions): string;
    getHeaders(options?: TextOptions): string;
    getFootnotes(options?: TextOptions): string;
    getAnnotations(options?: TextOptions): string;
    getTextboxes(options?: TextOptions): string;
  };
  export default class WordExtractor {
    extract(source: string | Buffer): Promise<ExtractedDocument>;
  }
}
