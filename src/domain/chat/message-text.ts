/** A piece of a message. A link or a picture is its address in letters: nothing of a message is ever opened or loaded. */
export type MessagePiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link' | 'picture'; readonly text: string; readonly address: string };

/** The longest piece that is shown, characters; a message of Ozon's has 1,000. */
const LONGEST = 20_000;
/** `![words](address)` and `[words](address)`; no nesting, so that it takes one pass whatever is written. */
const LINK = /(!?)\[([^[\]\n]{0,500})\]\(\s*(https?:\/\/[^\s()<>]{1,2000})\s*\)/g;
/** What shows text in another order than it is written in, and control characters but for line ends and tabs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const TRICKS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** Reads a message of Markdown as plain text, links and pictures apart. Everything else of Markdown and HTML stays the letters it is. */
export function messagePieces(markdown: string): readonly MessagePiece[] {
  const text = markdown.slice(0, LONGEST).replaceAll('\r\n', '\n').replace(TRICKS, '');
  const pieces: MessagePiece[] = [];
  let from = 0;
  const add = (words: string) => {
    if (words !== '') pieces.push({ kind: 'text', text: unescaped(words) });
  };
  for (const found of text.matchAll(LINK)) {
    const [whole, bang, words = '', address = ''] = found;
    add(text.slice(from, found.index));
    pieces.push({ kind: bang === '!' ? 'picture' : 'link', text: unescaped(words).trim(), address });
    from = found.index + whole.length;
  }
  add(text.slice(from));
  return pieces;
}

/** Do two messages say the same, whatever a shop did to white space and escapes in between? */
export function saysTheSame(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(text: string): string {
  return unescaped(text.replace(TRICKS, '')).normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}

/** Markdown's escapes: a backslash before a mark. */
function unescaped(text: string): string {
  return text.replaceAll(/\\([\\`*_{}[\]()#+\-.!<>|~])/g, '$1');
}
