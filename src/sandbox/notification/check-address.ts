import { z } from 'zod';

const Pong = z.object({ version: z.string(), name: z.string(), time: z.string() });

/** How long the marketplace waits, ms. */
const WAIT_MS = 1_500;

/** What is wrong with an address, as the marketplace calls it; null where it answers a trial message as it should. */
export async function checkAddress(url: string, now: number): Promise<string | null> {
  try {
    const time = new Date(now).toISOString();
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ message_type: 'TYPE_PING', time }),
      signal: AbortSignal.timeout(WAIT_MS),
    });
    if (response.status >= 500) return 'SERVER_FAULT';
    if (response.status !== 200) return 'STATUS_CODE_NOT_OK';
    return faultOf(await response.text());
  } catch (cause) {
    return cause instanceof Error && cause.name === 'TimeoutError' ? 'REQUEST_TIMEOUT' : 'REQUEST_ERROR';
  }
}

function faultOf(text: string): string | null {
  if (text === '') return 'EMPTY_BODY';
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return 'INVALID_JSON';
  }
  const pong = Pong.safeParse(body);
  if (!pong.success) return 'WRONG_RESULT_FIELD';
  return Number.isNaN(Date.parse(pong.data.time)) ? 'WRONG_RESULT_TIME_FIELD' : null;
}
