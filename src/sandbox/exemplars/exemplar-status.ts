import type { Posting } from '../postings/posting.ts';
import { lacksExemplars } from '../postings/requirements.ts';
import type { World } from '../world/world.ts';

/** The answer of exemplar/status: the posting's overall state and the outcome for each unit. */
export function exemplarStatus(posting: Posting, world: World) {
  const products = posting.lines.map((line) => ({
    product_id: line.sku,
    exemplars: posting.exemplars
      .filter(({ sku }) => sku === line.sku)
      .map((exemplar) => ({
        exemplar_id: exemplar.exemplarId,
        marks: exemplar.marks.map(({ mark, markType, check, errorCodes }) => ({
          mark,
          mark_type: markType,
          check_status: check,
          error_codes: errorCodes,
        })),
        gtd: exemplar.gtd,
        gtd_check_status: '',
        gtd_error_codes: exemplar.gtdErrors,
        is_gtd_absent: exemplar.isGtdAbsent,
        rnpt: exemplar.rnpt,
        rnpt_check_status: '',
        rnpt_error_codes: [],
        is_rnpt_absent: exemplar.isRnptAbsent,
        weight: Math.fround(exemplar.weightKg),
        weight_check_status: '',
        weight_error_codes: exemplar.weightErrors,
      })),
  }));
  return { posting_number: posting.number, status: overall(posting, world), products };
}

function overall(posting: Posting, world: World): string {
  if (posting.exemplarState === 'checking') return 'validation_in_process';
  const filled = !lacksExemplars(posting, world);
  if (posting.status === 'awaiting_packaging') return filled ? 'ship_available' : 'ship_not_available';
  return posting.exemplarUpdatePending && filled ? 'update_available' : 'update_not_available';
}
