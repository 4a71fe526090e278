const startsWith = (bytes: Uint8Array, offset: number, signature: readonly number[]) =>
  signature.every((byte, index) => bytes[offset + index] === byte);

const ascii = (text: string) => [...text].map((character) => character.charCodeAt(0));

/** Scanners put a few bytes of their own before a PDF's header; readers look for it within the first kilobyte. */
const headerRoom = 1_024;

const kinds: readonly { mediaType: string; fits: (bytes: Uint8Array) => boolean }[] = [
  { mediaType: 'image/jpeg', fits: (bytes) => startsWith(bytes, 0, [0xff, 0xd8, 0xff]) },
  { mediaType: 'image/png', fits: (bytes) => startsWith(bytes, 0, [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a]) },
  { mediaType: 'image/webp', fits: (bytes) => startsWith(bytes, 0, ascii('RIFF')) && startsWith(bytes, 8, ascii('WEBP')) },
  // Two letters could begin any text: the four bytes that the format keeps at zero are no text.
  { mediaType: 'image/bmp', fits: (bytes) => startsWith(bytes, 0, ascii('BM')) && startsWith(bytes, 6, [0, 0, 0, 0]) },
  { mediaType: 'image/tiff', fits: (bytes) => startsWith(bytes, 0, [...ascii('II*'), 0]) || startsWith(bytes, 0, [...ascii('MM'), 0, 0x2a]) },
  { mediaType: 'image/heic', fits: (bytes) => ['ftyphei', 'ftyphev', 'ftypmif1'].some((brand) => startsWith(bytes, 4, ascii(brand))) },
  {
    mediaType: 'application/pdf',
    fits: (bytes) => new TextDecoder('latin1').decode(bytes.subarray(0, headerRoom)).includes('%PDF-'),
  },
];

/** What a scan is by its first bytes, whatever its name says: a PDF or a picture; undefined for anything else. */
export function scanMediaType(bytes: Uint8Array): string | undefined {
  return kinds.find(({ fits }) => fits(bytes))?.mediaType;
}
