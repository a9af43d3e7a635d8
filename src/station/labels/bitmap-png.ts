import { crc32, deflateSync } from 'node:zlib';
import { type Bitmap, bytesPerRow } from '#domain/labels/bitmap.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/**
 * A bitmap as a 1-bit grey PNG (ISO/IEC 15948), for previews and for the demo's output. `dpi` is written as the
 * picture's resolution, so that it prints at its true size.
 */
export function bitmapPng(bitmap: Bitmap, dpi: number): Uint8Array {
  const stride = bytesPerRow(bitmap.widthDots);
  // In PNG a grey of 1 is white: every row is inverted, after its filter byte 0.
  const raw = new Uint8Array((stride + 1) * bitmap.heightDots);
  for (let y = 0; y < bitmap.heightDots; y += 1) {
    for (let x = 0; x < stride; x += 1) raw[y * (stride + 1) + 1 + x] = ~(bitmap.rows[y * stride + x] ?? 0);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(bitmap.widthDots, 0);
  header.writeUInt32BE(bitmap.heightDots, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const resolution = Buffer.alloc(9);
  const perMetre = Math.round(dpi === 203 ? 8000 : (dpi / 25.4) * 1000);
  resolution.writeUInt32BE(perMetre, 0);
  resolution.writeUInt32BE(perMetre, 4);
  resolution.writeUInt8(1, 8);
  const parts = [
    SIGNATURE,
    chunk('IHDR', header),
    chunk('pHYs', resolution),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', new Uint8Array(0)),
  ];
  return new Uint8Array(Buffer.concat(parts));
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
