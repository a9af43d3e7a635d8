import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const root = join(import.meta.dirname, '..');
const Ready = z.object({
  event: z.literal('ready'),
  url: z.string(),
  clientId: z.string(),
  apiKey: z.string(),
});

/** The stand-in shop as a process of its own, so that it and the bench do not wait for one another. */
export type SandboxProcess = {
  readonly url: string;
  readonly clientId: string;
  readonly apiKey: string;
  /** One of its admin routes; throws what it refuses. */
  readonly admin: (verb: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>;
  readonly end: () => Promise<void>;
};

export async function startSandboxProcess(): Promise<SandboxProcess> {
  const child = spawn(process.execPath, [join(root, 'scripts/packbench.mjs'), 'sandbox'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const [first] = await once(lines, 'line');
  const { url, clientId, apiKey } = Ready.parse(JSON.parse(String(first)));
  return {
    ...{ url, clientId, apiKey },
    async admin(verb, path, body) {
      const answer = await fetch(`${url}${path}`, {
        method: verb,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`${verb} ${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    async end() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
