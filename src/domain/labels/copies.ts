/** Refuses a number of copies that nobody asks for: throws a RangeError unless it is a whole number from 1 to 10. */
export function checkCopies(copies: number): void {
  if (!Number.isInteger(copies) || copies < 1 || copies > 10) throw new RangeError(`${copies} copies`);
}
