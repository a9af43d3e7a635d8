import { Command, InvalidArgumentError } from 'commander';
import { startSandbox } from '#sandbox/sandbox.ts';
import { giveUp } from '../say.ts';

/** `packbench sandbox`: the stand-in marketplace, for trying things out; see docs/sandbox.md. */
export function sandboxCommand(): Command {
  return new Command('sandbox')
    .description('run the stand-in marketplace until SIGTERM')
    .option('--port <n>', 'port to listen on; 0 takes a free one', portNumber, 0)
    .option('--seed <n>', 'which shop to make up', wholeNumber, 1)
    .option('--state <file>', 'where to keep the shop between runs')
    .action(async ({ port, seed, state }: { port: number; seed: number; state?: string }) => {
      const sandbox = await startSandbox({
        port,
        seed,
        ...(state === undefined ? {} : { stateFile: state }),
      }).catch((cause: unknown) => giveUp(whyNot(cause, port)));
      const { url, clientId, apiKey } = sandbox;
      process.stdout.write(`${JSON.stringify({ event: 'ready', url, clientId, apiKey })}\n`);
      const stop = () => void sandbox.close().then(() => process.exit(0));
      process.once('SIGTERM', stop);
      process.once('SIGINT', stop);
    });
}

function whyNot(cause: unknown, port: number): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  if (code === 'EADDRINUSE') return `port ${port} is taken by another program`;
  if (code === 'EACCES') return `this user may not listen on port ${port}`;
  return cause instanceof Error ? cause.message : String(cause);
}

function portNumber(text: string): number {
  const port = wholeNumber(text);
  if (port > 65_535) throw new InvalidArgumentError('a port from 0 to 65535 is needed');
  return port;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < 0)
    throw new InvalidArgumentError('a whole number from 0 is needed');
  return value;
}
