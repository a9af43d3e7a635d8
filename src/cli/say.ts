/** Ends the command with a plain sentence on the error output and exit code 1; for mistakes a person can mend. */
export function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
