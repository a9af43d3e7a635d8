import type { BenchFile } from '#contract/bench-file.ts';
import type { Result } from '#domain/result.ts';
import {
  type ControlCode,
  controlSheet as controlsFor,
  toControlText,
} from '#domain/scanning/control-code.ts';
import type { BarcodeInvalid } from '../labels/barcode-modules.ts';
import { controlSheet } from './control-sheet.ts';
import type { DocumentTexts } from './document-texts.ts';

/** The sheet of a bench: every control code, the cartons on its shelf, and the badges of its people; a PDF. */
export async function benchControlSheet(
  { cartons, people }: Pick<BenchFile, 'cartons' | 'people'>,
  texts: DocumentTexts,
  madeAt: number,
): Promise<Result<{ readonly pdf: Uint8Array; readonly codes: number }, BarcodeInvalid>> {
  const controls: ControlCode[] = [
    ...controlsFor(cartons.map((carton) => carton.code)),
    ...people.map((person) => ({ control: 'badge' as const, packer: person.id })),
  ];
  const names = new Map<string, string>(people.map((person) => [person.id, person.name]));
  const sheet = await controlSheet(
    controls.map((control) => ({
      text: toControlText(control),
      caption: captionOf(control, texts.controls, names),
    })),
    texts,
    madeAt,
  );
  return sheet.ok ? { ok: true, value: { pdf: sheet.value, codes: controls.length } } : sheet;
}

function captionOf(
  control: ControlCode,
  captions: DocumentTexts['controls'],
  names: ReadonlyMap<string, string>,
): string {
  if (control.control === 'box') return `${captions.box} ${control.carton}`;
  if (control.control === 'badge') return `${captions.badge} ${names.get(control.packer) ?? control.packer}`;
  return captions[control.control];
}
