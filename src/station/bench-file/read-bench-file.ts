import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { BenchFile } from '#contract/bench-file.ts';
import { err, ok, type Result } from '#domain/result.ts';

/** Why a bench file cannot be used; `detail` names the place in it. */
export type BenchFileProblem = {
  readonly code: 'missing' | 'unreadable' | 'not-json' | 'invalid';
  readonly file: string;
  readonly detail: string;
};

/** Reads and checks a bench file. A wrong one is never half used: every mistake is named by its path in the file. */
export function readBenchFile(file: string): Result<BenchFile, BenchFileProblem> {
  const text = readText(file);
  if (!text.ok) return text;
  try {
    const parsed = BenchFile.safeParse(JSON.parse(text.value));
    return parsed.success
      ? ok(parsed.data)
      : err({ code: 'invalid', file, detail: z.prettifyError(parsed.error) });
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return err({ code: 'not-json', file, detail: cause.message });
  }
}

function readText(file: string): Result<string, BenchFileProblem> {
  try {
    return ok(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (cause) {
    const code =
      cause instanceof Error && 'code' in cause && cause.code === 'ENOENT' ? 'missing' : 'unreadable';
    return err({ code, file, detail: cause instanceof Error ? cause.message : String(cause) });
  }
}
