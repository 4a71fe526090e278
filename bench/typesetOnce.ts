import { fileURLToPath } from 'node:url';
import { createTypesetter } from '#backend/documents/export/createTypesetter.ts';
import { sampleConvention } from './sampleConvention.ts';

/** What a cold process does: open fonts and templates, set one document. Prints the number of bytes. */
const typesetter = createTypesetter({ resourceFolder: fileURLToPath(new URL('../resources', import.meta.url)) });
const seed = Number(process.argv[2] ?? 0);
const pdf = typesetter.setDocument({ type: 'convention', document: sampleConvention(60, seed), date: '2026年11月24日' });
process.stdout.write(`${pdf.length}\n`);
