import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './bench/bench-test.ts';
import { lookAt } from './bench/look-at.ts';

const SEND = '/v1/chat/send/message';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function openChats(page: Page): Promise<void> {
  await page.keyboard.press('Alt+Digit6');
  await page.getByTestId('after-sale-tab-chats').click();
}
const field = (page: Page) => page.getByRole('textbox', { name: 'Message' });

test('a buyer’s question is read as plain text and answered once, though the answer to it is lost', async ({
  bench,
  packing,
}) => {
  const { page, shop } = bench;
  const { posting } = await packing.openNew({ shape: 'single' });
  const text = 'Will it fit [this](https://example.com/x)? <img src="x"> **now**';
  const { chat } = await shop.writes(posting, { text });
  await openChats(page);
  const row = page.getByTestId(`chat-${chat}`);
  await expect(row).toContainText('1 new');
  await row.click();
  const messages = page.getByRole('list', { name: 'Messages' });
  await expect(messages).toContainText('<img src="x"> **now**');
  await expect(messages).toContainText('https://example.com/x');
  await expect(messages.locator('a, img')).toHaveCount(0);
  // What is before the eyes counts as read.
  await expect.poll(async () => (await shop.chat(chat)).messages.every(({ isRead }) => isRead)).toBe(true);
  await expect(page.getByTestId('chat-window')).toContainText('at any time');

  await field(page).fill('Yes, it will');
  await shop.play({ kind: 'lostAnswer', method: SEND });
  await page.getByTestId('chat-send').click();
  await expect(messages).toContainText('Yes, it will');
  await expect(field(page)).toHaveValue('');
  expect(await shop.requests(SEND)).toHaveLength(1);

  // The posting is one press away.
  await page.getByTestId(`chat-posting-${posting}`).click();
  await expect(packing.posting).toHaveAttribute('data-posting', posting);
});

test('of a message that nobody knows of a person decides, and what was written stays', async ({
  bench,
  packing,
}) => {
  const { page, shop } = bench;
  const { posting } = await packing.openNew({ shape: 'single' });
  await openChats(page);
  // A chat that the seller begins.
  await page.getByLabel('Posting number').fill(posting);
  await page.getByTestId('chat-ask').click();
  await expect(page.getByText('Nothing was written yet')).toBeVisible();
  await field(page).fill('Which colour?');
  await shop.play({ kind: '500', method: SEND });
  await page.getByTestId('chat-send').click();
  const undecided = page.getByTestId('chat-undecided');
  await expect(undecided).toContainText('Which colour?');
  await expect(page.getByTestId('chat-send')).toBeDisabled();
  // It outlives the station.
  await bench.killStation();
  await packing.isReady();
  await openChats(page);
  await expect(undecided).toContainText('Which colour?');
  expect(await shop.requests(SEND)).toHaveLength(1);
  await page.getByTestId('undecided-gone').click();
  await expect(undecided).toBeHidden();
  await expect(field(page)).toHaveValue('Which colour?');
  await field(page).press('Control+Enter');
  await expect(page.getByRole('list', { name: 'Messages' })).toContainText('Which colour?');
  expect(await shop.requests(SEND)).toHaveLength(2);
});

test('a lead keeps a ready answer, and a press puts it into the message without sending it', async ({
  bench,
  packing,
}) => {
  const { page, shop } = bench;
  const [posting = ''] = await shop.add({ shape: 'single' });
  const { chat } = await shop.writes(posting, { text: 'When does it ship?' });
  await openChats(page);
  await page.getByTestId(`chat-${chat}`).click();
  await page.getByTestId('chat-replies').click();
  // Whoever only packs changes none.
  await expect(page.getByText('A lead writes them')).toBeVisible();
  await expect(page.getByTestId('reply-add')).toHaveCount(0);
  await page.keyboard.press('Escape');
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  await openChats(page);
  await page.getByTestId('chat-replies').click();
  await page.getByTestId('reply-add').click();
  await page.getByLabel('Answer', { exact: true }).fill('It ships today.');
  await page.getByTestId('reply-save').click();
  await expect(page.getByTestId('reply')).toContainText('It ships today.');
  await lookAt(bench, 'ready-answers');
  await page.getByRole('button', { name: 'It ships today.', exact: true }).click();
  await expect(field(page)).toHaveValue('It ships today.');
  expect(await shop.requests(SEND)).toHaveLength(0);
  await page.getByTestId('chat-send').click();
  await expect(page.getByRole('list', { name: 'Messages' })).toContainText('It ships today.');
});

test('a picture is sent as what it is, and anything else is not', async ({ bench, packing }) => {
  const { page, shop, home } = bench;
  const { posting } = await packing.openNew({ shape: 'single' });
  const { chat } = await shop.writes(posting, {});
  await openChats(page);
  await page.getByTestId(`chat-${chat}`).click();
  const folder = join(home, 'for-buyers');
  await mkdir(folder);
  await writeFile(join(folder, 'box.jpg'), PNG);
  await writeFile(join(folder, 'program.png'), 'MZ this is none');
  const choose = async (name: string) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByTestId('chat-file').click(),
    ]);
    await chooser.setFiles(join(folder, name));
  };
  await choose('program.png');
  await expect(page.getByText('Only JPEG, PNG, WebP or PDF')).toBeVisible();
  await choose('box.jpg');
  await expect(page.getByRole('list', { name: 'Messages' })).toContainText('box.png');
  expect((await shop.chat(chat)).messages.at(-1)).toMatchObject({ isImage: true });
  expect(await shop.requests('/v1/chat/send/file')).toHaveLength(1);
});

test('who may not write is told why and until when', async ({ bench, packing }) => {
  const { page, shop } = bench;
  const { posting } = await packing.openNew({ shape: 'single' });
  await shop.arrives(posting, 80);
  const { chat } = await shop.writes(posting, { hoursAgo: 49 });
  await openChats(page);
  await page.getByTestId(`chat-${chat}`).click();
  const window = page.getByTestId('chat-window');
  await expect(window).toContainText('Your time to write ended');
  await expect(field(page)).toBeDisabled();
  await shop.writes(posting, { text: 'Hello?' });
  await page.getByTestId('chat-again').click();
  await expect(window).toContainText('The buyer waits');
  await expect(field(page)).toBeEnabled();
});

test.describe('in every language', () => {
  for (const language of ['en', 'ru', 'zh-CN'] as const) {
    test.describe(language, () => {
      test.use({ wish: { language } });
      test('an account without Premium reads, and writes nothing', async ({ bench, packing }) => {
        const { page, shop } = bench;
        await shop.subscribe('PREMIUM');
        const { posting } = await packing.openNew({ shape: 'single' });
        const { chat } = await shop.writes(posting, {
          text: 'Здравствуйте! 我想问一下 [ссылка](https://a.example/b)',
        });
        await openChats(page);
        await page.getByTestId(`chat-${chat}`).click();
        await expect(page.getByTestId('chat-window')).toContainText('Premium Plus');
        await expect(page.getByTestId('chat-send')).toBeDisabled();
        expect(await shop.requests('/v2/chat/read')).toHaveLength(0);
      });
    });
  }
});
