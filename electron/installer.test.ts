import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '..');
// electron-builder's own reader and schema, found from electron-builder itself because nothing else of ours uses them.
const ofBuilder = createRequire(createRequire(createRequire(import.meta.url).resolve('electron-builder')).resolve('app-builder-lib'));
const yaml: { load(text: string): unknown } = ofBuilder('js-yaml');
const schema: object = ofBuilder('app-builder-lib/scheme.json');

const configuration = z
  .looseObject({
    files: z.tuple([z.object({ from: z.string(), filter: z.array(z.string()) })]),
    asarUnpack: z.array(z.string()),
    fileAssociations: z.array(z.looseObject({ ext: z.string(), icon: z.string() })),
    electronFuses: z.record(z.string(), z.boolean()),
    nsis: z.looseObject({}),
    win: z.looseObject({ icon: z.string() }),
    artifactName: z.string(),
  })
  .parse(yaml.load(readFileSync(join(root, 'electron-builder.yml'), 'utf8')));

describe('the installer', () => {
  it('is described in the form that electron-builder reads', () => {
    const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
    validate(configuration);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('closes every door of the runtime that the application does not use', () => {
    expect(configuration.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('asks before it installs, needs no administrator, and leaves the data of the person alone', () => {
    expect(configuration.nsis).toMatchObject({ oneClick: false, perMachine: false, deleteAppDataOnUninstall: false });
  });

  it('has a Latin name and icons that exist', () => {
    expect(configuration.artifactName).toMatch(/^[\w${}.-]+$/u);
    const icons = [configuration.win.icon, ...configuration.fileAssociations.map(({ icon }) => icon)];
    expect(icons.filter((icon) => !existsSync(join(root, icon)))).toEqual([]);
  });

  it('packs every package that the bundles leave outside, with its native code and fonts beside the archive', () => {
    const bundles = readFileSync(join(root, 'vite.electron.config.ts'), 'utf8');
    for (const name of ['better-sqlite3', '@myriaddreamin', '@expo-google-fonts']) {
      expect(bundles).toContain(name);
      expect(configuration.files[0].filter.some((pattern) => pattern.startsWith(`node_modules/${name}/`))).toBe(true);
      expect(configuration.asarUnpack.some((pattern) => pattern.startsWith(`node_modules/${name}/`))).toBe(true);
    }
  });
});
