import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

/** Who may import whom, stated here a second time, so that a change of biome.json alone cannot soften it. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  contract: ['domain'],
  station: ['domain', 'contract'],
  main: ['contract'],
  preload: ['contract'],
  renderer: ['domain', 'contract'],
  cli: ['domain', 'contract', 'station', 'sandbox'],
  sandbox: [],
};
const parts = Object.keys(mayImport);
const rule = 'noRestrictedImports';

/** One file per forbidden or allowed import: the path, its text, and the rule that must refuse it (or none). */
interface Probe {
  readonly path: string;
  readonly text: string;
  readonly refusedBy: string | undefined;
}

const probes: readonly Probe[] = [
  ...parts.flatMap(crossings),
  ...['domain', 'contract', 'station', 'renderer', 'cli', 'sandbox'].map((part) =>
    probe(`src/${part}/knows-electron.ts`, "import { app } from 'electron';\nexport const x = app;\n", rule),
  ),
  ...['domain', 'contract', 'renderer'].map((part) =>
    probe(
      `src/${part}/knows-node.ts`,
      "import { join } from 'node:path';\nexport const x = join;\n",
      'noNodejsModules',
    ),
  ),
  ...['domain', 'contract'].flatMap((part) => [
    probe(`src/${part}/knows-fastify.ts`, "import { x } from 'fastify';\nexport const y = x;\n", rule),
    probe(`src/${part}/knows-zod.ts`, "import { z } from 'zod';\nexport const y = z;\n", undefined),
    probe(
      `src/${part}/a/knows-sibling.ts`,
      "import { x } from '../b/x.ts';\nexport const y = x;\n",
      undefined,
    ),
  ]),
  probe(
    'src/main/other/window.ts',
    "import { BrowserWindow } from 'electron';\nexport const x = BrowserWindow;\n",
    rule,
  ),
  probe('src/main/other/call.ts', "import { ipcMain } from 'electron';\nexport const x = ipcMain;\n", rule),
  probe(
    'src/station/ring/one.ts',
    "import { two } from './two.ts';\nexport const one = () => two;\n",
    'noImportCycles',
  ),
  probe(
    'src/station/ring/two.ts',
    "import { one } from './one.ts';\nexport const two = () => one;\n",
    'noImportCycles',
  ),
];

function crossings(from: string): Probe[] {
  return parts
    .filter((to) => to !== from)
    .flatMap((to) => {
      const bySubpath = mayImport[from]?.includes(to) ? undefined : rule;
      return [
        probe(
          `src/${from}/to-${to}.ts`,
          `import { x } from '#${to}/x.ts';\nexport const y = x;\n`,
          bySubpath,
        ),
        probe(
          `src/${from}/type-of-${to}.ts`,
          `import type { X } from '#${to}/x.ts';\nexport type Y = X;\n`,
          bySubpath,
        ),
        probe(`src/${from}/again-${to}.ts`, `export { x } from '#${to}/x.ts';\n`, bySubpath),
        probe(`src/${from}/later-${to}.ts`, `export const x = () => import('#${to}/x.ts');\n`, bySubpath),
        probe(
          `src/${from}/a/climbs-to-${to}.ts`,
          `import { x } from '../../${to}/x.ts';\nexport const y = x;\n`,
          rule,
        ),
      ];
    });
}

function probe(path: string, text: string, refusedBy: string | undefined): Probe {
  return { path, text, refusedBy };
}

const root = join(import.meta.dirname, '..');
const reportSchema = z.object({
  diagnostics: z.array(
    z.object({ category: z.string().nullish(), location: z.object({ path: z.unknown() }) }),
  ),
});
const pathSchema = z.union([z.string(), z.object({ file: z.string() }).transform(({ file }) => file)]);

let folder: string;
const refusals = new Map<string, string[]>();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-rules-'));
  writeFileSync(join(folder, 'biome.json'), readFileSync(join(root, 'biome.json')));
  for (const { path, text } of probes) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const { rule: refusedBy, path } of lint())
    refusals.set(path, [...(refusals.get(path) ?? []), refusedBy]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function lint(): { rule: string; path: string }[] {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--reporter=json', '--vcs-enabled=false', '--max-diagnostics=none', 'src'];
  const { stdout } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  return reportSchema.parse(JSON.parse(stdout)).diagnostics.map(({ category, location }) => ({
    rule: category?.split('/').at(-1) ?? '',
    path: pathSchema
      .parse(location.path)
      .replaceAll('\\', '/')
      .replace(/^.*?(?=src\/)/, ''),
  }));
}

describe('imports between the parts', () => {
  for (const { path, refusedBy } of probes) {
    const sentence = refusedBy ? `refuses ${path} (${refusedBy})` : `allows ${path}`;
    it(sentence, () => {
      if (refusedBy) expect(refusals.get(path) ?? []).toContain(refusedBy);
      else expect(refusals.get(path) ?? []).toEqual([]);
    });
  }
});
