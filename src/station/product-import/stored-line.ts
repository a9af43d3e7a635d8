import { z } from 'zod';
import { findingCodes, type ImportFinding } from '#domain/catalogue/import-finding.ts';
import { currencies, type ProductCard, vatShares } from '#domain/catalogue/product-card.ts';
import { fixedColumns, type SheetColumn } from '#domain/catalogue/sheet-column.ts';
import type { ShopComplaint } from '../shop/product-import-port.ts';

const column = z.union([z.enum(fixedColumns), z.templateLiteral(['a:', z.string()])]);

const Card = z.object({
  ...{ article: z.string(), name: z.string(), price: z.string(), oldPrice: z.string().nullable() },
  ...{ currency: z.enum(currencies), vat: z.enum(vatShares), barcode: z.string(), weightG: z.number() },
  ...{ lengthMm: z.number(), widthMm: z.number(), heightMm: z.number(), pictures: z.array(z.string()) },
  attributes: z.array(
    z.object({
      id: z.string(),
      values: z.array(z.object({ id: z.string().nullable(), text: z.string() })),
    }),
  ),
});
const Findings = z.array(
  z.object({
    ...{ row: z.int(), column, code: z.enum(findingCodes) },
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
);
const Complaints = z.array(
  z.object({ code: z.string(), words: z.string(), about: z.string(), isError: z.boolean() }),
);
const Cells = z.array(z.tuple([column, z.string()]));
const Columns = z.array(z.object({ column, name: z.string(), title: z.string() }));

/** A column of a file: its key, what it is called, and its title in a template. */
export type StoredColumn = z.infer<typeof Columns>[number];

/** The card that a line makes. Throws where the database holds something else, which is a bug. */
export function storedCard(text: string): ProductCard {
  return Card.parse(JSON.parse(text));
}

/** What we found wrong with a line. */
export function storedFindings(text: string): readonly ImportFinding[] {
  return Findings.parse(JSON.parse(text));
}

/** What the shop found wrong with a line. */
export function storedComplaints(text: string): readonly ShopComplaint[] {
  return Complaints.parse(JSON.parse(text));
}

/** What a line's cells say. */
export function storedCells(text: string): ReadonlyMap<SheetColumn, string> {
  return new Map(Cells.parse(JSON.parse(text)));
}

/** The columns of a file. */
export function storedColumns(text: string): readonly StoredColumn[] {
  return Columns.parse(JSON.parse(text));
}
