import type { ProductType, Trait } from './category-tree.ts';
import { BRANDS, COLOURS, COUNTRIES, MATERIALS, SEXES, SIZES, TYPES } from './dictionaries.ts';
import type { Words } from './words.ts';

/** A characteristic of a card. */
export interface Attribute {
  readonly id: number;
  readonly words: Words;
  readonly about: Words;
  readonly type: 'String' | 'multiline' | 'Integer' | 'Decimal' | 'Boolean' | 'URL';
  /** 0: free text. */
  readonly dictionary: number;
  readonly isRequired: boolean;
  readonly isAspect: boolean;
  /** How many values it takes; 1 for a single one. */
  readonly valuesMax: number;
  /** Not 0: a part of another attribute. */
  readonly complexId: number;
}

type Plan = Pick<Attribute, 'id' | 'words'> & Partial<Attribute>;

function attribute(plan: Plan): Attribute {
  return {
    ...{
      about: ['', '', ''],
      type: 'String',
      dictionary: 0,
      isRequired: false,
      isAspect: false,
      valuesMax: 1,
      complexId: 0,
    },
    ...plan,
  };
}

const TYPE = attribute({ id: 8229, words: ['Тип', 'Type', '类型'], dictionary: TYPES, isRequired: true });

const OF_ALL: readonly Attribute[] = [
  attribute({
    ...{ id: 85, words: ['Бренд', 'Brand', '品牌'], dictionary: BRANDS, isRequired: true },
    about: [
      'Как на упаковке; без бренда: «Нет бренда».',
      'As on the package; "No brand" without one.',
      '与包装一致；没有品牌请选“无品牌”。',
    ],
  }),
  TYPE,
  attribute({ id: 4180, words: ['Название', 'Name', '名称'] }),
  attribute({
    ...{ id: 9048, words: ['Название модели', 'Model name', '型号名称'], isRequired: true },
    about: [
      'Одинаковое у вариантов одной модели.',
      'The same for all variants of a model.',
      '同一款式的各变体填写相同。',
    ],
  }),
  attribute({
    id: 10_096,
    words: ['Цвет товара', 'Colour', '商品颜色'],
    dictionary: COLOURS,
    isAspect: true,
    valuesMax: 3,
  }),
  attribute({
    id: 4389,
    words: ['Страна-изготовитель', 'Country of origin', '原产国'],
    dictionary: COUNTRIES,
  }),
  attribute({ id: 4191, words: ['Аннотация', 'Description', '描述'], type: 'multiline' }),
  attribute({
    id: 8513,
    words: ['Количество в упаковке, шт', 'Pieces per pack', '每包件数'],
    type: 'Integer',
  }),
  attribute({ id: 11_254, words: ['Ссылка на инструкцию', 'Link to the manual', '说明书链接'], type: 'URL' }),
  attribute({
    id: 21_841,
    words: ['Видео: ссылка', 'Video: link', '视频：链接'],
    type: 'URL',
    complexId: 100_001,
  }),
];

const OF_TRAIT: Readonly<Record<Trait, readonly Attribute[]>> = {
  clothes: [
    attribute({
      id: 4295,
      words: ['Размер', 'Size', '尺码'],
      dictionary: SIZES,
      isRequired: true,
      isAspect: true,
      valuesMax: 2,
    }),
    attribute({ id: 9163, words: ['Пол', 'Sex', '性别'], dictionary: SEXES, isRequired: true, valuesMax: 4 }),
  ],
  electric: [
    attribute({
      id: 5092,
      words: ['Мощность, Вт', 'Power, W', '功率，瓦'],
      type: 'Decimal',
      isRequired: true,
    }),
    attribute({
      id: 5094,
      words: ['Работает от аккумулятора', 'Runs on a battery', '电池供电'],
      type: 'Boolean',
    }),
  ],
  food: [
    attribute({
      id: 8205,
      words: ['Срок годности, дней', 'Shelf life, days', '保质期，天'],
      type: 'Integer',
      isRequired: true,
    }),
  ],
  toy: [
    attribute({
      id: 7300,
      words: ['Возраст от, лет', 'From age, years', '适用年龄（岁）'],
      type: 'Integer',
      isRequired: true,
    }),
  ],
  material: [
    attribute({ id: 6383, words: ['Материал', 'Material', '材质'], dictionary: MATERIALS, valuesMax: 5 }),
  ],
};

/** The characteristics of a type's cards. */
export function attributesOf({ traits }: Pick<ProductType, 'traits'>): readonly Attribute[] {
  return [...OF_ALL, ...traits.flatMap((trait) => OF_TRAIT[trait])];
}
