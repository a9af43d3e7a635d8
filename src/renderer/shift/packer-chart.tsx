import { useTexts } from '../texts/use-texts.ts';

/** Packages by packer, alphabetically: a count, not a race. */
export function PackerChart({
  perPacker,
}: {
  readonly perPacker: readonly { readonly packer: string; readonly packages: number }[];
}) {
  const { say, language } = useTexts();
  const most = Math.max(1, ...perPacker.map(({ packages }) => packages));
  const ordered = [...perPacker].sort((a, b) => a.packer.localeCompare(b.packer, language));
  return (
    <figure className="panel chart">
      <figcaption className="panel__title">{say('shift.perPacker')}</figcaption>
      <ul className="packer-bars scroll">
        {ordered.map(({ packer, packages }) => (
          <li key={packer} className="packer-bar">
            <span className="packer-bar__name">{packer}</span>
            <span className="packer-bar__track">
              <span className="packer-bar__bar" style={{ width: `${(100 * packages) / most}%` }} />
            </span>
            <b>{packages}</b>
          </li>
        ))}
      </ul>
    </figure>
  );
}
