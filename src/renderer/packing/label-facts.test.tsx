import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it } from 'vitest';
import type { PackageView } from '#contract/bench-view.ts';
import { texts } from '../texts/texts.ts';
import { LabelFacts } from './label-facts.tsx';
import type { PackingStep } from './packing-step.ts';
import { samplePackage, sampleSession } from './testing/sample-session.ts';

afterEach(() => texts.changeLanguage('en'));

/** What stands beside the label on its way, as markup. */
function shown(step: PackingStep, change: Partial<Record<keyof PackageView, unknown>>): string {
  const session = sampleSession({ phase: 'labelling', packages: [samplePackage(change)] });
  return renderToStaticMarkup(
    <LabelFacts session={session} parcel={session.packages[0] ?? null} step={step} />,
  );
}

describe('a label that cannot be printed', () => {
  it.each([
    ['en', 'pdf-wrong-size', 'larger than the paper'],
    ['ru', 'label-of-another', 'не относится к этому отправлению'],
    ['zh-CN', 'code-lost', '无法识读'],
    ['en', 'something-new', 'something-new'],
  ])('says why in %s (%s)', async (language, labelDetail, words) => {
    await texts.changeLanguage(language);
    expect(shown('label-unprintable', { label: 'unprintable', labelDetail })).toContain(words);
  });
});

describe('a label that a worn head may spoil', () => {
  it('is said to be one while it waits for its scan, and not before', () => {
    expect(shown('verify', { label: 'sent', readsWhenWorn: false })).toContain('label-worn');
    expect(shown('verify', { label: 'sent' })).not.toContain('label-worn');
    expect(shown('label-wait', { label: 'none', readsWhenWorn: false })).not.toContain('label-worn');
  });
});
