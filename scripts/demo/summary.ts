import { cpus } from 'node:os';
import type { DemoShift } from './demo-shift.ts';
import { percentile, type ShiftFigures } from './shift-figures.ts';

/** What a demo shift is summed up from; times in ms. */
export type SummaryFacts = {
  readonly shift: DemoShift;
  readonly figures: ShiftFigures;
  readonly scans: number;
  readonly labels: readonly string[];
  readonly manifests: readonly string[];
  readonly pictures: readonly string[];
  /** From the application's start to a station that takes scans. */
  readonly upMs: number;
  /** What the shop takes for a label. */
  readonly shopMs: number;
  readonly tookMs: number;
};

/** The demo shift in a few lines for the terminal. */
export function summaryOf(facts: SummaryFacts): string {
  const { shift, figures, labels, manifests, pictures } = facts;
  const { labelMs } = figures;
  const lines = [
    ['postings packed', `${shift.packed.length}, and one cancelled while it was packed`],
    ['scans', `${facts.scans}, answered in ${ms(figures.verdictP50)} (p50), ${ms(figures.verdictP99)} (p99)`],
    ['ready to scan', `${seconds(facts.upMs)} after the start`],
    [
      'labels',
      `${labels.length}, printed ${seconds(percentile(labelMs, 50))} (p50) after the weight, ` +
        `${seconds(labelMs.at(-1) ?? Number.NaN)} at most; the demo shop takes ${seconds(facts.shopMs)} of that`,
    ],
    ['manifest', manifests.join(', ')],
    ['screenshots', `${pictures.length} in English, Russian and Chinese`],
    [
      'all of it',
      `${seconds(facts.tookMs)} on ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'a processor'}`,
    ],
    ['left in', 'demo-output/: screenshots/, labels/, and the manifest'],
  ];
  return `\nThe demo shift\n${lines.map(([name = '', value]) => `  ${name.padEnd(16)} ${value}\n`).join('')}\n`;
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function seconds(valueMs: number): string {
  return `${(valueMs / 1000).toFixed(1)} s`;
}
