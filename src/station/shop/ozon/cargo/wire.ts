import { z } from 'zod';
import { id, list, measure, moment, optionalId, text, unwrapped } from '../wire/fields.ts';

/** The fields of a place that the list and the single one share. */
const place = {
  container_id: id,
  container_number: z
    .int()
    .nullish()
    .transform((value) => value ?? 0),
  cargo_type: text,
  sort_type: text,
  warehouse_id: id,
  warehouse_name: text,
  status: text,
  count_of_postings: z
    .int()
    .nullish()
    .transform((value) => value ?? 0),
  weight: measure,
  created_at: moment,
  available_actions: list(z.string()),
};

/** A place of `/v1/carriage/container/list`. */
export const WirePlace = z.object(place);
export type WirePlace = z.output<typeof WirePlace>;

/** A page of `/v1/carriage/container/list`. */
export const PlacesAnswer = unwrapped(z.object({ containers: list(WirePlace), cursor: text }));

/** The answer of `/v1/carriage/container/get`. */
export const PlaceAnswer = unwrapped(
  z.object({
    ...place,
    parent_container_id: optionalId,
    related_container_ids: list(id),
    postings: list(z.object({ posting_number: z.string().trim().min(1) })),
  }),
);

/** The answer of `/v1/carriage/container/create`. */
export const PlacesCreatedAnswer = unwrapped(z.object({ container_ids: list(id) }));

/** The answer of `/v1/carriage/container/fill` and `remove-postings`. */
export const FilledAnswer = unwrapped(
  z.object({
    task_id: optionalId,
    error_postings: list(z.object({ posting_number: text, error_message: text })),
  }),
);

/** The answer of every other change of a place. */
export const PlacesChangedAnswer = unwrapped(
  z.object({
    task_id: optionalId,
    error_containers: list(z.object({ container_id: optionalId, error_message: text })),
  }),
);

/** The answer of `/v1/carriage/container/task/info`. */
export const CargoTaskAnswer = unwrapped(z.object({ status: text, error_message: text }));

/** The answer of `/v1/carriage/container/label/get`. */
export const CargoLabelAnswer = unwrapped(
  z.object({
    content: z
      .object({ file_content: text })
      .nullish()
      .transform((content) => content?.file_content ?? ''),
    error_containers: list(z.object({ container_id: optionalId, error_message: text })),
  }),
);

/** The answer of `/v1/carriage/container/document/get`. */
export const CargoDocumentAnswer = unwrapped(z.object({ file_content: text }));
