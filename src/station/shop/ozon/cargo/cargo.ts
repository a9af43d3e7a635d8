import { setTimeout as pause } from 'node:timers/promises';
import { err, ok } from '#domain/result.ts';
import type { CargoOutcome, CargoPlace, CargoPort, WholeCargoPlace } from '../../cargo-port.ts';
import type { LabelState, ShopAnswer, ShopFailure } from '../../seller-account.ts';
import type { AccountParts } from '../account-parts.ts';
import type { CallOptions } from '../client.ts';
import { NOT_READY } from '../handover-document.ts';
import { cargoPlaceOf } from '../mapping/cargo.ts';
import { wireId } from '../mapping/wire-id.ts';
import { METHOD } from '../methods.ts';
import { checkedPdf } from '../pdf.ts';
import {
  CargoDocumentAnswer,
  CargoLabelAnswer,
  CargoTaskAnswer,
  FilledAnswer,
  PlaceAnswer,
  PlacesAnswer,
  PlacesChangedAnswer,
  PlacesCreatedAnswer,
} from './wire.ts';

const AT_ONCE = 300;
const PAGES = 10;
/** How often a task is asked about, and how long between; what takes longer is under way. */
const LOOKS = 5;
const PAUSE_MS = 300;
/** Two clocks may differ by this much, ms. */
const CLOCKS_MS = 600_000;

/** What was taken, with the shop's words on what it did not take ("" where it took all of it). */
type Taken = { readonly task: string | null; readonly refusal: string };

/** `/v1/carriage/container/*`, one place at a time so that a refusal is that place's. */
export function cargoMethods({ client, now }: AccountParts): CargoPort {
  const reading = (signal: AbortSignal | undefined): CallOptions => ({
    ...{ effect: 'repeatable', urgency: 'screen', signal },
  });
  const once = (signal: AbortSignal | undefined): CallOptions => ({
    ...{ effect: 'once', urgency: 'screen', signal },
  });

  async function listPlaces(since: number, signal?: AbortSignal): ShopAnswer<readonly CargoPlace[]> {
    const places: CargoPlace[] = [];
    // The list wants to know the sorting.
    for (const sort_type of ['sort', 'non-sort']) {
      let cursor = '';
      for (let page = 0; page < PAGES; page += 1) {
        const filter = {
          ...{ created_from: iso(since), created_to: iso(now() + CLOCKS_MS), sort_type },
        };
        const body = { filter, limit: AT_ONCE, cursor, sort_dir: 'DESC' };
        const answer = await client.call(METHOD.cargoList, body, PlacesAnswer, reading(signal));
        if (!answer.ok) return answer;
        places.push(...answer.value.containers.map(cargoPlaceOf));
        const next = answer.value.cursor;
        if (next === '' || next === cursor || answer.value.containers.length === 0) break;
        cursor = next;
      }
    }
    return ok(places.sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0) || b.number - a.number));
  }

  async function getPlace(id: string, signal?: AbortSignal): ShopAnswer<WholeCargoPlace> {
    const body = { container_id: wireId(id) };
    const answer = await client.call(METHOD.cargoGet, body, PlaceAnswer, reading(signal));
    if (!answer.ok) return answer;
    const { value } = answer;
    if (value.container_id !== id) return err({ code: 'malformed', detail: `asked for place ${id}` });
    return ok({
      ...cargoPlaceOf(value),
      numbers: value.postings.map(({ posting_number }) => posting_number),
      ...{ pallet: value.parent_container_id, boxes: value.related_container_ids },
    });
  }

  /** Asks for one change of a place, waits a little for it, and believes what the place then shows. */
  async function change(
    id: string,
    isSo: (place: WholeCargoPlace) => boolean,
    send: () => ShopAnswer<Taken>,
    signal: AbortSignal | undefined,
  ): ShopAnswer<CargoOutcome> {
    const before = await getPlace(id, signal);
    if (!before.ok) return before;
    if (isSo(before.value)) return ok('done');
    const sent = await send();
    const error: ShopFailure | null = sent.ok ? refusalOf(sent.value) : sent.error;
    if (error !== null && error.code !== 'unknown' && error.code !== 'refused') return err(error);
    const task = sent.ok ? sent.value.task : null;
    const failure = task === null ? null : await waitFor(task, signal);
    let after = await getPlace(id, signal);
    // Without an answer there is no task to ask about: what the shop has taken shows on the place a moment later.
    for (
      let look = 1;
      look < LOOKS && error?.code === 'unknown' && after.ok && !isSo(after.value);
      look += 1
    ) {
      await pause(PAUSE_MS);
      after = await getPlace(id, signal);
    }
    if (after.ok && isSo(after.value)) return ok('done');
    if (error?.code === 'refused' || error === null) {
      if (failure !== null) return err({ code: 'refused', shopCode: 'TASK_FAILED', detail: failure });
      return error === null ? ok('under-way') : err(error);
    }
    return after.ok ? err({ code: 'retry', afterMs: null, detail: error.detail }) : err(error);
  }

  /** Looks until a task has ended, or has had its time; the shop's words where it failed. */
  async function waitFor(task: string, signal: AbortSignal | undefined): Promise<string | null> {
    for (let look = 0; look < LOOKS; look += 1) {
      const body = { task_id: wireId(task) };
      const answer = await client.call(METHOD.cargoTask, body, CargoTaskAnswer, reading(signal));
      if (answer.ok && answer.value.status === 'completed') return null;
      if (answer.ok && answer.value.status === 'failed') return answer.value.error_message || 'failed';
      await pause(PAUSE_MS);
    }
    return null;
  }

  const changed = async (
    method: string,
    body: object,
    signal: AbortSignal | undefined,
  ): ShopAnswer<Taken> => {
    const answer = await client.call(method, body, PlacesChangedAnswer, once(signal));
    if (!answer.ok) return answer;
    const { task_id: task, error_containers } = answer.value;
    return ok({ task, refusal: error_containers.map(({ error_message }) => error_message).join(' · ') });
  };

  return {
    listPlaces,
    getPlace,

    async createPlace({ warehouse, kind, isSorted }, signal) {
      const since = now() - CLOCKS_MS;
      const before = await listPlaces(since, signal);
      if (!before.ok) return before;
      const body = {
        ...{ warehouse_id: wireId(warehouse), cargo_type: kind, containers_count: 1 },
        sort_type: isSorted ? 'sort' : 'non-sort',
      };
      const answer = await client.call(METHOD.cargoCreate, body, PlacesCreatedAnswer, once(signal));
      const [made] = answer.ok ? answer.value.container_ids : [];
      if (made !== undefined) return ok(made);
      const error: ShopFailure = answer.ok
        ? { code: 'unknown', detail: 'no place in the answer' }
        : answer.error;
      if (error.code !== 'unknown') return err(error);
      const after = await listPlaces(since, signal);
      if (!after.ok) return err(error);
      const known = new Set(before.value.map(({ id }) => id));
      const fresh = after.value.filter(
        (place) =>
          !known.has(place.id) &&
          place.warehouse === warehouse &&
          place.kind === kind &&
          place.isSorted === isSorted,
      );
      const [only, ...others] = fresh;
      if (only === undefined) return err({ code: 'retry', afterMs: null, detail: error.detail });
      return others.length === 0 ? ok(only.id) : err(error);
    },

    fill(id, number, isIn, signal) {
      const method = isIn ? METHOD.cargoFill : METHOD.cargoTakeOut;
      const send = async (): ShopAnswer<Taken> => {
        const body = { container_id: wireId(id), posting_numbers: [number] };
        const answer = await client.call(method, body, FilledAnswer, once(signal));
        if (!answer.ok) return answer;
        const { task_id: task, error_postings } = answer.value;
        return ok({ task, refusal: error_postings.map(({ error_message }) => error_message).join(' · ') });
      };
      return change(id, ({ numbers }) => numbers.includes(number) === isIn, send, signal);
    },

    stack(pallet, box, isOn, signal) {
      const body = { parent_container_id: wireId(pallet), child_container_ids: [box] };
      const method = isOn ? METHOD.cargoPutOn : METHOD.cargoTakeOff;
      return change(
        pallet,
        ({ boxes }) => boxes.includes(box) === isOn,
        () => changed(method, body, signal),
        signal,
      );
    },

    approve(id, signal) {
      const isSo = ({ status }: CargoPlace) => status === 'approved' || status === 'accepting';
      const send = () => changed(METHOD.cargoApprove, { container_ids: [id] }, signal);
      return change(id, isSo, send, signal);
    },

    cancel(id, signal) {
      const send = () => changed(METHOD.cargoCancel, { container_ids: [id] }, signal);
      return change(id, ({ status }) => status === 'ended', send, signal);
    },

    async getLabel(id, signal) {
      const body = { container_ids: [id] };
      const answer = await client.call(METHOD.cargoLabel, body, CargoLabelAnswer, reading(signal));
      if (!answer.ok) return notReadyOr(answer.error);
      const [trouble] = answer.value.error_containers;
      if (answer.value.content === '' && trouble !== undefined)
        return err({ code: 'refused', shopCode: 'NO_LABEL', detail: trouble.error_message });
      return pdfOf(answer.value.content);
    },

    async getDocument(id, signal) {
      const body = { container_ids: [id] };
      const answer = await client.call(METHOD.cargoDocument, body, CargoDocumentAnswer, reading(signal));
      return answer.ok ? pdfOf(answer.value.file_content) : notReadyOr(answer.error);
    },
  };
}

function refusalOf({ task, refusal }: Taken): ShopFailure | null {
  if (refusal !== '') return { code: 'refused', shopCode: 'NOT_TAKEN', detail: refusal };
  return task === null ? { code: 'unknown', detail: 'no task in the answer' } : null;
}

function notReadyOr(error: ShopFailure): Awaited<ShopAnswer<LabelState>> {
  return NOT_READY.test(error.detail) ? ok({ state: 'not-ready' }) : err(error);
}

function pdfOf(base64: string): Awaited<ShopAnswer<LabelState>> {
  return base64 === ''
    ? ok({ state: 'not-ready' })
    : checkedPdf(new Uint8Array(Buffer.from(base64, 'base64')));
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
