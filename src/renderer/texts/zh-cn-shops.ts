import type { ChineseShops } from './text-shape.ts';

export const zhCnShops: ChineseShops = {
  shops: {
    name: '在本工作台的名称',
    nameHint: '简短，与打包员的叫法一致。留空则使用账号名称。',
    further: '另一家店铺',
    connectFurther: '连接另一家店铺',
    keyOf: '为“{{name}}”输入其他密钥',
    changeKey: '输入其他密钥',
    rename: '重命名',
    remove: '移除',
    removeTitle: '将“{{name}}”从本工作台移除？',
    removeAsk: '本工作台将不再为该店铺打包。店铺端不会有任何变化，已打包的内容仍保留在记录中。',
    choose: '店铺',
  },
};
