import { spawnPackbench } from './station-run.ts';

export type Finished = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Runs one command of the command line to its end. */
export function runPackbench(...args: readonly string[]): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawnPackbench(args);
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
