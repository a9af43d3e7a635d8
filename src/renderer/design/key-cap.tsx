/** The key that does what the control beside it does. */
export function KeyCap({ name }: { readonly name: string }) {
  return (
    <span className="key-cap" aria-hidden="true">
      {name}
    </span>
  );
}
