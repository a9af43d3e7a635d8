import { sampleNames } from './sample-names.ts';

/** Everything of the bench's own that can be looked at before it is printed: labels, and what receipt printers print. */
export const previewNames = [...sampleNames, 'interim', 'packing-slip', 'pick-list'] as const;
export type PreviewName = (typeof previewNames)[number];
