/** The bench's own labels that can be drawn with made-up contents, to see how they look. */
export const sampleNames = ['test', 'badge', 'sscc', 'contents'] as const;
export type SampleName = (typeof sampleNames)[number];
