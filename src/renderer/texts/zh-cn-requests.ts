import type { ChineseRequests } from './text-shape.ts';

export const zhCnRequests: ChineseRequests = {
  requests: {
    dueAt: '店铺将自动决定：{{at}}',
  },
};
