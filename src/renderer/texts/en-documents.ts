/** The window's texts about everything that is printed beside labels, in English. */
export const enDocuments = {
  documents: {
    printing: 'Printing…',
    printed: 'Sent to the printer {{printer}}.',
    empty: 'There is nothing to print.',
    saved: 'It is in this file: {{file}}',
    why: {
      'no-document-printer': 'No printer for documents is set up',
      'wrong-paper': 'The printer for documents has receipt paper, and this needs A4',
      'not-printed': 'The printer did not take it',
    },
    pickFor: 'For how many postings',
    pickList: 'Pick list',
    batchSheet: 'Cart sheet',
    slip: 'Slip',
    slipOf: 'Packing slip of {{posting}}, package {{n}}',
    manifest: 'Print',
    manifestLabel: 'Print the manifest',
    controlSheet: 'Sheet of control codes',
    sheets: 'Sheets to hang up',
    printer: 'Printer for documents',
    printerHint:
      'Packing slips, pick lists, sheets and the manifest come out here. Without it they become files.',
    printerName: 'Name',
    paper: 'Paper',
    papers: { a4: 'A4 pages (PDF)', '80mm': 'Receipt 80 mm (ESC/POS)', '58mm': 'Receipt 58 mm (ESC/POS)' },
    slipWithEachPackage: 'A packing slip with each package',
    slipWithEachPackageHint: 'It comes out together with the label.',
    testPrinted: 'A test page was sent: look whether it came out',
    labelFrom: 'from printer {{printer}}',
  },
};
