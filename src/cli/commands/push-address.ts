import { join } from 'node:path';
import { Command } from 'commander';
import { shopIdOf } from '#contract/bench-file.ts';
import { readBenchFile } from '#station/bench-file/read-bench-file.ts';
import type { NotificationPort } from '#station/shop/notification-port.ts';
import { createOzonAccount } from '#station/shop/ozon/ozon-account.ts';
import type { ShopFailure } from '#station/shop/seller-account.ts';
import { setUpNotifications } from '#station/shop/set-up-notifications.ts';
import { keyFromEnvironment } from '../key-from-environment.ts';
import { homeOption } from '../read-database.ts';
import { giveUp } from '../say.ts';

type Options = {
  readonly bench?: string;
  readonly home: string;
  readonly off: boolean;
  readonly remove: boolean;
  readonly shop?: string;
};

/** `packbench push-address`: where the shop sends its notifications to; see docs/push.md. */
export function pushAddressCommand(): Command {
  return new Command('push-address')
    .description('list where Ozon sends its notifications to, or have it send them to an address')
    .argument('[url]', 'the public address of `packbench push`, with its secret')
    .option('--bench <file>', "the bench file; the home folder's bench.json unless told")
    .addOption(homeOption())
    .option('--shop <Client-Id>', 'which shop, where the bench has several')
    .option('--off', 'have it send nothing there until further notice', false)
    .option('--remove', 'forget the address', false)
    .action(async (url: string | undefined, options: Options) => {
      const port = notificationsOf(options);
      if (url === undefined) return list(port);
      if (!URL.canParse(url)) giveUp(`${url} is no address`);
      if (options.remove || options.off) return change(port, url, options);
      const outcome = await setUpNotifications(port, url);
      if (outcome.ok) return say({ url, outcome: outcome.value });
      const { error } = outcome;
      giveUp(
        error.code === 'shop'
          ? words(error.failure)
          : `the shop tried the address and got no good answer; is packbench push running behind it?\n${error.problems.join('\n')}`,
      );
    });
}

/** The account of the bench file, with the key that stands there or in the environment. */
function notificationsOf({ bench, home, shop: wanted }: Options): NotificationPort {
  const file = readBenchFile(bench ?? join(home, 'bench.json'));
  if (!file.ok) giveUp(`${file.error.file}: ${file.error.code}\n${file.error.detail}`);
  const { shops } = file.value;
  const isOnly = shops.length === 1;
  const shop = shops.find(({ clientId }) => clientId === wanted || (wanted === undefined && isOnly));
  if (shops.length === 0) giveUp('the bench file names no shop');
  if (shop === undefined)
    giveUp(`say which with --shop: ${shops.map(({ clientId }) => clientId).join(', ')}`);
  const { url, clientId } = shop;
  const apiKey = shop.apiKey ?? keyFromEnvironment(clientId, isOnly);
  if (apiKey === undefined) giveUp(`set PACKBENCH_API_KEY_${clientId} to the key of the shop`);
  return createOzonAccount({ shop: shopIdOf(shop), url, clientId, apiKey, now: () => Date.now() })
    .notifications;
}

async function list(port: NotificationPort): Promise<void> {
  const answer = await port.list();
  if (!answer.ok) giveUp(words(answer.error));
  for (const { id, url, isOn, isComplete } of answer.value) say({ id, url, isOn, isComplete });
}

async function change(port: NotificationPort, url: string, { remove }: Options): Promise<void> {
  const known = await port.list();
  if (!known.ok) giveUp(words(known.error));
  const address = known.value.find((one) => one.url === url);
  if (address === undefined) giveUp('the shop does not know that address');
  const answer = remove ? await port.remove(address.id) : await port.switch(address.id, false);
  if (!answer.ok) giveUp(words(answer.error));
  say({ url, outcome: remove ? 'removed' : 'off' });
}

function words(failure: ShopFailure): string {
  return failure.code === 'refused' ? `${failure.shopCode}: ${failure.detail}` : failure.detail;
}

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
