import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { BenchFile } from '#contract/bench-file.ts';
import { Language } from '#contract/language.ts';

/** Where the demo's things lie: a folder of its own inside the bench's home, so that nothing of it mixes with real work. */
export interface DemoHome {
  readonly homeDir: string;
  readonly benchFile: string;
  readonly shopStateFile: string;
}

export function demoHomeIn(homeDir: string): DemoHome {
  const demoDir = join(homeDir, 'demo');
  return {
    homeDir: demoDir,
    benchFile: join(demoDir, 'bench.json'),
    shopStateFile: join(demoDir, 'shop.json'),
  };
}

/**
 * Makes the folder. A demo of another day is thrown away first: its cutoffs are past, and nobody has anything in it to
 * lose.
 */
export function prepareDemoHome(home: DemoHome, nowMs: number): void {
  const lastUsed = statSync(home.benchFile, { throwIfNoEntry: false })?.mtime.toDateString();
  if (lastUsed !== undefined && lastUsed !== new Date(nowMs).toDateString())
    rmSync(home.homeDir, { recursive: true, force: true });
  mkdirSync(home.homeDir, { recursive: true });
}

/** Writes the demo's bench file; it holds the demo shop's key and nothing else worth hiding. */
export function writeDemoBench(home: DemoHome, bench: BenchFile): void {
  writeFileSync(home.benchFile, `${JSON.stringify(bench, null, 2)}\n`, { mode: 0o600 });
}

const spoken = z.object({ language: Language });

/** The language of the first of these bench files that can be read and says one; else what the system speaks. */
export function languageOf(benchFiles: readonly string[], systemLocale: string): Language {
  for (const file of benchFiles) {
    const language = languageIn(file);
    if (language !== null) return language;
  }
  if (/^ru\b/i.test(systemLocale)) return 'ru';
  return /^zh\b/i.test(systemLocale) ? 'zh-CN' : 'en';
}

function languageIn(file: string): Language | null {
  try {
    const read = spoken.safeParse(JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')));
    return read.success ? read.data.language : null;
  } catch {
    // A bench file that is missing or broken says no language; the station itself tells what is wrong with it.
    return null;
  }
}
