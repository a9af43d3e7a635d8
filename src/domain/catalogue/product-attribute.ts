/** What a value of a characteristic may be. `other` is a kind that this version does not know; it is sent as text. */
export const attributeKinds = ['text', 'integer', 'decimal', 'boolean', 'url', 'other'] as const;
export type AttributeKind = (typeof attributeKinds)[number];

/** A characteristic that the shop wants of a kind of goods. */
export type ProductAttribute = {
  readonly id: string;
  readonly name: string;
  /** The shop's own explanation, "" where it gives none. */
  readonly about: string;
  readonly kind: AttributeKind;
  readonly isRequired: boolean;
  /** How many values it takes: 1 or more, null where the shop names no bound. */
  readonly valuesMax: number | null;
  /** Its values come from a list of the shop's. */
  readonly hasList: boolean;
};

/** A value that the shop allows for a characteristic. */
export type AllowedValue = { readonly id: string; readonly text: string };

/** The values that are known of a characteristic; not `isAll` where the shop's list is too long to be read as a whole. */
export type AllowedValues = { readonly values: readonly AllowedValue[]; readonly isAll: boolean };
