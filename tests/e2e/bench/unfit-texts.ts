/**
 * Runs in the window: names every text that can be seen and is not seen whole. It is cut off, leaves its button or cell, is covered by
 * something else, or needs scrolling sideways where no table is meant to. Words that only programs use are named too.
 */
export function unfitTexts(): string[] {
  const found = new Set<string>();
  const root = [...document.querySelectorAll('.overlay')].at(-1) ?? document.body;
  const boxes = '.button, .tab, .flag, .choice__one, td, th, .panel, .dialog, .empty, .failure';
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const parent = node.parentElement;
    if (text === '' || parent === null) continue;
    if (parent.closest('.unseen, [aria-hidden="true"], svg, option') !== null) continue;
    if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (isForPrograms(text) && parent.closest('.selectable, .is-code') === null) say('code', text, parent);
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects())
      if (rect.width > 1 && rect.height > 1) judge(rect, text, parent);
  }
  return [...found];

  function say(what: string, text: string, where: Element): void {
    const name = where.closest('[data-testid]')?.getAttribute('data-testid') ?? '';
    found.add(`${what}: "${text.slice(0, 60)}" in ${where.tagName.toLowerCase()}.${where.className} ${name}`);
  }

  function judge(rect: DOMRect, text: string, parent: Element): void {
    let [seesX, seesY] = [true, true];
    for (let box: Element | null = parent; box !== null; box = box.parentElement) {
      const style = getComputedStyle(box);
      const edge = box.getBoundingClientRect();
      const isOutX = rect.right > edge.right + 1.5 || rect.left < edge.left - 1.5;
      // A letter's box is taller than its line where lines stand close.
      const closeY = Math.max(2.5, rect.height / 4);
      const isOutY = rect.bottom > edge.bottom + closeY || rect.top < edge.top - closeY;
      if (seesX && isOutX && box.matches(boxes)) say('leaves its box', text, box);
      if (seesX && style.overflowX !== 'visible') {
        seesX = false;
        if (isOutX && style.textOverflow === 'ellipsis') {
          if (box.closest('[title]') === null) say('shortened without its whole words', text, box);
          return;
        } else if (isOutX && style.overflowX === 'hidden') say('cut off', text, box);
        else if (isOutX && !box.matches('.table-box, .timeline')) say('needs scrolling sideways', text, box);
      }
      if (seesY && style.overflowY !== 'visible') {
        if (isOutY && style.overflowY === 'hidden' && box !== document.body) say('cut off below', text, box);
        // What is further down than a scroller shows is seen after scrolling.
        if (isOutY && style.overflowY !== 'hidden') return;
        seesY = style.overflowY === 'hidden';
      }
    }
    if (!seesX && !seesY && rect.bottom > innerHeight) return;
    const [x, y] = [rect.left + rect.width / 2, rect.top + rect.height / 2];
    const top = document.elementFromPoint(x, y);
    // A label may lie over its own field, and a sticky heading over what scrolls below it.
    if (top === null || top.contains(parent) || parent.contains(top) || top.closest('th') !== null) return;
    if (isOpaqueBelow(top, parent))
      say(`covered by ${top.tagName.toLowerCase()}.${top.className}`, text, parent);
  }

  /** Does something with a colour of its own lie over the text? Boxes of large letters overlap unseen. */
  function isOpaqueBelow(top: Element, parent: Element): boolean {
    for (let box: Element | null = top; box !== null && !box.contains(parent); box = box.parentElement)
      if (!/^(transparent|rgba\(.*, 0\))$/.test(getComputedStyle(box).backgroundColor)) return true;
    return false;
  }

  function isForPrograms(text: string): boolean {
    return (
      /^[a-z]+(\.(?!xlsx|csv|pdf)[a-zA-Z-]+)+$/.test(text) ||
      /\b[a-z]+_[a-z_]+\b/.test(text) ||
      /\{\{/.test(text)
    );
  }
}
