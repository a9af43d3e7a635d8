import { Command, InvalidArgumentError } from 'commander';
import { startSandbox } from '#sandbox/sandbox.ts';

/** `packbench sandbox`: the stand-in marketplace, for trying things out; see docs/sandbox.md. */
export function sandboxCommand(): Command {
  return new Command('sandbox')
    .description('run the stand-in marketplace until SIGTERM')
    .option('--port <n>', 'port to listen on; 0 takes a free one', wholeNumber, 0)
    .option('--seed <n>', 'which shop to make up', wholeNumber, 1)
    .option('--state <file>', 'where to keep the shop between runs')
    .action(async ({ port, seed, state }: { port: number; seed: number; state?: string }) => {
      const sandbox = await startSandbox({
        port,
        seed,
        ...(state === undefined ? {} : { stateFile: state }),
      });
      const { url, clientId, apiKey } = sandbox;
      process.stdout.write(`${JSON.stringify({ event: 'ready', url, clientId, apiKey })}\n`);
      const stop = () => void sandbox.close().then(() => process.exit(0));
      process.once('SIGTERM', stop);
      process.once('SIGINT', stop);
    });
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0)
    throw new InvalidArgumentError('a whole number from 0 is needed');
  return value;
}
