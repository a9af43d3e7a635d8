import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

const keyBytes = 32;

/** A PIN as it is kept: `salt:key` in hexadecimal, made with scrypt, so that the bench file does not give it away. */
export function hashPin(pin: string): string {
  const salt = randomBytes(16);
  return `${salt.toString('hex')}:${scryptSync(pin, salt, keyBytes).toString('hex')}`;
}

/** Is this the PIN behind the hash? A damaged hash fits no PIN. */
export function isPin(pin: string, hash: string): boolean {
  const [salt, key] = hash.split(':');
  if (salt === undefined || key === undefined || key.length !== keyBytes * 2) return false;
  return timingSafeEqual(scryptSync(pin, Buffer.from(salt, 'hex'), keyBytes), Buffer.from(key, 'hex'));
}
