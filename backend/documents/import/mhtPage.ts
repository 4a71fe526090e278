/**
 * The page inside a web archive (RFC 2557, .mht), as its bytes and with the encoding that its part declares: many offices' programs
 * "export to Word" such files under the ending .doc. Undefined where the bytes are no such archive.
 */
export function mhtPage(bytes: Uint8Array): { bytes: Uint8Array; charset: string | undefined } | undefined {
  const head = latin(bytes.subarray(0, 4_096));
  if (!/^\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?mime-version:/iu.test(head)) return undefined;
  const boundary = /boundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/iu.exec(head);
  const mark = boundary?.[1] ?? boundary?.[2];
  const archive = latin(bytes);
  const parts = mark === undefined ? [archive] : archive.split(`--${mark}`);
  for (const part of parts) {
    const end = /\r?\n\r?\n/u.exec(part);
    if (end === null) continue;
    const fields = part.slice(0, end.index);
    if (!/^content-type:\s*text\/html/imu.test(fields)) continue;
    const content = part.slice(end.index + end[0].length);
    const transfer = /^content-transfer-encoding:\s*([\w-]+)/imu.exec(fields)?.[1]?.toLowerCase();
    const plain = transfer === 'base64' ? Buffer.from(content, 'base64') : Buffer.from(transfer === 'quoted-printable' ? unquoted(content) : content, 'latin1');
    return { bytes: new Uint8Array(plain), charset: /charset\s*=\s*"?([\w.:-]{2,20})/iu.exec(fields)?.[1] };
  }
  return undefined;
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** Quoted-printable (RFC 2045, 6.7). */
function unquoted(text: string): string {
  return text.replace(/=\r?\n|=([0-9A-Fa-f]{2})/gu, (_, hex: string | undefined) => (hex === undefined ? '' : String.fromCharCode(Number.parseInt(hex, 16))));
}
