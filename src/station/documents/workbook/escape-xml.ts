const special = /[&<>"]|_x[0-9A-Fa-f]{4}_/;

/**
 * Text as it may stand between tags and in attributes of a worksheet. `_x0041_` would be read as the character of that
 * number (ECMA-376 part 1, 22.9.2.19), so its first underline is written as one.
 */
export function escapeXml(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/_(x[0-9A-Fa-f]{4}_)/g, '_x005F_$1');
}
