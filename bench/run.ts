import type { Measure } from './figure.ts';
import { load, thisMachine } from './machine.ts';
import { cartonization } from './measures/cartonization.ts';
import { label } from './measures/label.ts';
import { manifest } from './measures/manifest.ts';
import { memory } from './measures/memory.ts';
import { render } from './measures/render.ts';
import { scale } from './measures/scale.ts';
import { scan } from './measures/scan.ts';
import { shop } from './measures/shop.ts';
import { start } from './measures/start.ts';
import { window } from './measures/window.ts';
import { keepResult, type Result, resultOf } from './results.ts';
import { say } from './say.ts';

// npm run bench [-- NAME …]: measures all, or those that are named, and keeps the figures in bench/results.json.

const measures: readonly Measure[] = [
  scan,
  window,
  scale,
  label,
  render,
  start,
  manifest,
  shop,
  memory,
  cartonization,
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => measures.every((measure) => measure.name !== name));
if (unknown.length > 0) {
  say(`there is no ${unknown.join(', ')}; there are ${measures.map(({ name }) => name).join(', ')}`);
  process.exit(1);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const machine = thisMachine();
const { cpu, cores, memoryGb, os, node } = machine;
print(`${cpu}, ${cores} cores, ${memoryGb} GB, ${os}, Node ${node}`);
for (const measure of measures.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  say(`${measure.name}: ${measure.what} …`);
  const loadBefore = load();
  const figures = await measure.run();
  const result = resultOf(measure.name, figures, { loadBefore, loadAfter: load() });
  keepResult(machine, result);
  printResult(result);
}

function printResult({ name, figures, loadBefore, loadAfter }: Result): void {
  const busy = Math.max(loadBefore, loadAfter) > cores ? ' - the machine was busy with other work' : '';
  print(`\n${name} (load ${loadBefore} before, ${loadAfter} after, ${cores} cores${busy})`);
  for (const { what, value, unit, goal, isMet, beside } of figures) {
    print(`  ${isMet ? 'met   ' : 'MISSED'}  ${what}: ${value} ${unit} (goal ${goal} ${unit})`);
    for (const [key, text] of Object.entries(beside)) print(`            ${key}: ${JSON.stringify(text)}`);
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
