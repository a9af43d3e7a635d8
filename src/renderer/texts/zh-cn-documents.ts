import type { ChineseDocuments } from './text-shape.ts';

/** The window's texts about everything that is printed beside labels, in Chinese. */
export const zhCnDocuments: ChineseDocuments = {
  documents: {
    printing: '正在打印…',
    printed: '已发送到打印机 {{printer}}。',
    empty: '没有可打印的内容。',
    saved: '已保存为文件：{{file}}',
    why: {
      'no-document-printer': '尚未设置文档打印机',
      'wrong-paper': '文档打印机装的是小票纸，此文档需要 A4 纸',
      'not-printed': '打印机没有接收',
    },
    pickFor: '拣货的货件数',
    pickList: '拣货单',
    batchSheet: '拣货车单',
    slip: '装箱单',
    slipOf: '{{posting}} 第 {{n}} 个包裹的装箱单',
    manifest: '打印',
    manifestLabel: '打印交接清单',
    controlSheet: '控制码页',
    sheets: '张贴用的页面',
    printer: '文档打印机',
    printerHint: '装箱单、拣货单、码页和交接清单从这里打印。没有它时保存为文件。',
    printerName: '名称',
    paper: '纸张',
    papers: { a4: 'A4（PDF）', '80mm': '小票 80 毫米（ESC/POS）', '58mm': '小票 58 毫米（ESC/POS）' },
    slipWithEachPackage: '每个包裹附一张装箱单',
    slipWithEachPackageHint: '与面单同时打印。',
    testPrinted: '已发送测试页：请看是否打印出来',
    labelFrom: '由打印机 {{printer}} 打印',
  },
};
