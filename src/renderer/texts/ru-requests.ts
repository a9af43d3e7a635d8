import type { RussianRequests } from './text-shape.ts';

export const ruRequests: RussianRequests = {
  requests: {
    dueAt: 'Магазин решит сам: {{at}}',
  },
};
