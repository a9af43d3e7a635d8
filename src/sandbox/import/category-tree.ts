import type { Words } from './words.ts';

/** A kind of goods that a card can be made of. `traits` say which attributes it has beside those of all goods. */
export interface ProductType {
  readonly id: number;
  readonly categoryId: number;
  readonly words: Words;
  readonly traits: readonly Trait[];
  readonly isDisabled: boolean;
}

export type Trait = 'clothes' | 'electric' | 'food' | 'toy' | 'material';

export interface SubCategory {
  readonly id: number;
  readonly words: Words;
  readonly types: readonly ProductType[];
}

export interface TopCategory {
  readonly id: number;
  readonly words: Words;
  readonly categories: readonly SubCategory[];
}

type Plan = readonly [Words, readonly (readonly [Words, readonly Trait[], readonly Words[]])[]];

/** Invented: the marketplace's own tree has thousands of types. */
const PLANS: readonly Plan[] = [
  [
    ['Дом и сад', 'Home and garden', '家居园艺'],
    [
      [
        ['Посуда', 'Tableware', '餐具'],
        ['material'],
        [
          ['Кружка', 'Mug', '马克杯'],
          ['Тарелка', 'Plate', '盘子'],
          ['Сковорода', 'Frying pan', '煎锅'],
          ['Термос', 'Vacuum flask', '保温杯'],
          ['Нож кухонный', 'Kitchen knife', '厨刀'],
        ],
      ],
      [
        ['Освещение', 'Lighting', '照明'],
        ['electric', 'material'],
        [
          ['Лампа настольная', 'Desk lamp', '台灯'],
          ['Торшер', 'Floor lamp', '落地灯'],
          ['Гирлянда', 'String lights', '彩灯串'],
        ],
      ],
      [
        ['Хранение вещей', 'Storage', '收纳'],
        ['material'],
        [
          ['Коробка для хранения', 'Storage box', '收纳盒'],
          ['Вешалка', 'Hanger', '衣架'],
        ],
      ],
    ],
  ],
  [
    ['Электроника', 'Electronics', '电子产品'],
    [
      [
        ['Аксессуары', 'Accessories', '配件'],
        ['electric'],
        [
          ['Наушники', 'Headphones', '耳机'],
          ['Зарядное устройство', 'Charger', '充电器'],
          ['Кабель', 'Cable', '数据线'],
          ['Чехол для телефона', 'Phone case', '手机壳'],
        ],
      ],
      [
        ['Техника для кухни', 'Kitchen appliances', '厨房电器'],
        ['electric', 'material'],
        [
          ['Чайник электрический', 'Electric kettle', '电热水壶'],
          ['Тостер', 'Toaster', '烤面包机'],
          ['Блендер', 'Blender', '搅拌机'],
        ],
      ],
    ],
  ],
  [
    ['Одежда и обувь', 'Clothes and shoes', '服装鞋履'],
    [
      [
        ['Одежда', 'Clothes', '服装'],
        ['clothes', 'material'],
        [
          ['Футболка', 'T-shirt', 'T恤'],
          ['Носки', 'Socks', '袜子'],
          ['Толстовка', 'Hoodie', '卫衣'],
          ['Шапка', 'Beanie', '毛线帽'],
        ],
      ],
      [
        ['Обувь', 'Shoes', '鞋履'],
        ['clothes', 'material'],
        [
          ['Кроссовки', 'Trainers', '运动鞋'],
          ['Тапочки', 'Slippers', '拖鞋'],
        ],
      ],
    ],
  ],
  [
    ['Детские товары', 'For children', '儿童用品'],
    [
      [
        ['Игрушки', 'Toys', '玩具'],
        ['toy', 'material'],
        [
          ['Машинка', 'Toy car', '玩具车'],
          ['Мягкая игрушка', 'Plush toy', '毛绒玩具'],
          ['Пазл', 'Puzzle', '拼图'],
        ],
      ],
    ],
  ],
  [
    ['Продукты', 'Food', '食品'],
    [
      [
        ['Чай и кофе', 'Tea and coffee', '茶与咖啡'],
        ['food'],
        [
          ['Чай листовой', 'Loose leaf tea', '散装茶'],
          ['Кофе в зёрнах', 'Coffee beans', '咖啡豆'],
        ],
      ],
      [['Лекарства', 'Medicines', '药品'], ['food'], [['Лекарственное средство', 'Medicine', '药物']]],
    ],
  ],
];

const FIRST_CATEGORY = 17_028_900;
const FIRST_TYPE = 92_500;
const DISABLED = 'Medicines';

/** The tree of this shop: categories, sub-categories, and the types in them. */
export const CATEGORY_TREE: readonly TopCategory[] = makeTree();

/** Types by their id. */
export const PRODUCT_TYPES: ReadonlyMap<number, ProductType> = new Map(
  CATEGORY_TREE.flatMap(({ categories }) => categories)
    .flatMap(({ types }) => types)
    .map((type) => [type.id, type]),
);

function makeTree(): readonly TopCategory[] {
  let category = FIRST_CATEGORY;
  let typeId = FIRST_TYPE;
  return PLANS.map(([words, subs]) => {
    category += 1;
    const id = category;
    const categories = subs.map(([subWords, traits, types]) => {
      category += 1;
      const categoryId = category;
      return {
        ...{ id: categoryId, words: subWords },
        types: types.map((typeWords) => {
          typeId += 1;
          const isDisabled = subWords[1] === DISABLED;
          return { id: typeId, categoryId, words: typeWords, traits, isDisabled };
        }),
      };
    });
    return { id, words, categories };
  });
}
