import type { ContentsWords } from '#domain/labels/templates/contents-label.ts';
import type { SsccWords } from '#domain/labels/templates/sscc-label.ts';
import type { TestLabelWords } from '#domain/labels/templates/test-label.ts';
import type { Role } from '#domain/packing/actor.ts';
import type { PlainControl } from '#domain/scanning/control-code.ts';
import type { ScannerTest } from '#domain/scanning/scanner-check.ts';
import type { PackageState } from '../../database/schema.ts';

/** The words on everything the bench prints or exports; every language has exactly these keys. */
export type DocumentTexts = {
  readonly manifest: {
    readonly title: string;
    readonly day: string;
    readonly shop: string;
    readonly bench: string;
    readonly made: string;
    readonly page: string;
    readonly of: string;
    readonly total: string;
    readonly packages: string;
    readonly handedOver: string;
    readonly received: string;
    readonly signature: string;
    /** Names of the two sheets, at most 31 characters. */
    readonly sheetPackages: string;
    readonly sheetLines: string;
  };
  readonly columns: {
    readonly position: string;
    readonly posting: string;
    readonly package: string;
    readonly state: string;
    readonly carton: string;
    readonly weightG: string;
    readonly units: string;
    readonly contents: string;
    readonly packer: string;
    readonly packedAt: string;
    readonly cutoffAt: string;
    readonly deliveryMethod: string;
    readonly trackingBarcodes: string;
    readonly shop: string;
    readonly sku: string;
    readonly offerId: string;
    readonly name: string;
    readonly quantity: string;
  };
  readonly slip: {
    readonly title: string;
    readonly posting: string;
    readonly package: string;
    readonly packer: string;
    readonly packed: string;
    readonly total: string;
  };
  readonly pickList: {
    readonly title: string;
    readonly postings: string;
    readonly made: string;
    readonly cutoff: string;
    readonly total: string;
  };
  readonly interim: {
    readonly title: string;
    readonly notice: string;
    readonly bench: string;
    readonly packer: string;
  };
  /** Words of our own labels. */
  readonly templates: {
    readonly test: TestLabelWords;
    readonly sscc: SsccWords;
    readonly contents: ContentsWords;
    readonly roles: Readonly<Record<Role, string>>;
  };
  /** How a package stands. */
  readonly states: Readonly<Record<PackageState, string>>;
  /** What each control code does, for the printed sheet. */
  readonly controls: Readonly<Record<PlainControl | 'box' | 'badge', string>>;
  readonly batchSheet: { readonly title: string };
  readonly scannerSheet: {
    readonly title: string;
    readonly hint: string;
    readonly settingsTitle: string;
    /** What to set at a scanner, one line each. */
    readonly settings: readonly string[];
    readonly tests: Readonly<Record<ScannerTest, string>>;
  };
  readonly controlSheet: {
    readonly title: string;
    readonly hint: string;
    readonly page: string;
    readonly of: string;
  };
};

export const en: DocumentTexts = {
  manifest: {
    title: 'Manifest',
    day: 'Day',
    shop: 'Shop',
    bench: 'Bench',
    made: 'Made',
    page: 'Page',
    of: 'of',
    total: 'Total',
    packages: 'packages',
    handedOver: 'Handed over by',
    received: 'Received by',
    signature: 'name, signature, date and time',
    sheetPackages: 'Packages',
    sheetLines: 'Contents',
  },
  columns: {
    position: 'No.',
    posting: 'Posting',
    package: 'Package',
    state: 'State',
    carton: 'Carton',
    weightG: 'Weight, g',
    units: 'Units',
    contents: 'Contents',
    packer: 'Packer',
    packedAt: 'Packed',
    cutoffAt: 'Cutoff',
    deliveryMethod: 'Delivery method',
    trackingBarcodes: 'Label barcodes',
    shop: 'Shop',
    sku: 'SKU',
    offerId: 'Article',
    name: 'Product',
    quantity: 'Quantity',
  },
  slip: {
    title: 'Packing slip',
    posting: 'Posting',
    package: 'Package',
    packer: 'Packed by',
    packed: 'Packed',
    total: 'Units',
  },
  pickList: {
    title: 'Pick list',
    postings: 'Postings',
    made: 'Made',
    cutoff: 'Cutoff',
    total: 'Units',
  },
  interim: {
    title: 'INTERIM LABEL',
    notice: 'Stick the shop’s label over this one before handover',
    bench: 'Bench',
    packer: 'Packer',
  },
  templates: {
    test: { title: 'TEST LABEL', ruler: 'ruler in mm', wedge: 'bars and checks of 1 to 4 dots' },
    sscc: { from: 'From', to: 'To', posting: 'Posting', weight: 'Weight' },
    contents: { title: 'Contents', more: 'more', units: 'pcs' },
    roles: { packer: 'Packer', lead: 'Shift lead' },
  },
  states: {
    open: 'open',
    packed: 'packed, label owed',
    labelled: 'labelled',
    closed: 'ready',
    void: 'cancelled',
  },
  controls: {
    ok: 'OK: yes, go on',
    no: 'No: leave it as it was',
    undo: 'Undo the last item',
    next: 'Next posting',
    hold: 'Put on hold',
    missing: 'Item is missing',
    damaged: 'Item is damaged',
    split: 'End this package, begin another',
    weigh: 'Weigh again',
    reprint: 'Print the label again',
    box: 'Carton',
    badge: 'Badge',
  },
  batchSheet: { title: 'Picking sheet' },
  scannerSheet: {
    title: 'Scanner test sheet',
    hint: 'In the settings, under Devices, try a scan and scan each code. Print at 100 %.',
    settingsTitle: 'What to set at the scanner',
    settings: [
      'Interface: USB COM (virtual serial port); or USB keyboard with the country set to USA',
      'Suffix (terminator): CR or Enter',
      'Transmit AIM code ID: on',
      'Data Matrix and GS1 Data Matrix, QR, inverse codes: on',
      'Group separator (GS, FNC1): as 0x1D; as a keyboard Ctrl+] (function code mapping)',
      'Caps Lock override: off; ALT mode: only if the layout cannot be fixed',
      'UPC-A: convert to EAN-13; UPC-E: convert to UPC-A; transmit check digits: on',
      'Interleaved 2 of 5: length 14; Code 128 and GS1-128: on',
      'Same-symbol timeout: about 0.5 s; nothing in front of the code, or F9 as a prefix',
    ],
    tests: {
      letters: 'Letters and signs (Code 128)',
      gs1: 'Marking code (GS1 Data Matrix)',
      qr: 'QR code',
      ean13: 'EAN-13',
      upca: 'UPC-A',
      itf14: 'Case code (ITF-14)',
    },
  },
  controlSheet: {
    title: 'Control codes of the packing bench',
    hint: 'Scan a code instead of touching the screen. Print at 100 %, do not fit to page.',
    page: 'Page',
    of: 'of',
  },
};
