import { readFileSync, writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import { packingAnswers } from '../packing-answers.ts';
import { PackingSet } from '../packing-set.ts';
import { giveUp } from '../say.ts';

type CartonizeOptions = {
  readonly set: string;
  readonly budgetMs?: number;
  readonly tries?: number;
  readonly mode: 'default' | 'free';
  readonly seed: number;
  readonly clock: 'wall' | 'cpu';
  readonly out: string;
};

/** `packbench cartonize`: the carton engine over a file of orders, for measuring and for comparing with other programs. */
export function cartonizeCommand(): Command {
  return new Command('cartonize')
    .description('choose cartons for a file of orders (packing-bench/1) and write where everything lies')
    .requiredOption('--set <file>', 'the orders')
    .addOption(new Option('--budget-ms <ms>', 'time for each order').argParser(positive).conflicts('tries'))
    .addOption(new Option('--tries <n>', 'loadings tried for each carton').argParser(positive))
    .addOption(
      new Option('--mode <mode>', 'free: without support, fragile goods, bearing and balance')
        .choices(['default', 'free'])
        .default('default'),
    )
    .addOption(new Option('--seed <n>', 'which chances are taken').argParser(positive).default(1))
    .addOption(
      new Option('--clock <clock>', 'cpu: the time this thread worked, for a machine that is busy otherwise')
        .choices(['wall', 'cpu'])
        .default('wall'),
    )
    .requiredOption('--out <file>', 'the result, one JSON a line (packing-result/1)')
    .action(cartonizeSet);
}

function cartonizeSet({ set: file, budgetMs, tries, mode, seed, clock, out }: CartonizeOptions): void {
  if (budgetMs === undefined && tries === undefined)
    giveUp('say how long to search: --budget-ms N or --tries N');
  const set = PackingSet.safeParse(jsonOf(file));
  if (!set.success) giveUp(`${file}: not a set of packing orders: ${set.error.issues[0]?.message ?? ''}`);
  const limit = tries === undefined ? { budgetMs: budgetMs ?? 0 } : { tries };
  const lines = packingAnswers(set.data, { ...limit, mode, seed, clock });
  const head = { format: 'packing-result/1', solver: `packbench ${mode}` };
  writeFileSync(out, [head, ...lines].map((line) => `${JSON.stringify(line)}\n`).join(''));
  process.stdout.write(`${JSON.stringify({ set: set.data.set, orders: lines.length, out })}\n`);
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    if (cause instanceof SyntaxError) giveUp(`${file}: not JSON`);
    throw cause;
  }
}

function positive(text: string): number {
  const value = Number(text);
  if (!(Number.isFinite(value) && value > 0)) throw new InvalidArgumentError('a number above 0 is needed');
  return value;
}
