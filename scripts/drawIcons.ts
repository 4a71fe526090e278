import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright';

const require = createRequire(import.meta.url);
const icoSizes = [16, 20, 24, 32, 48, 64, 128, 256];
/** Below this size two characters run into one red spot, so that the seal shows one. */
const smallestPair = 40;

type Drawing = (size: number) => string;

/** A name seal: red ground, white characters, from top to bottom as on paper. */
const seal: Drawing = (size) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256" width="${size}" height="${size}">${sealShapes(size)}</svg>`;

/** A sheet with a folded corner that carries the seal: a package between two installations. */
const sealedSheet: Drawing = (size) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256" width="${size}" height="${size}">
<path d="M40 8h128l48 48v184a8 8 0 0 1-8 8H48a8 8 0 0 1-8-8z" fill="#fffdf8" stroke="#8d8379" stroke-width="8"/>
<path d="M168 8v48h48" fill="none" stroke="#8d8379" stroke-width="8"/>
<g transform="translate(58 92) scale(.55)">${sealShapes(size * 0.55)}</g>
</svg>`;

function sealShapes(size: number): string {
  const ground = '<rect x="8" y="8" width="240" height="240" rx="36" fill="#ad2f1e"/>';
  const text = (character: string, x: number, y: number, height: number) =>
    `<text x="${x}" y="${y}" font-family="Seal" font-size="${height}" text-anchor="middle" fill="#fffdf8">${character}</text>`;
  if (size < smallestPair) return ground + text('约', 128, 202, 208);
  return `${ground}<rect x="24" y="24" width="208" height="208" rx="22" fill="none" stroke="#fffdf8" stroke-width="6"/>${text('乡', 128, 121, 100)}${text('约', 128, 215, 100)}`;
}

/** An .ico file that holds the pictures as PNG, which Windows reads since Vista. */
function icoOf(pictures: readonly { size: number; png: Uint8Array }[]): Buffer {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const entry = 6 + 16 * index;
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}

/** Draws the application's icons into a folder, in the Chromium at `executablePath`. */
async function drawIcons(folder: string, executablePath: string): Promise<void> {
  const font = readFileSync(require.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf')).toString('base64');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.setContent(`<style>@font-face { font-family: Seal; src: url(data:font/ttf;base64,${font}) } body { margin: 0; font-family: Seal }</style>乡约<div></div>`);
    await page.evaluate(() => document.fonts.ready);
    const draw = async (drawing: Drawing, size: number) => {
      await page.setViewportSize({ width: size, height: size });
      await page.evaluate((svg) => {
        document.body.innerHTML = svg;
      }, drawing(size));
      return { size, png: await page.screenshot({ omitBackground: true }) };
    };
    mkdirSync(folder, { recursive: true });
    for (const [name, drawing] of [['icon', seal], ['package', sealedSheet]] as const) {
      const pictures = [];
      for (const size of icoSizes) pictures.push(await draw(drawing, size));
      writeFileSync(join(folder, `${name}.ico`), icoOf(pictures));
    }
    writeFileSync(join(folder, 'icon.png'), (await draw(seal, 512)).png);
  } finally {
    await browser.close();
  }
}

const [executablePath = '/usr/bin/chromium'] = process.argv.slice(2);
await drawIcons(join(import.meta.dirname, '..', 'resources', 'icons'), executablePath);
