import type { RussianDocuments } from './text-shape.ts';

/** The window's texts about what is printed: documents, and labels that are not well, in Russian. */
export const ruDocuments: RussianDocuments = {
  documents: {
    printing: 'Печать…',
    printed: 'Отправлено на принтер {{printer}}.',
    empty: 'Печатать нечего.',
    saved: 'Документ в файле: {{file}}',
    why: {
      'no-document-printer': 'Принтер документов не настроен',
      'wrong-paper': 'В принтере документов чековая лента, а нужен лист A4',
      'not-printed': 'Принтер не принял документ',
    },
    pickFor: 'На сколько отправлений',
    pickList: 'Лист подбора',
    batchSheet: 'Лист тележки',
    slip: 'Вложение',
    slipOf: 'Лист вложения {{posting}}, место {{n}}',
    manifest: 'Печать',
    manifestLabel: 'Напечатать реестр',
    controlSheet: 'Лист управляющих кодов',
    sheets: 'Листы на стену',
    printer: 'Принтер документов',
    printerHint:
      'Здесь выходят листы вложения и подбора, листы кодов и реестр. Без него они сохраняются в файлы.',
    printerName: 'Название',
    paper: 'Бумага',
    papers: { a4: 'Листы A4 (PDF)', '80mm': 'Чек 80 мм (ESC/POS)', '58mm': 'Чек 58 мм (ESC/POS)' },
    slipWithEachPackage: 'Лист вложения к каждой посылке',
    slipWithEachPackageHint: 'Выходит вместе с этикеткой.',
    testPrinted: 'Пробная страница отправлена: посмотрите, вышла ли она',
    labelFrom: 'с принтера {{printer}}',
  },
  labelProblem: {
    'pdf-broken': 'Файл магазина повреждён.',
    'pdf-too-large': 'Файл магазина слишком большой.',
    'pdf-page-count': 'В файле магазина должна быть одна страница, а их другое число.',
    'pdf-wrong-size': 'Она больше этикеток во всех принтерах этого стола. Заправьте этикетки крупнее.',
    'code-lost':
      'Один из штрихкодов не читается так, как его печатает этот принтер. Поможет принтер с более мелкими точками.',
    'label-unreadable': 'На ней не читается ни один штрихкод.',
    'label-of-another': 'Ничто на ней не относится к этому отправлению.',
    'label-contradicts': 'На ней код этого отправления и код чужого.',
    'barcode-invalid': 'Такой номер нельзя записать штрихкодом.',
    'barcode-too-large': 'Штрихи не помещаются на этикетку. Заправьте этикетки крупнее.',
    other: 'Причина: {{code}}',
    emptied: 'Принтер выключен и включён снова',
    worn: 'Штрихи на пределе для изношенной головки. Если этикетка не читается, почистите головку или убавьте темноту.',
  },
};
