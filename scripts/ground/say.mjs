/** Prints one line about what set-up is doing and why. */
export function say(line) {
  process.stdout.write(`packbench: ${line}\n`);
}

/** Ends the command with a sentence that a person can act on, instead of a stack. */
export function giveUp(line) {
  process.stderr.write(`packbench: ${line}\n`);
  process.exit(1);
}
