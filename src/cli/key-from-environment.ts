/**
 * The key of a shop from the environment: `PACKBENCH_API_KEY_<Client-Id>`, or `PACKBENCH_API_KEY` where the bench has no other shop;
 * undefined where there is none.
 */
export function keyFromEnvironment(clientId: string, isOnly: boolean): string | undefined {
  return process.env[`PACKBENCH_API_KEY_${clientId}`] ?? (isOnly ? process.env.PACKBENCH_API_KEY : undefined);
}
