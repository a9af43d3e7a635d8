import type { Exemplar, Posting, UnitDemand } from '../postings/posting.ts';
import { markedSkus, skusDemanding } from '../postings/requirements.ts';
import { nextExemplarId } from '../ship/ship-posting.ts';
import type { World } from '../world/world.ts';
import { markErrors, markIdentity, refusedOnWord } from './mark-check.ts';
import { weightErrors } from './unit-weight.ts';

/** Makes one exemplar per unit where the posting has none yet. */
export function createExemplars(world: World, posting: Posting): void {
  if (posting.exemplars.length > 0) return;
  posting.exemplars = posting.lines.flatMap((line) =>
    Array.from({ length: line.quantity }, () => emptyExemplar(nextExemplarId(world), line.sku)),
  );
}

/** An exemplar with nothing filled in. */
export function emptyExemplar(exemplarId: number, sku: number): Exemplar {
  return {
    exemplarId,
    sku,
    marks: [],
    gtd: '',
    isGtdAbsent: false,
    rnpt: '',
    isRnptAbsent: false,
    gtdErrors: [],
    weightKg: 0,
    weightErrors: [],
  };
}

/** Gives back the marks a posting has filled in, so that they may be used elsewhere. */
export function releaseMarks(world: World, posting: Posting): void {
  for (const { mark } of posting.exemplars.flatMap(({ marks }) => marks)) {
    const identity = markIdentity(mark);
    if (world.usedMarks.get(identity) === posting.number) world.usedMarks.delete(identity);
  }
}

/** Ends the check that exemplar/set began: marks passed or failed, and with them the posting. */
export function finishExemplarCheck(world: World, postingNumber: string): void {
  const posting = world.postings.get(postingNumber);
  if (posting === undefined || posting.exemplarState !== 'checking') return;
  const seen = new Set<string>();
  for (const exemplar of posting.exemplars) {
    const isForm = exemplar.gtd === '' || /^\d{8}\/\d{6}\/\w{7}(\/\d+)?$/.test(exemplar.gtd);
    exemplar.gtdErrors = isForm ? [] : ['GTD_INVALID_FORMAT'];
    exemplar.weightErrors = weightErrors(world, posting, exemplar.sku, exemplar.weightKg);
    for (const mark of exemplar.marks) {
      const identity = markIdentity(mark.mark);
      const usedBy = world.usedMarks.get(identity);
      const errors = [...markErrors(world, exemplar.sku, mark.mark, mark.markType)];
      errors.push(...refusedOnWord(world, mark.mark, 'set'));
      if (seen.has(identity)) errors.push('MANDATORY_MARK_DUPLICATE');
      if (usedBy !== undefined && ![posting.number, ...posting.relatedNumbers].includes(usedBy))
        errors.push('MANDATORY_MARK_ALREADY_USED');
      seen.add(identity);
      mark.check = errors.length === 0 ? 'passed' : 'failed';
      mark.errorCodes = errors;
      if (errors.length === 0) world.usedMarks.set(identity, posting.number);
    }
  }
  posting.exemplarState = allFilled(world, posting) ? 'filled' : 'refused';
}

function allFilled(world: World, posting: Posting): boolean {
  const marked = markedSkus(posting, world);
  const wants = (exemplar: Exemplar, demand: UnitDemand) =>
    skusDemanding(posting, demand).includes(exemplar.sku);
  return posting.exemplars.every(
    (exemplar) =>
      exemplar.gtdErrors.length === 0 &&
      (!wants(exemplar, 'gtd') || exemplar.gtd !== '' || exemplar.isGtdAbsent) &&
      (!wants(exemplar, 'rnpt') || exemplar.rnpt !== '' || exemplar.isRnptAbsent) &&
      exemplar.weightErrors.length === 0 &&
      (['imei', 'jw_uin'] as const).every(
        (demand) => !wants(exemplar, demand) || exemplar.marks.some(({ markType }) => markType === demand),
      ) &&
      exemplar.marks.every(({ check }) => check === 'passed') &&
      (!marked.includes(exemplar.sku) ||
        exemplar.marks.some(({ markType }) => markType === 'mandatory_mark')),
  );
}
