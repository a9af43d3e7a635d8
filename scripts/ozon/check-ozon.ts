import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compare, type Difference } from './compare.ts';
import { readOpenApi } from './open-api.ts';
import { playMethods } from './play-methods.ts';

// npm run check:ozon -- --openapi FILE: holds what we send, what we read and what the stand-in does against Ozon's own
// document. Ends with 1 where they differ without a reason.

const { values } = parseArgs({
  options: { openapi: { type: 'string' }, all: { type: 'boolean', default: false } },
});
if (values.openapi === undefined) {
  process.stderr.write('which document? npm run check:ozon -- --openapi FILE [--all]\n');
  process.exit(2);
}
const openApi = readOpenApi(readFileSync(values.openapi, 'utf8'));
const exchanges = await playMethods();
const differences = compare(openApi, exchanges);
const unexplained = differences.filter(({ reason }) => reason === null);
for (const difference of values.all ? differences : unexplained) print(difference);
const methods = new Set(exchanges.map(({ method }) => method)).size;
process.stdout.write(
  `document ${openApi.version}: ${methods} methods in ${exchanges.length} calls, ${differences.length} differences, ${unexplained.length} without a reason\n`,
);
process.exitCode = unexplained.length === 0 ? 0 : 1;

function print({ kind, method, detail, reason }: Difference): void {
  process.stdout.write(`${kind.padEnd(15)} ${method} ${detail}${reason === null ? '' : ` (${reason})`}\n`);
}
