/** Families of scanners whose menus and manuals share their words. */
export const scannerFamilies = ['zebra', 'honeywell', 'datalogic', 'newland'] as const;
export type ScannerFamily = (typeof scannerFamilies)[number];

/**
 * The settings of the test sheet as each family's manual and tool call them, in the order of the sheet: interface, suffix,
 * symbology identifier, separator, Caps Lock. Makers write them in English in every country.
 */
export const familyWords: Readonly<
  Record<ScannerFamily, { readonly name: string; readonly words: readonly string[] }>
> = {
  zebra: {
    name: 'Zebra / Symbol (123Scan)',
    words: [
      'USB Device Type: CDC COM Port Emulation, or HID Keyboard Emulation with North American Standard',
      'Scan Options: <DATA> <SUFFIX>, suffix value Enter (7013)',
      'Transmit Code ID Character: AIM Code ID Character',
      'GS1-128 and GS1 Data Matrix: enable; Function Key Mapping / FN1 Substitution: GS (0x1D)',
      'Override Caps Lock Key: disable; Emulate Keypad: disable',
    ],
  },
  honeywell: {
    name: 'Honeywell (EZConfig)',
    words: [
      'USB Serial (CDC), or USB Keyboard with Country: USA',
      'Add CR Suffix (All Symbologies)',
      'Add AIM Code I.D. Prefix (All Symbologies)',
      'Keyboard Function Relationships: Control + ASCII Mode On, so that GS is Ctrl+]',
      'Keyboard Conversion: off; Caps Lock: normal',
    ],
  },
  datalogic: {
    name: 'Datalogic (Aladdin)',
    words: [
      'Interface: USB-COM-STD, or USB-Keyboard with Country Mode: U.S.',
      'Global Suffix: 0x0D',
      'AIM ID: Enable for All Symbologies',
      'USB Keyboard Send Control Characters: Ctrl+Keyboard (01)',
      'Caps Lock State: Caps Lock OFF',
    ],
  },
  newland: {
    name: 'Newland, Mindeo, Mertech, Atol',
    words: [
      'USB COM Port Emulation, or USB HID-KBW with Country: U.S.',
      'Terminating Character Suffix: CR',
      'AIM ID Prefix: enable',
      'Control Character Output: Ctrl Mode; GS1 Data Matrix and FNC1: output as GS',
      'Convert Case: no; Caps Lock: ignore',
    ],
  },
};
