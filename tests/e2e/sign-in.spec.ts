import { expect, test } from './bench/bench-test.ts';
import { leadPin } from './bench/bench-window.ts';
import { SignInPage } from './pages/sign-in-page.ts';

test.use({ wish: { isSignedIn: false } });

test('a badge signs in; without one nothing is packed', async ({ bench, packing }) => {
  const signIn = new SignInPage(bench.page);
  await expect(signIn.screen).toBeVisible();
  const [number = ''] = await bench.shop.add({ shape: 'single' });
  await packing.isKnown(number);
  expect((await packing.scan(number)).code).toBe('nobody-signed-in');
  expect((await packing.scan('PB-BADGE-STRANGER')).code).toBe('unknown-badge');
  await expect(signIn.screen).toBeVisible();
  const hello = await packing.scan('PB-BADGE-P1');
  expect(hello).toMatchObject({ kind: 'accepted', code: 'signed-in' });
  expect(hello.sentence).toContain('Anna');
  await expect(signIn.screen).toBeHidden();
  expect((await packing.scan(number)).code).toBe('posting-opened');
});

test('a PIN signs in, a wrong one does not, and a badge scanned over it is no PIN', async ({
  bench,
  packing,
}) => {
  const signIn = new SignInPage(bench.page);
  await signIn.choose('L1');
  await signIn.typePin('1111');
  await expect(bench.page.getByText('That PIN is not right')).toBeVisible();
  await signIn.typePin(leadPin);
  await expect(signIn.person('Oleg')).toBeVisible();
  await signIn.signOut('Oleg');
  await expect(signIn.screen).toBeVisible();
  await signIn.choose('L1');
  expect((await packing.scan('PB-BADGE-P1')).code).toBe('signed-in');
  await expect(signIn.person('Anna')).toBeVisible();
});
