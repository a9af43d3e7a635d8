/** A family of ten products: names in three languages, size, weight and price around which they vary. */
export interface ProductKind {
  readonly id: string;
  readonly ru: string;
  readonly en: string;
  readonly zh: string;
  readonly specs: readonly string[];
  readonly sizeMm: readonly [length: number, width: number, height: number];
  readonly weightG: number;
  readonly priceRub: number;
  /** How many of the ten need a marking code. */
  readonly marked: number;
}

function kind(
  id: string,
  names: readonly [ru: string, en: string, zh: string],
  specs: readonly string[],
  sizeMm: readonly [number, number, number],
  weightG: number,
  priceRub: number,
  marked = 0,
): ProductKind {
  return { id, ru: names[0], en: names[1], zh: names[2], specs, sizeMm, weightG, priceRub, marked };
}

/** The twenty families of the catalogue. */
export const PRODUCT_KINDS: readonly ProductKind[] = [
  kind(
    'mug',
    ['Кружка керамическая', 'Ceramic mug', '陶瓷马克杯'],
    ['300 ml', '350 ml', '450 ml'],
    [130, 110, 100],
    380,
    450,
  ),
  kind(
    'thermos',
    ['Термос вакуумный', 'Vacuum flask', '真空保温杯'],
    ['0.5 L', '0.75 L'],
    [270, 80, 80],
    420,
    1290,
  ),
  kind(
    'book',
    ['Книга рецептов', 'Cookbook', '家常菜谱'],
    ['vol. 1', 'vol. 2', 'vol. 3'],
    [215, 145, 22],
    360,
    690,
  ),
  kind(
    'tshirt',
    ['Футболка хлопковая', 'Cotton T-shirt', '纯棉T恤'],
    ['S', 'M', 'L', 'XL'],
    [280, 220, 25],
    190,
    990,
  ),
  kind(
    'socks',
    ['Носки, 3 пары', 'Socks, 3 pairs', '袜子三双装'],
    ['36-39', '40-42', '43-46'],
    [180, 90, 40],
    95,
    390,
  ),
  kind(
    'sneakers',
    ['Кроссовки беговые', 'Running shoes', '跑步鞋'],
    ['38', '41', '43'],
    [330, 210, 120],
    920,
    4590,
    8,
  ),
  kind(
    'perfume',
    ['Туалетная вода', 'Eau de toilette', '淡香水'],
    ['30 ml', '50 ml', '75 ml'],
    [130, 60, 50],
    210,
    2490,
    7,
  ),
  kind(
    'headphones',
    ['Наушники беспроводные', 'Wireless headphones', '无线头戴耳机'],
    ['BT5', 'BT6'],
    [200, 180, 85],
    320,
    3490,
  ),
  kind(
    'phonecase',
    ['Чехол для смартфона', 'Phone case', '手机保护壳'],
    ['6.1"', '6.5"', '6.7"'],
    [180, 100, 15],
    45,
    590,
  ),
  kind('lamp', ['Лампа настольная', 'Desk lamp', '台灯'], ['E14', 'E27'], [360, 200, 180], 1150, 2190),
  kind(
    'notebook',
    ['Тетрадь А5 в клетку', 'A5 notebook', 'A5笔记本'],
    ['96 p.', '160 p.'],
    [210, 148, 15],
    240,
    290,
  ),
  kind(
    'shampoo',
    ['Шампунь увлажняющий', 'Moisturising shampoo', '滋润洗发水'],
    ['250 ml', '400 ml'],
    [210, 70, 45],
    440,
    410,
  ),
  kind(
    'toycar',
    ['Машинка инерционная', 'Friction toy car', '惯性玩具车'],
    ['1:32', '1:24'],
    [250, 120, 110],
    380,
    890,
  ),
  kind(
    'bear',
    ['Медведь плюшевый', 'Plush bear', '毛绒小熊'],
    ['30 cm', '40 cm'],
    [300, 220, 180],
    350,
    1190,
  ),
  kind(
    'kettle',
    ['Чайник электрический', 'Electric kettle', '电热水壶'],
    ['1.5 L', '1.7 L'],
    [260, 220, 230],
    1300,
    2390,
  ),
  kind(
    'pan',
    ['Сковорода с покрытием', 'Non-stick frying pan', '不粘煎锅'],
    ['24 cm', '26 cm', '28 cm'],
    [450, 270, 70],
    1250,
    1890,
  ),
  kind(
    'backpack',
    ['Рюкзак городской', 'City backpack', '双肩背包'],
    ['18 L', '22 L'],
    [420, 300, 120],
    780,
    2990,
  ),
  kind(
    'keyboard',
    ['Клавиатура механическая', 'Mechanical keyboard', '机械键盘'],
    ['TKL', '98 keys'],
    [450, 150, 40],
    920,
    4190,
  ),
  kind('tea', ['Чай листовой', 'Loose leaf tea', '散装茶叶'], ['100 g', '200 g'], [150, 80, 80], 180, 520),
  kind(
    'toolbox',
    ['Ящик для инструментов', 'Tool box', '工具箱'],
    ['19"', '20"'],
    [520, 360, 290],
    3600,
    3290,
  ),
];

/** The ten colours in which each family comes. */
export const PRODUCT_COLOURS: readonly {
  readonly hex: string;
  readonly ru: string;
  readonly en: string;
  readonly zh: string;
}[] = [
  { hex: '#d64545', ru: 'красный', en: 'red', zh: '红色' },
  { hex: '#2f6fd0', ru: 'синий', en: 'blue', zh: '蓝色' },
  { hex: '#2f9e5b', ru: 'зелёный', en: 'green', zh: '绿色' },
  { hex: '#f2b632', ru: 'жёлтый', en: 'yellow', zh: '黄色' },
  { hex: '#7d4fc4', ru: 'фиолетовый', en: 'purple', zh: '紫色' },
  { hex: '#e8772e', ru: 'оранжевый', en: 'orange', zh: '橙色' },
  { hex: '#1f9aa8', ru: 'бирюзовый', en: 'teal', zh: '青色' },
  { hex: '#e07aa8', ru: 'розовый', en: 'pink', zh: '粉色' },
  { hex: '#8a5a3b', ru: 'коричневый', en: 'brown', zh: '棕色' },
  { hex: '#4a5160', ru: 'графитовый', en: 'graphite', zh: '石墨色' },
];

/** Makers' names, by language of the card. */
export const PRODUCT_BRANDS = {
  ru: ['«Берег»', '«Лесная сказка»', 'Тихий Дом', 'ПолюсЪ'],
  en: ['Northlake', 'Plain & Good', 'Harrow', "O'Brien Home"],
  zh: ['山语', '明居', '云朵家', '小满'],
} as const;
