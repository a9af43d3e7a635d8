/** The label printer that a bench is thought to have until somebody says otherwise. */
export const usualPrinter = { language: 'zpl', dpi: 203, widthMm: 75, heightMm: 120 } as const;
