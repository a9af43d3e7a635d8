/** Does a scan look like a posting's number, and not like a carrier's: digits in three groups? */
export function isPostingCode(text: string): boolean {
  return /^\d{3,}-\d{4}-\d{1,3}$/.test(text.trim());
}
