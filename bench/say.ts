/** Progress for whoever waits; the figures themselves go to the standard output. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
