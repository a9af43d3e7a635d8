import type { LabelTarget } from '#domain/labels/printer-language.ts';
import type { Result } from '#domain/result.ts';
import type { PreparedLabel } from './finish-label.ts';
import type { InterimRequest, LabelProblem, OwnLabelRequest, PrepareRequest } from './prepare-label.ts';

// Between two threads of one program, both ours: the types are trusted, and the thread is spared a schema library.

/** What the workshop asks of its worker. */
export type WorkshopJob =
  | { readonly kind: 'prepare'; readonly id: number; readonly request: PrepareRequest }
  | { readonly kind: 'interim'; readonly id: number; readonly request: InterimRequest }
  | { readonly kind: 'own'; readonly id: number; readonly request: OwnLabelRequest };

/** What the worker is started with: the printer to warm up for. */
export type WorkshopStart = { readonly target: LabelTarget };

/** What the worker answers. */
export type WorkshopReply =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'done';
      readonly id: number;
      readonly result: Result<PreparedLabel, LabelProblem>;
    };
