import { PRODUCT_TYPES } from './category-tree.ts';
import type { Words } from './words.ts';

/** An allowed value of an attribute. */
export interface DictionaryValue {
  readonly id: number;
  readonly words: Words;
}

/** An attribute's allowed values, by the dictionary's id; sorted by value id. */
export type Dictionary = readonly DictionaryValue[];

export const BRANDS = 28_732_849;
export const COLOURS = 1494;
export const COUNTRIES = 1935;
export const MATERIALS = 1507;
export const SIZES = 1523;
export const SEXES = 1517;
export const TYPES = 1960;

const SAME = (word: string): Words => [word, word, word];

function numbered(first: number, all: readonly Words[]): Dictionary {
  return all.map((words, index) => ({ id: first + index, words }));
}

/** Twelve thousand makers' names out of syllables: too many to be read as a whole. */
function brands(): Dictionary {
  const starts =
    'Al Be Cor Da El Fa Gra Hel In Jo Ka Lu Mi Nor O Pri Qua Ro Sa Ti Ur Va We Xe Yo Ze Bri Cle Dro Flo';
  const middles = 'ba ce di fo gu ha li mo nu pa ra se ti vo xa zu bri dro lle nna';
  const ends = 'n r s x l m t k ra na lo vo dis tex mark line dom home kit ora';
  const names = starts
    .split(' ')
    .flatMap((start) =>
      middles.split(' ').flatMap((middle) => ends.split(' ').map((end) => start + middle + end)),
    );
  return numbered(971_000_000, [
    ['Нет бренда', 'No brand', '无品牌'],
    ['«Берег»', '«Берег»', '«Берег»'],
    SAME('Northlake'),
    ...names.map(SAME),
  ]);
}

const COLOUR_WORDS: readonly Words[] = [
  ['белый', 'white', '白色'],
  ['чёрный', 'black', '黑色'],
  ['серый', 'grey', '灰色'],
  ['красный', 'red', '红色'],
  ['синий', 'blue', '蓝色'],
  ['голубой', 'light blue', '浅蓝色'],
  ['зелёный', 'green', '绿色'],
  ['жёлтый', 'yellow', '黄色'],
  ['оранжевый', 'orange', '橙色'],
  ['розовый', 'pink', '粉色'],
  ['фиолетовый', 'purple', '紫色'],
  ['коричневый', 'brown', '棕色'],
  ['бежевый', 'beige', '米色'],
  ['бирюзовый', 'turquoise', '青绿色'],
  ['золотой', 'gold', '金色'],
  ['серебристый', 'silver', '银色'],
];

const COUNTRY_WORDS: readonly Words[] = [
  ['Россия', 'Russia', '俄罗斯'],
  ['Китай', 'China', '中国'],
  ['Беларусь', 'Belarus', '白俄罗斯'],
  ['Казахстан', 'Kazakhstan', '哈萨克斯坦'],
  ['Турция', 'Turkey', '土耳其'],
  ['Индия', 'India', '印度'],
  ['Вьетнам', 'Vietnam', '越南'],
  ['Узбекистан', 'Uzbekistan', '乌兹别克斯坦'],
  ['Германия', 'Germany', '德国'],
  ['Италия', 'Italy', '意大利'],
];

const MATERIAL_WORDS: readonly Words[] = [
  ['Керамика', 'Ceramic', '陶瓷'],
  ['Стекло', 'Glass', '玻璃'],
  ['Нержавеющая сталь', 'Stainless steel', '不锈钢'],
  ['Пластик', 'Plastic', '塑料'],
  ['Дерево', 'Wood', '木材'],
  ['Хлопок', 'Cotton', '棉'],
  ['Шерсть', 'Wool', '羊毛'],
  ['Полиэстер', 'Polyester', '涤纶'],
  ['Кожа', 'Leather', '皮革'],
  ['Резина', 'Rubber', '橡胶'],
];

const SEX_WORDS: readonly Words[] = [
  ['Мужской', 'Men', '男'],
  ['Женский', 'Women', '女'],
  ['Мальчики', 'Boys', '男童'],
  ['Девочки', 'Girls', '女童'],
];

/** All dictionaries by id. */
export const DICTIONARIES: ReadonlyMap<number, Dictionary> = new Map([
  [BRANDS, brands()],
  [COLOURS, numbered(61_571, COLOUR_WORDS)],
  [COUNTRIES, numbered(90_290, COUNTRY_WORDS)],
  [MATERIALS, numbered(62_010, MATERIAL_WORDS)],
  [
    SIZES,
    numbered(
      35_801,
      ['XS', 'S', 'M', 'L', 'XL', 'XXL', '36', '37', '38', '39', '40', '41', '42', '43', '44', '45'].map(
        SAME,
      ),
    ),
  ],
  [SEXES, numbered(22_880, SEX_WORDS)],
  [TYPES, [...PRODUCT_TYPES.values()].map(({ id, words }) => ({ id, words }))],
]);
