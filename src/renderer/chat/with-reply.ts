/** A message with a ready answer behind what stands there already, as far as `most` characters go. */
export function withReply(before: string, reply: string, most: number): string {
  const text = before.trim() === '' ? reply : `${before.trimEnd()}\n${reply}`;
  return text.slice(0, most);
}
