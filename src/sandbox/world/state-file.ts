import { readFile, rename, writeFile } from 'node:fs/promises';
import { loadedWorld, savedWorld } from './new-world.ts';
import { type World, worldSchema } from './world.ts';

/** The world saved in a file; null where there is no file. Throws, naming the file, where it holds something else. */
export async function loadState(file: string): Promise<World | null> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const parsed = worldSchema.safeParse(parsedJson(text));
  if (!parsed.success) throw new Error(`${file} does not hold the state of a stand-in shop`);
  return loadedWorld(parsed.data);
}

/** Saves a world; the file is replaced in one step, so a crash leaves the old or the new one. */
export async function saveState(file: string, world: World): Promise<void> {
  const next = `${file}.next`;
  await writeFile(next, JSON.stringify(savedWorld(world)));
  await rename(next, file);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
