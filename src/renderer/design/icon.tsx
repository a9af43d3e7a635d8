/** The window's small drawings, one stroke, 24 by 24. */
export type IconName = keyof typeof drawings;

/** A drawing beside a word; it says nothing to a screen reader. `size` is any CSS length. */
export function Icon(props: {
  readonly name: IconName;
  readonly size?: string;
  /** Thickness of the line; large drawings want a thinner one. */
  readonly line?: number;
}) {
  const { name, size = '2rem', line = 2 } = props;
  return (
    <svg viewBox="0 0 24 24" style={{ width: size, height: size }} aria-hidden="true">
      <path
        d={drawings[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth={line}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

const drawings = {
  pack: 'M3 8l9-5 9 5v9l-9 5-9-5zM3 8l9 5 9-5M12 13v9M7.5 5.5l9 5',
  queue: 'M3 6h13M3 12h9M3 18h5M20 4v16M16.5 16.5 20 20l3.5-3.5',
  shift: 'M3 21h18M6 21V12M11 21V5M16 21V9M21 21V14',
  settings: 'M4 7h9M19 7h1M4 17h2M12 17h8M16 4v6M9 14v6',
  products: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 16.5h7M16.5 13v7',
  'after-sale': 'M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  chat: 'M4 5h16v11H11l-5 4v-4H4zM8 9h8M8 12h5',
  scanner:
    'M3 8V5a1 1 0 0 1 1-1h3M17 4h3a1 1 0 0 1 1 1v3M21 16v3a1 1 0 0 1-1 1h-3M7 20H4a1 1 0 0 1-1-1v-3M7 8v8M10 8v8M14 8v8M17 8v8',
  scale: 'M4 9h16l1 11H3zM8 9a4 4 0 0 1 8 0M12 15l2-2.5M7 4h10',
  'label-printer': 'M7 8V3h10v5M5 8h14a2 2 0 0 1 2 2v6h-4M7 16H3v-6a2 2 0 0 1 2-2M7 13h10v8H7zM10 17h4',
  'document-printer':
    'M7 8V3h10v5M5 8h14a2 2 0 0 1 2 2v6h-4M7 16H3v-6a2 2 0 0 1 2-2M7 12h10v9H7zM10 15h4M10 18h4',
  shop: 'M4 10v10h16V10M3 10l2-6h14l2 6a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0zM10 20v-5h4v5',
  outbox: 'M3 13v6a1 1 0 0 0 1 1h16a1 1 0 0 0 1-1v-6M12 15V3M7.5 7.5 12 3l4.5 4.5',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21a8 8 0 0 1 16 0',
  badge: 'M5 6h14v15H5zM12 6V3M9 3h6M12 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8.5 18a3.5 3.5 0 0 1 7 0',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2',
  check: 'M5 13l5 5L20 7',
  cross: 'M5 5l14 14M19 5 5 19',
  plus: 'M12 5v14M5 12h14',
  left: 'M15 5l-7 7 7 7',
  right: 'M9 5l7 7-7 7',
  table: 'M3 5h18v14H3zM3 10h18M3 14.5h18M9 10v9',
  timeline: 'M3 6h10M3 12h16M3 18h6M3 3v18',
  file: 'M6 3h8l5 5v13H6zM14 3v5h5',
  sound: 'M4 10v4h4l5 4V6l-5 4zM17 9a4 4 0 0 1 0 6M19.5 6.5a8 8 0 0 1 0 11',
  bolt: 'M13 2 5 14h6l-1 8 8-12h-6z',
  keyboard: 'M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M7 14h10',
  store: 'M3 8l9-5 9 5v12H3zM8 20v-7h8v7',
  play: 'M7 4l13 8-13 8z',
  truck:
    'M2 6h12v11H2zM14 10h4l4 4v3h-8M6 20a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM18 20a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
} as const;
