import { z } from 'zod';
import type { Failure } from '#contract/failure.ts';
import type { CallerRole } from '#contract/procedure-table.ts';
import { type ProcedureName, procedures } from '#contract/procedures.ts';
import type { ShopId } from '#domain/ids.ts';
import type { Actor } from '#domain/packing/actor.ts';
import { ok, type Result } from '#domain/result.ts';
import { accountProcedures } from './account-procedures.ts';
import { accrualProcedures } from './accrual-procedures.ts';
import { afterSaleProcedures } from './after-sale-procedures.ts';
import { benchProcedures } from './bench-procedures.ts';
import { boxProcedures } from './box-procedures.ts';
import { cancelProcedures } from './cancel-procedures.ts';
import { cargoProcedures } from './cargo-procedures.ts';
import { chatProcedures } from './chat-procedures.ts';
import { chatReplyProcedures } from './chat-reply-procedures.ts';
import { collectingProcedures } from './collecting-procedures.ts';
import { correctionProcedures } from './correction-procedures.ts';
import { courierProcedures } from './courier-procedures.ts';
import { declarationProcedures } from './declaration-procedures.ts';
import { deliveryProcedures } from './delivery-procedures.ts';
import { deviceProcedures } from './device-procedures.ts';
import { documentProcedures } from './document-procedures.ts';
import { handoverProcedures } from './handover-procedures.ts';
import { labelProcedures } from './label-procedures.ts';
import { listProcedures } from './list-procedures.ts';
import { failed, type ProcedureContext } from './procedure-context.ts';
import { productChangeProcedures } from './product-change-procedures.ts';
import { productImportProcedures } from './product-import-procedures.ts';
import { productProcedures } from './product-procedures.ts';
import { returnCheckProcedures } from './return-check-procedures.ts';
import { returnRequestProcedures } from './return-request-procedures.ts';
import { settingsProcedures } from './settings-procedures.ts';
import { shiftProcedures } from './shift-procedures.ts';
import { simulationProcedures } from './simulation-procedures.ts';
import { splitProcedures } from './split-procedures.ts';
import { stockProcedures } from './stock-procedures.ts';
import { stockSheetProcedures } from './stock-sheet-procedures.ts';
import { trafficProcedures } from './traffic-procedures.ts';
import { wayProcedures } from './way-procedures.ts';

/** Calls a procedure by name with unchecked input; `shop` is the one that it is about, where there are several. */
export type Caller = (procedure: string, input: unknown, shop?: ShopId) => Promise<Result<unknown, Failure>>;

const handlers = {
  ...trafficProcedures,
  ...accountProcedures,
  ...benchProcedures,
  ...listProcedures,
  ...shiftProcedures,
  ...settingsProcedures,
  ...cargoProcedures,
  ...correctionProcedures,
  ...courierProcedures,
  ...deliveryProcedures,
  ...chatProcedures,
  ...chatReplyProcedures,
  ...returnRequestProcedures,
  ...wayProcedures,
  ...returnCheckProcedures,
  ...collectingProcedures,
  ...accrualProcedures,
  ...deviceProcedures,
  ...afterSaleProcedures,
  ...cancelProcedures,
  ...splitProcedures,
  ...boxProcedures,
  ...declarationProcedures,
  ...productImportProcedures,
  ...documentProcedures,
  ...handoverProcedures,
  ...labelProcedures,
  ...productProcedures,
  ...productChangeProcedures,
  ...stockProcedures,
  ...stockSheetProcedures,
  ...simulationProcedures,
};

/**
 * The station's door: checks the name, the role of whoever is signed in at this bench (never what a caller claims), and
 * the input, then runs the procedure. An unforeseen failure is written to the error output and answered without a stack.
 */
export async function callProcedure(
  context: ProcedureContext,
  name: string,
  input: unknown,
): Promise<Result<unknown, Failure>> {
  if (!isProcedure(name)) return failed('unknown-procedure', name.slice(0, 64));
  const refusal = refuse(procedures[name].role, context.bench.actor);
  if (refusal !== null) return refusal;
  try {
    return await run(name, input, context);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    process.stderr.write(
      `${JSON.stringify({ event: 'procedure-failed', procedure: name, detail, stack: cause instanceof Error ? cause.stack : null })}\n`,
    );
    return failed('unexpected', name);
  }
}

function isProcedure(name: string): name is ProcedureName {
  return Object.hasOwn(procedures, name);
}

function refuse(role: CallerRole, actor: Actor | null) {
  if (role === 'anyone') return null;
  if (actor === null) return failed('nobody-signed-in', role);
  return role === 'lead' && actor.role !== 'lead' ? failed('not-allowed', actor.role) : null;
}

async function run<Name extends ProcedureName>(
  name: Name,
  input: unknown,
  context: ProcedureContext,
): Promise<Result<unknown, Failure>> {
  const parsed = procedures[name].input.safeParse(input);
  if (!parsed.success) return failed('invalid-input', z.prettifyError(parsed.error).slice(0, 500));
  // The table pairs each name with a handler of that name's types; the compiler cannot follow the pairing through a lookup.
  const handler = handlers[name] as (
    input: unknown,
    context: ProcedureContext,
  ) => Promise<Result<unknown, Failure>>;
  const answer = await handler(parsed.data, context);
  return answer.ok ? ok(answer.value) : answer;
}
