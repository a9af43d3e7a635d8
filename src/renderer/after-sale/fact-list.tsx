/** Facts with their names, one under the other; those that nobody has said are left out. */
export function FactList({ facts }: { readonly facts: readonly (readonly [name: string, value: string])[] }) {
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name} className="facts__one">
            <dt>{name}</dt>
            <dd className="selectable">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
