import { randomBytes } from 'node:crypto';
import { Command, InvalidArgumentError } from 'commander';
import { startPushReceiver } from '#station/shop/ozon/push/push-receiver.ts';
import { openPushSpool } from '#station/shop/ozon/push/push-spool.ts';
import { version } from '../project.ts';
import { homeOption } from '../read-database.ts';
import { giveUp } from '../say.ts';
import { stopSignal } from '../stop-signal.ts';

type PushOptions = { readonly port: number; readonly host: string; readonly home: string };

/** `packbench push`: takes the shop's notifications for a bench; see docs/push.md. */
export function pushCommand(): Command {
  return new Command('push')
    .description('take notifications of Ozon for a bench until SIGTERM')
    .requiredOption('--port <n>', 'port to listen on; 0 takes a free one', portNumber)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .addOption(homeOption())
    .action(async ({ port, host, home }: PushOptions) => {
      const secret = process.env.PACKBENCH_PUSH_SECRET ?? randomBytes(24).toString('base64url');
      if (!/^[\w-]{16,200}$/.test(secret))
        giveUp('PACKBENCH_PUSH_SECRET needs 16 to 200 letters, digits, - or _');
      const now = () => Date.now();
      const receiver = await startPushReceiver({
        ...{ port, host, secret, version, now, spool: openPushSpool(home, now) },
        onRequest: (line) => process.stdout.write(`${JSON.stringify({ event: 'push', ...line })}\n`),
      }).catch((cause: unknown) => giveUp(cause instanceof Error ? cause.message : String(cause)));
      // Whoever made the secret up must be told it once; one that was given is not repeated.
      const path = process.env.PACKBENCH_PUSH_SECRET === undefined ? secret : null;
      process.stdout.write(`${JSON.stringify({ event: 'ready', url: receiver.url, path })}\n`);
      await stopSignal;
      await receiver.close();
    });
}

function portNumber(text: string): number {
  const port = Number(text);
  if (text.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('a port from 0 to 65535 is needed');
  return port;
}
