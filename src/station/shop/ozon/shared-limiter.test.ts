import { expect, it } from 'vitest';
import { sharedLimiter } from './shared-limiter.ts';

it('everything that calls for one Client-Id goes by one limit, other accounts by their own', () => {
  const limiter = sharedLimiter('https://api-seller.ozon.ru', '17');
  expect(sharedLimiter('https://api-seller.ozon.ru/', ' 17')).toBe(limiter);
  expect(sharedLimiter('https://api-seller.ozon.ru', '18')).not.toBe(limiter);
  expect(sharedLimiter('http://127.0.0.1:8090', '17')).not.toBe(limiter);
});
