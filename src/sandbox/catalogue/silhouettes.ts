/** Drawings of the product families on a 100 x 100 field, filled by the caller's colour (`C`) and its shade (`S`). */
export const SILHOUETTES: Readonly<Record<string, string>> = {
  mug: '<rect x="24" y="28" width="44" height="50" rx="7" fill="C"/><path d="M68 38h8a9 9 0 0 1 9 9v9a9 9 0 0 1-9 9h-8" fill="none" stroke="C" stroke-width="7"/><rect x="24" y="40" width="44" height="8" fill="S"/>',
  thermos:
    '<rect x="36" y="24" width="28" height="64" rx="7" fill="C"/><rect x="40" y="10" width="20" height="14" rx="4" fill="S"/><rect x="36" y="62" width="28" height="6" fill="S"/>',
  book: '<rect x="24" y="16" width="52" height="68" rx="3" fill="C"/><rect x="24" y="16" width="9" height="68" fill="S"/><rect x="42" y="30" width="26" height="5" fill="#fff"/><rect x="42" y="40" width="18" height="4" fill="#fff"/>',
  tshirt:
    '<path d="M36 20l-22 14 9 15 9-5v40h36V44l9 5 9-15-22-14c-3 7-25 7-28 0z" fill="C"/><path d="M36 20c3 9 25 9 28 0" fill="none" stroke="S" stroke-width="4"/>',
  socks:
    '<path d="M30 14h20v40l20 16c8 7 2 18-8 16L34 72c-4-2-4-5-4-9z" fill="C"/><rect x="30" y="14" width="20" height="11" fill="S"/><path d="M30 34h20M30 44h20" stroke="S" stroke-width="3"/>',
  sneakers:
    '<path d="M12 40l14-8 8 12c10 10 22 12 40 14 12 2 14 8 14 14H12z" fill="C"/><rect x="10" y="70" width="80" height="9" rx="4" fill="S"/><path d="M38 46l8-6M46 52l8-6M54 56l8-6" stroke="#fff" stroke-width="3"/>',
  perfume:
    '<rect x="28" y="40" width="44" height="46" rx="8" fill="C"/><rect x="42" y="28" width="16" height="12" fill="S"/><rect x="38" y="14" width="24" height="14" rx="3" fill="S"/><rect x="36" y="56" width="28" height="16" fill="#fff"/>',
  headphones:
    '<path d="M20 62V52a30 30 0 0 1 60 0v10" fill="none" stroke="C" stroke-width="8"/><rect x="13" y="54" width="18" height="30" rx="8" fill="S"/><rect x="69" y="54" width="18" height="30" rx="8" fill="S"/>',
  phonecase:
    '<rect x="32" y="10" width="36" height="80" rx="9" fill="C"/><rect x="37" y="15" width="14" height="18" rx="4" fill="S"/><circle cx="44" cy="21" r="3" fill="#fff"/><circle cx="44" cy="28" r="3" fill="#fff"/>',
  lamp: '<path d="M34 14h26l14 34H20z" fill="C"/><rect x="44" y="48" width="6" height="32" fill="S"/><rect x="28" y="78" width="38" height="9" rx="4" fill="S"/>',
  notebook:
    '<rect x="26" y="14" width="52" height="72" rx="4" fill="C"/><path d="M26 24h-8M26 38h-8M26 52h-8M26 66h-8" stroke="S" stroke-width="5"/><path d="M38 32h30M38 44h30M38 56h30" stroke="#fff" stroke-width="3"/>',
  shampoo:
    '<rect x="32" y="36" width="36" height="52" rx="9" fill="C"/><path d="M44 36V22h22v7H54v7z" fill="S"/><rect x="32" y="54" width="36" height="18" fill="#fff"/>',
  toycar:
    '<path d="M10 62c0-10 8-12 16-13l12-15h26l12 15c8 1 14 5 14 15v6H10z" fill="C"/><path d="M40 38h10v10H32zM54 38h8l8 10H54z" fill="#fff"/><circle cx="28" cy="70" r="10" fill="S"/><circle cx="72" cy="70" r="10" fill="S"/>',
  bear: '<circle cx="32" cy="24" r="10" fill="S"/><circle cx="68" cy="24" r="10" fill="S"/><circle cx="50" cy="36" r="22" fill="C"/><ellipse cx="50" cy="72" rx="24" ry="20" fill="C"/><circle cx="43" cy="33" r="3" fill="#222"/><circle cx="57" cy="33" r="3" fill="#222"/><ellipse cx="50" cy="44" rx="8" ry="6" fill="#fff"/>',
  kettle:
    '<path d="M30 32h34l10 52H24z" fill="C"/><path d="M30 36l-16-8 4 18 10 6" fill="C"/><path d="M66 38c22-6 24 34 6 34" fill="none" stroke="S" stroke-width="7"/><rect x="38" y="22" width="18" height="10" rx="4" fill="S"/>',
  pan: '<circle cx="38" cy="56" r="30" fill="C"/><circle cx="38" cy="56" r="21" fill="S"/><path d="M60 38l30-24" stroke="S" stroke-width="9" stroke-linecap="round"/>',
  backpack:
    '<rect x="26" y="24" width="48" height="64" rx="16" fill="C"/><path d="M40 24c0-14 20-14 20 0" fill="none" stroke="S" stroke-width="5"/><rect x="34" y="56" width="32" height="22" rx="5" fill="S"/><path d="M34 64h32" stroke="#fff" stroke-width="2"/>',
  keyboard:
    '<rect x="8" y="34" width="84" height="34" rx="6" fill="C"/><path d="M16 43h68M16 51h68" stroke="#fff" stroke-width="5" stroke-dasharray="6 3"/><rect x="32" y="57" width="36" height="6" fill="S"/>',
  tea: '<rect x="26" y="28" width="48" height="60" rx="4" fill="C"/><rect x="30" y="16" width="40" height="12" rx="3" fill="S"/><path d="M50 44c-16 8-14 28 0 32 14-4 16-24 0-32z" fill="#fff"/><path d="M50 46v28" stroke="C" stroke-width="3"/>',
  toolbox:
    '<rect x="12" y="40" width="76" height="44" rx="5" fill="C"/><path d="M36 40V26h28v14" fill="none" stroke="S" stroke-width="7"/><rect x="12" y="54" width="76" height="7" fill="S"/><rect x="44" y="50" width="12" height="15" fill="#fff"/>',
};
